import type { ExplorationNode } from '#web/exploration/state.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { pickPathEnds } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { openPaths } from '../explore-panels.ts'
import { disproofWords, quotedName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './details.module.css'

/** Several selected nodes: the list, and what can be done with them together. */
export function SelectionDetails({ nodes }: { nodes: readonly ExplorationNode[] }) {
  const actions = useExploreActions()
  const pinned = useExploration((state) => state.pinned)
  const ids = nodes.map((node) => node.id)
  const [first, second] = ids
  const isPinned = ids.every((id) => pinned.has(id))
  return (
    <>
      <p className={styles['kind']}>selection</p>
      <h2>{nodes.length} nodes selected</h2>
      <div className={styles['actions']}>
        {nodes.length === 2 && first !== undefined && second !== undefined && (
          <Button
            variant="primary"
            size="small"
            onPress={() => {
              exploration.step('Pick both ends of a path', (state) => pickPathEnds(state, first, second))
              openPaths()
            }}
          >
            Paths between them
          </Button>
        )}
        <Button size="small" onPress={() => actions.selectNeighbors(ids)}>
          With neighbours
        </Button>
        <Button size="small" onPress={() => actions.pin(ids)}>
          {isPinned ? 'Unpin' : 'Pin'}
        </Button>
        <Button size="small" onPress={() => actions.hide(ids)}>
          Hide
        </Button>
        <Button size="small" onPress={() => actions.remove(ids)}>
          Remove
        </Button>
      </div>
      <ul className={styles['list']}>
        {nodes.slice(0, 200).map((node) => {
          const disproof = disproofWords(node)
          return (
            <li key={node.id}>
              <button type="button" className={styles['end']} onClick={() => actions.select([node.id])}>
                <KindMark kind={node.kind} size={14} hollow={node.status === 'known-by-title'} />
                <span>
                  {node.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
                  {quotedName(node)}
                </span>
              </button>
              {disproof !== null && <p className={styles['muted']}>{disproof}</p>}
            </li>
          )
        })}
      </ul>
      {nodes.length > 200 && <p className={styles['muted']}>and {nodes.length - 200} more</p>}
    </>
  )
}
