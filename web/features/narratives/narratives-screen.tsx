import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { landscapeQuery } from '#web/api/landscape.ts'
import { narrativesQuery } from '#web/api/narratives.ts'
import { AddressSearchField } from '#web/ui/address-search-field.tsx'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { Screen, ScreenHead } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { useViewParams } from '#web/ui/use-view-params.ts'
import { groupNarratives, type ListSort } from './narrative-list.ts'
import { NarrativeRow } from './narrative-row.tsx'
import styles from './narratives.module.css'
import { type YearCount, yearCounts } from './recurrence.ts'

const sorts = [
  { value: 'theme', label: 'By theme' },
  { value: 'cases', label: 'Most cases' },
  { value: 'latest', label: 'Latest recorded' },
] as const

/** Cases by year for each narrative, and the years there are; null while the landscape is not known. */
function useYears(): { years: string[]; of: (id: string) => readonly YearCount[] | null } {
  const answer = useQuery(landscapeQuery({ by: 'month' }))
  const data = answer.data
  if (data === undefined) return { years: [], of: () => null }
  const counts = new Map(data.rows.map((row) => [row.id, yearCounts(row, data.bins)]))
  return { years: [...new Set(data.bins.map((bin) => bin.from.slice(0, 4)))], of: (id) => counts.get(id) ?? null }
}

/** All narratives: heads with their forms, counts, the days between which they were recorded here, and their cases year by year. */
export function NarrativesScreen() {
  const answer = useQuery(narrativesQuery())
  const { years, of } = useYears()
  const [params, change] = useViewParams()
  const text = params.q ?? ''
  const sort: ListSort = params.sort === 'cases' || params.sort === 'latest' ? params.sort : 'theme'
  const filter = (value: string) => change({ q: value === '' ? undefined : value })
  const narratives = answer.data?.narratives ?? []
  const names = new Map(narratives.map((narrative) => [narrative.id, narrative.name]))
  const groups = groupNarratives(narratives, text, sort)
  const shown = groups.reduce((sum, group) => sum + group.rows.length + (group.head === null ? 0 : 1), 0)
  return (
    <Screen title="Narratives" wide>
      <ScreenHead title="Narratives" lead="Recurring lines that many cases carry. A head gathers its forms; a case can carry several. Days are the earliest and latest recorded here, in what was imported." />
      <div className={styles['bar']}>
        <AddressSearchField label="Filter by name or definition" className={styles['search'] ?? ''} maxLength={200} delay={150} value={text} onSettled={filter} />
        <ToggleGroup label="Order" options={sorts} value={sort} onChange={(value) => change({ sort: value === 'theme' ? undefined : value })} />
      </div>
      {answer.isPending ? (
        <Card>
          <SkeletonLines label="Loading narratives" lines={18} height={20} />
        </Card>
      ) : answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : narratives.length === 0 ? (
        <EmptyState title="No narratives yet" why="The graph holds no taxonomy. It comes with the seed; an import of cases links to it.">
          <Link to="/sources" className={buttonClass('primary')}>
            See the sources
          </Link>
        </EmptyState>
      ) : shown === 0 ? (
        <Card>
          <EmptyState title={`No narrative is called “${text.trim()}”`} why="The filter looks for beginnings of words in names and definitions. The claims themselves are searched under Cases.">
            <Button variant="primary" onPress={() => filter('')}>
              Show all {narratives.length}
            </Button>
            <Link to="/cases" search={(before) => ({ ...before, q: text.trim() })} className={buttonClass()}>
              Search the cases instead
            </Link>
          </EmptyState>
        </Card>
      ) : (
        <Card>
          <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Narratives">
            <table className={styles['table']}>
              <caption>
                {shown} of {narratives.length} narratives. {answer.data.casesWithoutNarrative.toLocaleString('en')} cases carry none of them.{years.length > 0 && ' Years: number of cases imported here, not how many there were.'}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Narrative</th>
                  <th scope="col">Cases</th>
                  <th scope="col">
                    Earliest and latest
                    <br />
                    recorded here
                  </th>
                  {years.map((year) => (
                    <th key={year} scope="col" className={styles['year']}>
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              {groups.map((group) => (
                <tbody key={group.head?.id ?? 'all'} className={styles['group']}>
                  {group.head !== null && <NarrativeRow narrative={group.head} years={of(group.head.id)} look="head" headName={null} />}
                  {group.rows.map((row) => (
                    <NarrativeRow key={row.id} narrative={row} years={of(row.id)} look={group.head === null ? 'flat' : 'form'} headName={row.head === null ? null : (names.get(row.head) ?? null)} />
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        </Card>
      )}
    </Screen>
  )
}
