import { useState } from 'react'
import type { Facet } from '#graph-schema/api/cases.ts'
import { Button } from '#web/ui/button.tsx'
import type { CaseField } from '#web/ui/cases-link.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { Card } from '#web/ui/panel.tsx'
import { kindOfField } from './case-filter.ts'
import styles from './cases.module.css'

type FacetField = Exclude<CaseField, 'topic'>

const sections: readonly { field: FacetField; title: string }[] = [
  { field: 'narrative', title: 'Narratives carried' },
  { field: 'country', title: 'Countries discussed' },
  { field: 'outlet', title: 'Appeared in' },
  { field: 'keyword', title: 'Keywords of the source' },
  { field: 'language', title: 'Languages' },
  { field: 'issue', title: 'Review issues' },
]

const first = 6

interface SectionProps {
  field: FacetField
  title: string
  facets: readonly Facet[]
  chosen: string | undefined
  onToggle: (field: FacetField, id: string) => void
}

function Section({ field, title, facets, chosen, onToggle }: SectionProps) {
  const [isOpen, setOpen] = useState(false)
  if (facets.length === 0) return null
  const cut = facets.slice(0, first)
  const own = facets.find((facet) => facet.id === chosen)
  const shown = isOpen ? facets : own === undefined || cut.includes(own) ? cut : [own, ...cut]
  return (
    <section className={styles['facet']} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {shown.map((facet) => (
          <li key={facet.id}>
            <button type="button" className={styles['entry']} aria-pressed={facet.id === chosen} onClick={() => onToggle(field, facet.id)}>
              <KindMark kind={kindOfField[field]} size={10} />
              <span className={styles['entryName']}>{facet.name}</span>
              <span className={styles['entryCount']}>{facet.count.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      {facets.length > first && (
        <Button variant="link" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'fewer' : facets.length === 30 ? `${facets.length} most frequent` : `all ${facets.length}`}
        </Button>
      )}
      {field === 'outlet' && <OutletNotice />}
    </section>
  )
}

export interface FacetsProps {
  facets: Record<FacetField, readonly Facet[]>
  chosen: Partial<Record<CaseField, string>>
  /** Adds the value to the filter, or takes it out when it is there. */
  onToggle: (field: FacetField, id: string) => void
}

/** What the listed cases are made of, with counts; each entry narrows the list to itself. */
export function Facets({ facets, chosen, onToggle }: FacetsProps) {
  return (
    <Card>
      {sections.map(({ field, title }) => (
        <Section key={field} field={field} title={title} facets={facets[field]} chosen={chosen[field]} onToggle={onToggle} />
      ))}
    </Card>
  )
}
