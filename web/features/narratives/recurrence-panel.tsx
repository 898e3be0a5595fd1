import { useQuery } from '@tanstack/react-query'
import { tierWords } from '#graph-schema/evidence.ts'
import { landscapeQuery } from '#web/api/landscape.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { CaseLink } from '#web/ui/node-links.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import styles from './dossier.module.css'
import { type CaseDot, caseDots, unimported, yearCounts } from './recurrence.ts'
import { RecurrenceBars } from './recurrence-bars.tsx'
import { RecurrenceDots } from './recurrence-dots.tsx'
import type { Dossier } from './words.ts'

const columns: readonly Column<CaseDot>[] = [
  { id: 'date', header: 'Date', cell: (dot) => <time dateTime={dot.date} className={styles['nowrap']}>{dot.date}</time>, sortBy: (dot) => dot.date },
  { id: 'claim', header: 'Claim', isRowHeader: true, cell: (dot) => <CaseLink id={dot.id}>{dot.title}</CaseLink> },
  { id: 'disproof', header: 'Disproof', cell: (dot) => (dot.disproofState === 'missing' ? 'disproof not imported' : <CaseLink id={dot.id}>on the case page</CaseLink>), sortBy: (dot) => dot.disproofState },
  { id: 'tier', header: 'Link', cell: (dot) => tierWords[dot.tier], sortBy: (dot) => dot.tier },
]

const sampleWords = 'One dot a case, or a column a month where there are too many. This is a selected sample: somebody chose these cases, so how many fall into a year says as much about the choice as about the narrative. Therefore no shares and no waves are drawn, and a gap is not dormancy.'

function Legend() {
  return (
    <p className={styles['legend']}>
      <span>
        <svg width={12} height={12} aria-hidden>
          <circle cx={6} cy={6} r={4} className={styles['dot']} />
        </svg>
        matched by a rule, or surer
      </span>
      <span>
        <svg width={12} height={12} aria-hidden>
          <circle cx={6} cy={6} r={4} className={styles['ring']} />
        </svg>
        by the source’s keyword only
      </span>
    </p>
  )
}

/** Only the years, from the dossier itself, while the picture is not to be had. */
function Years({ dossier }: { dossier: Dossier }) {
  return <p className={styles['quiet']}>Cases by year: {dossier.byYear.map((year) => `${year.year}: ${year.cases}`).join(' · ')}</p>
}

/** When the narrative was recorded: case by case over selected samples, by year over complete corpora. */
export function RecurrencePanel({ dossier }: { dossier: Dossier }) {
  const answer = useQuery(landscapeQuery({ by: 'month' }))
  const { id, name, cases } = dossier.narrative
  const dated = dossier.byYear.reduce((sum, year) => sum + year.cases, 0)
  const row = answer.data?.rows.find((one) => one.id === id)
  const bins = answer.data?.bins ?? []
  const found = row === undefined ? null : caseDots(row)
  const years = row === undefined ? [] : yearCounts(row, bins)
  const gaps = unimported(bins)
  const hasComplete = years.some((year) => year.complete > 0)
  const [from, to] = [bins[0]?.from, bins.at(-1)?.to]
  return (
    <Panel title="When it was recorded here" aside={`${dossier.byYear.length} ${dossier.byYear.length === 1 ? 'year' : 'years'} with cases`}>
      {answer.isPending && <Skeleton height={90} />}
      {answer.isError && (
        <>
          <Years dossier={dossier} />
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </>
      )}
      {answer.isSuccess && row === undefined && <Years dossier={dossier} />}
      {hasComplete && (
        <>
          <RecurrenceBars years={years} label={`Cases of ${name} by year: ${years.map((year) => `${year.year} ${year.complete}`).join(', ')}`} />
          <p className={styles['note']}>Complete corpora, cases by year; the hollow part hangs on the source’s keyword only. Raw counts follow how much was reviewed: the landscape shows the share of all cases beside them.</p>
        </>
      )}
      {found !== null && found.dots.length > 0 && from !== undefined && to !== undefined && (
        <>
          <RecurrenceDots dots={found.dots} from={from} to={to} gaps={gaps} label={`${found.dots.length} cases of ${name} between ${found.dots[0]?.date ?? ''} and ${found.dots.at(-1)?.date ?? ''}, as dots or monthly columns; the list below holds the same`} />
          <Legend />
          <p className={styles['note']}>
            {sampleWords}
            {gaps.length > 0 && ' Hatched: nothing was imported.'}
          </p>
        </>
      )}
      {cases > dated && <p className={styles['quiet']}>{cases - dated === 1 ? '1 without a date stands' : `${cases - dated} without a date stand`} in no year.</p>}
      {found !== null && found.dots.length > 0 && (
        <details className={styles['disclosure']}>
          <summary>The same as a list</summary>
          <DataTable caption={`${found.dots.length} dated cases, each a claim that its case page disproves`} columns={columns} rows={found.dots} keyOf={(dot) => dot.id} initialSort={{ column: 'date', descending: true }} />
        </details>
      )}
      {hasComplete && (
        <details className={styles['disclosure']}>
          <summary>The years as a table</summary>
          <DataTable
            caption="Cases by year over complete corpora"
            columns={[
              { id: 'year', header: 'Year', isRowHeader: true, cell: (year) => year.year, sortBy: (year) => year.year },
              { id: 'all', header: 'Cases', numeric: true, cell: (year) => year.complete, sortBy: (year) => year.complete },
              { id: 'tag', header: 'By the source’s keyword only', numeric: true, cell: (year) => year.complete - year.strong, sortBy: (year) => year.complete - year.strong },
            ]}
            rows={years}
            keyOf={(year) => year.year}
          />
        </details>
      )}
    </Panel>
  )
}
