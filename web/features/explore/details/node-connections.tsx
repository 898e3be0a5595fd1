import { basisWords, tierWords } from '#graph-schema/evidence.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { edgesByNode } from '#web/exploration/selectors.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { selectEdge } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { focusDetails, setPanels } from '../explore-panels.ts'
import { disproofWords, quotedName } from '../node-words.ts'
import styles from './details.module.css'

const most = 8

/** The connections drawn at a node, each leading to its evidence: the way to a line that is hard to hit. */
export function NodeConnections({ node }: { node: ExplorationNode }) {
  const edges = useExploration((state) => edgesByNode(state).get(node.id))
  const nodes = useExploration((state) => state.nodes)
  if (edges === undefined) return null
  return (
    <section className={styles['section']}>
      <h3>On the canvas, and why</h3>
      <ul className={styles['list']}>
        {edges.slice(0, most).map((edge) => {
          const outward = edge.from === node.id
          const other = nodes.get(outward ? edge.to : edge.from)
          if (other === undefined) return null
          const { forward, backward } = edgeDefinition(edge.type)
          const words = outward ? forward : backward
          const disproof = disproofWords(other)
          return (
            <li key={edge.id}>
              <button
                type="button"
                className={styles['end']}
                aria-label={`Evidence: ${words} ${quotedName(other)}`}
                onClick={() => {
                  exploration.step('Select a connection', (state) => selectEdge(state, edge.id), { coalesce: 'select' })
                  focusDetails()
                }}
              >
                <KindMark kind={other.kind} size={14} hollow={other.status === 'known-by-title'} />
                <span>
                  <span className={styles['muted']}>{words} </span>
                  {other.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
                  {quotedName(other)}
                  <span className={styles['how']}>
                    {edge.tier === null ? basisWords[edge.basis] : tierWords[edge.tier]}
                    {disproof !== null && ` · ${disproof}`}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {edges.length > most && (
        <Button variant="link" size="small" onPress={() => setPanels({ showsTable: true, tableTab: 'edges' })}>
          All connections on the canvas, as a table
        </Button>
      )}
    </section>
  )
}
