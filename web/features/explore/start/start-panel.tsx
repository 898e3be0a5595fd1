import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useViewParams } from '#web/ui/use-view-params.ts'
import { nodeQuery } from '#web/api/node.ts'
import { overviewQuery } from '#web/api/overview.ts'
import { searchQuery } from '#web/api/search.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { SearchPicker } from '../search-picker.tsx'
import { countOf, quotedName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './start-panel.module.css'

/** Searched for, not fixed: the graph at hand decides what they lead to. */
const startingWords = ['Colour revolutions', 'Deep State', 'NATO’s broken promise'] as const

/** Ways to begin; one message if they cannot be asked for. */
function StartingPoints() {
  const actions = useExploreActions()
  const found = useQueries({ queries: startingWords.map((words) => searchQuery({ q: words, kinds: 'Narrative', limit: 1 })) })
  const failed = found.find((one) => one.isError)
  if (failed !== undefined) {
    return (
      <ErrorState
        error={failed.error}
        onRetry={() => {
          for (const one of found) if (one.isError) void one.refetch()
        }}
      />
    )
  }
  return (
    <ul className={styles['points']}>
      {found.map((one, index) => {
        const hit = one.data?.hits[0]
        // A line that this graph does not have is left out.
        if (one.data !== undefined && hit === undefined) return null
        return (
          <li key={startingWords[index]}>
            {hit === undefined ? (
              <Skeleton height={62} />
            ) : (
              <button type="button" className={styles['point']} onClick={() => void actions.start(hit.id)}>
                <KindMark kind={hit.kind} size={22} />
                <span>
                  <strong>{hit.name}</strong>
                  <span className={styles['detail']}>{hit.detail === '' ? `${hit.degree} connections` : hit.detail}</span>
                </span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Where one came from another screen with something in mind. */
function Selected({ id }: { id: string }) {
  const actions = useExploreActions()
  const found = useQuery(nodeQuery(id))
  if (found.data === undefined) return null
  const { kind, degree } = found.data
  return (
    <Button variant="primary" onPress={() => void (kind === 'Narrative' ? actions.start(id) : actions.add([id]))}>
      Continue with {quotedName(found.data)} ({countOf(kind, 1)}, {degree} connections)
    </Button>
  )
}

/** Stands in place of the start when there is nothing to put on the canvas. */
function EmptyGraph() {
  return (
    <section className={styles['start']} aria-labelledby="start-heading">
      <h1 id="start-heading">Nothing to explore yet</h1>
      <p className={styles['muted']}>The graph holds no cases and no narratives, so nothing can be put on the canvas. Import a page of fact-checked cases first; then come back.</p>
      <p>
        <Link to="/sources" className={buttonClass('primary')}>
          Import cases under Sources
        </Link>
      </p>
    </section>
  )
}

/** Stands where the canvas is empty: why it is, a search, and three ways to begin. */
export function StartPanel() {
  const actions = useExploreActions()
  const [params] = useViewParams()
  const overview = useQuery(overviewQuery())
  const selected = params.narrative ?? params.country ?? params.outlet ?? params.keyword ?? params.topic ?? params.issue ?? params.language
  if (overview.data?.kinds.every(({ count }) => count === 0) === true) return <EmptyGraph />
  return (
    <section className={styles['start']} aria-labelledby="start-heading">
      <h1 id="start-heading">Explore how claims connect</h1>
      <p className={styles['muted']}>The canvas is empty until you put something on it. Search for a narrative, case, country, outlet or keyword, or begin with one of these.</p>
      <SearchPicker label="Search to put something on the canvas" placeholder="Search narratives, cases, countries, outlets, keywords…" onPick={(hit) => void (hit.kind === 'Narrative' ? actions.start(hit.id) : actions.add([hit.id]))} />
      {selected !== undefined && <Selected id={selected} />}
      <StartingPoints />
      <p className={styles['note']}>Titles in quotes are claims that fact-checkers reviewed, not facts.</p>
    </section>
  )
}
