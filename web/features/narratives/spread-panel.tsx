import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { type CaseField, CasesLink } from '#web/ui/cases-link.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { sortRows } from '#web/ui/sort-rows.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import styles from './dossier.module.css'
import { LongTable } from './long-table.tsx'
import { type Dossier, lagWords } from './words.ts'

type Place = Dossier['countries'][number]

interface SpreadTableProps {
  places: readonly Place[]
  kind: NodeKind
  field: CaseField
  header: string
  caption: string
  narrative: string
}

function SpreadTable({ places, kind, field, header, caption, narrative }: SpreadTableProps) {
  const columns: readonly Column<Place>[] = [
    {
      id: 'name',
      header,
      isRowHeader: true,
      cell: (place) => (
        <span className={styles['named']}>
          <KindMark kind={kind} size={11} />
          <CasesLink field={field} id={place.id} narrative={narrative}>
            {place.name}
          </CasesLink>
        </span>
      ),
      sortBy: (place) => place.name,
    },
    { id: 'cases', header: 'Cases', numeric: true, cell: (place) => place.count.toLocaleString('en'), sortBy: (place) => place.count },
    { id: 'earliest', header: 'Earliest recorded here', numeric: true, cell: (place) => place.earliest ?? 'undated', sortBy: (place) => place.earliest },
    { id: 'lag', header: 'After the earliest case', numeric: true, cell: (place) => lagWords(place.lagDays), sortBy: (place) => place.lagDays },
  ]
  if (places.length === 0) return <p className={styles['quiet']}>The sources of these cases give none.</p>
  return <LongTable caption={caption} columns={columns} rows={sortRows(places, (place) => place.lagDays, false)} keyOf={(place) => place.id} />
}

/** Where and in which languages the narrative was recorded, and how long after its earliest case. */
export function SpreadPanel({ dossier }: { dossier: Dossier }) {
  const { countries, outlets, languages, issues } = dossier
  const { id, earliest } = dossier.narrative
  return (
    <Panel title="Spread" aside={earliest === null ? 'no dated case' : `days counted from ${earliest}`}>
      <Tabs
        label="Spread by"
        tabs={[
          {
            id: 'countries',
            label: `Countries discussed ${countries.length}`,
            content: <SpreadTable places={countries} kind="Country" field="country" narrative={id} header="Country or region discussed" caption="Earliest first. Discussed in the claims; that does not say the country was the target." />,
          },
          {
            id: 'outlets',
            label: `Outlets ${outlets.length}`,
            content: (
              <>
                <SpreadTable places={outlets} kind="Outlet" field="outlet" narrative={id} header="Appeared in" caption="Earliest first." />
                <OutletNotice />
              </>
            ),
          },
          { id: 'languages', label: `Languages ${languages.length}`, content: <SpreadTable places={languages} kind="Language" field="language" narrative={id} header="Language" caption="Earliest first." /> },
          {
            id: 'issues',
            label: `Review issues ${issues.length}`,
            content:
              issues.length === 0 ? (
                <p className={styles['quiet']}>No case of it states its review issue.</p>
              ) : (
                <LongTable
                  caption="The weekly reviews that reported its cases"
                  columns={[
                    { id: 'issue', header: 'Review issue', isRowHeader: true, cell: (issue) => <CasesLink field="issue" id={issue.id} narrative={id}>{issue.name}</CasesLink>, sortBy: (issue) => issue.name },
                    { id: 'cases', header: 'Cases', numeric: true, cell: (issue) => issue.count, sortBy: (issue) => issue.count },
                  ]}
                  rows={issues}
                  keyOf={(issue) => issue.id}
                />
              ),
          },
        ]}
      />
      <p className={styles['note']}>“Earliest recorded here” is what was imported, not where it began; the order is no route that the claim took.</p>
    </Panel>
  )
}
