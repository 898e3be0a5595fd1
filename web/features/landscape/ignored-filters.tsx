import { Chip, chipListClass } from '#web/ui/chip.tsx'
import type { ViewParams, ViewParamsChange } from '#web/ui/use-view-params.ts'
import styles from './notice.module.css'

const fields = ['country', 'outlet', 'keyword', 'language', 'issue', 'topic'] as const
const kinds = { country: 'Country', outlet: 'Outlet', keyword: 'Keyword', language: 'Language', issue: 'Issue', topic: 'Topic' } as const

/** Filters that hold on other screens but not in this picture: said, with the way to drop them. */
export function IgnoredFilters({ params, onChange }: { params: ViewParams; onChange: ViewParamsChange }) {
  const active = fields.filter((field) => params[field] !== undefined)
  if (active.length === 0) return null
  return (
    <div className={styles['notice']}>
      <p>This picture shows all cases. These filters hold on Cases and Explore:</p>
      <div className={chipListClass}>
        {active.map((field) => (
          <Chip key={field} kind={kinds[field]} onRemove={() => onChange({ [field]: undefined })}>
            {params[field] ?? ''}
          </Chip>
        ))}
      </div>
    </div>
  )
}
