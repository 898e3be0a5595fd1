import { useQuery } from '@tanstack/react-query'
import { casesQuery } from '#web/api/cases.ts'
import { Button } from '#web/ui/button.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { type CaseFilter, without } from './case-filter.ts'
import styles from './cases.module.css'
import { MonthHistogram } from './month-histogram.tsx'
import { allMonths } from './months.ts'

export interface TimePanelProps {
  filter: CaseFilter
  onWindow: (window: { from: string | undefined; to: string | undefined }) => void
}

/** When the cases of the filter were published, and the time window over them. */
export function TimePanel({ filter, onWindow }: TimePanelProps) {
  const answer = useQuery(casesQuery({ ...without(filter, 'window'), limit: 1 }))
  const months = allMonths(answer.data?.facets.month ?? [])
  const dated = months.reduce((sum, month) => sum + month.count, 0)
  const undated = (answer.data?.total ?? 0) - dated
  const { from, to } = filter
  const hasWindow = from !== undefined || to !== undefined
  const change = (window: { from: string | undefined; to: string | undefined }) => {
    const isTurned = window.from !== undefined && window.to !== undefined && window.from > window.to
    onWindow(isTurned ? { from: window.to, to: window.from } : window)
  }
  const valueOf = (text: string) => (text === '' ? undefined : text)
  return (
    <Panel title="By month" aside={undated > 0 ? `${undated.toLocaleString('en')} undated ${hasWindow ? 'left out by the window' : 'not drawn'}` : undefined}>
      {answer.isPending ? <Skeleton height={78} /> : months.length === 0 ? <p className={styles['quiet']}>No dated case under this filter.</p> : <MonthHistogram months={months} from={from} to={to} onWindow={change} />}
      <div className={styles['dates']}>
        <label>
          From
          <input type="date" value={from ?? ''} min="1990-01-01" max="2100-12-31" onChange={(event) => change({ from: valueOf(event.target.value), to })} />
        </label>
        <label>
          To
          <input type="date" value={to ?? ''} min="1990-01-01" max="2100-12-31" onChange={(event) => change({ from, to: valueOf(event.target.value) })} />
        </label>
        {hasWindow && (
          <Button size="small" onPress={() => onWindow({ from: undefined, to: undefined })}>
            All time
          </Button>
        )}
        <span className={styles['quiet']}>Drag over the months, or set the days. Counts follow what was imported: an empty month is not quiet.</span>
      </div>
    </Panel>
  )
}
