import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '#web/api/overview.ts'
import { Badge } from '#web/ui/badge.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { CorpusFacts } from './corpus-facts.tsx'
import { EditCorpus } from './edit-corpus.tsx'
import styles from './sources.module.css'

/** The bodies of cases in the graph, with what must be known to count them honestly. */
export function Corpora() {
  const answer = useQuery(overviewQuery())
  if (answer.isPending) {
    return (
      <Panel title="What the graph holds">
        <SkeletonLines label="Loading corpora" lines={6} />
      </Panel>
    )
  }
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const { corpora, cases, undatedCases, knownByTitle, withdrawn } = answer.data
  return (
    <Panel title="What the graph holds" aside={<Link to="/cases">{cases.toLocaleString('en')} cases</Link>}>
      {cases + knownByTitle + withdrawn > 0 && (
        <p className={styles['intro']}>
          {undatedCases.toLocaleString('en')} of them undated. Apart from these, {knownByTitle.toLocaleString('en')} are known by title only and {withdrawn.toLocaleString('en')} were withdrawn by their source.
        </p>
      )}
      {corpora.length === 0 ? (
        <EmptyState title="No corpus yet" why="Nothing has been imported. Drop a file or paste a page to begin." />
      ) : (
        <RuledList>
          {corpora.map((corpus) => (
            <li key={corpus.id}>
              <div className={styles['corpus']}>
                <h3 className={styles['text']}>{corpus.name}</h3>
                <Badge tone={corpus.sampling === 'selected' ? 'notice' : 'neutral'}>{corpus.sampling === 'selected' ? 'selected sample' : 'complete'}</Badge>
                <span className={styles['end']}>
                  <EditCorpus corpus={corpus} />
                </span>
              </div>
              <CorpusFacts corpus={corpus} />
            </li>
          ))}
        </RuledList>
      )}
    </Panel>
  )
}
