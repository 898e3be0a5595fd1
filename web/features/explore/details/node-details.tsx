import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { nodeQuery } from '#web/api/node.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { setPanels } from '../explore-panels.ts'
import { countOf } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import { countedForecast } from '../expand/forecast.ts'
import styles from './details.module.css'
import { NodeConnections } from './node-connections.tsx'

function Facts({ node }: { node: ExplorationNode }) {
  const about = useQuery(nodeQuery(node.id))
  const state = useExploration((now) => now)
  if (about.isError) return <ErrorState error={about.error} onRetry={() => void about.refetch()} />
  if (about.data === undefined) return <SkeletonLines label="Loading the facts" lines={5} />
  const connections = countedForecast(about.data.forecast, node.id, state)
  return (
    <>
      {about.data.facts.length > 0 && (
        <dl className={styles['facts']}>
          {about.data.facts.map((fact) => (
            <div key={`${fact.label} ${fact.value}`}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <section className={styles['section']}>
        <h3>Connected in the graph</h3>
        {connections.length === 0 ? (
          <p className={styles['muted']}>Nothing is connected to it.</p>
        ) : (
          <ul className={styles['counts']}>
            {connections.map(({ kind, fresh, here }) => (
              <li key={kind}>
                <KindMark kind={kind} size={13} /> {countOf(kind, fresh + here)}
                {here > 0 && <span className={styles['muted']}>, {here} here</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

/** Any node but a case: its facts, how it is connected, and the ways on. */
export function NodeDetails({ node }: { node: ExplorationNode }) {
  const actions = useExploreActions()
  const isExpanded = useExploration((state) => state.expansions.has(node.id))
  return (
    <>
      <p className={styles['kind']}>
        <KindMark kind={node.kind} size={14} /> {kindDefinition(node.kind).words.one}
      </p>
      <h2>{node.name}</h2>
      {node.kind === 'Outlet' && <OutletNotice />}
      {node.kind === 'Keyword' && <p className={styles['muted']}>A tag that the source gave to cases. A keyword is not a narrative.</p>}
      <div className={styles['actions']}>
        <Button variant="primary" size="small" onPress={() => setPanels({ expanding: node.id })}>
          Expand
        </Button>
        {isExpanded && (
          <Button size="small" onPress={() => actions.collapse(node.id)}>
            Collapse
          </Button>
        )}
        {node.kind === 'Narrative' && (
          <Link to="/narratives/$id" params={{ id: node.id }} className={buttonClass('plain', 'small')}>
            Open dossier
          </Link>
        )}
        <Button size="small" onPress={() => actions.findPathsFrom(node.id)}>
          Paths from here
        </Button>
      </div>
      <Facts node={node} />
      <NodeConnections node={node} />
    </>
  )
}
