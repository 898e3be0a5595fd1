import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import type { ExplorationState } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { setPanels, usePanels } from '../explore-panels.ts'
import { disproofWords, shortName } from '../node-words.ts'
import { PathsPanel } from '../paths/paths-panel.tsx'
import { Details } from './details.tsx'
import styles from './details-column.module.css'

/** What is selected, in a line. A claim comes with the words on its disproof. */
function selectionWords(state: ExplorationState): string {
  const edge = state.selectedEdge === null ? undefined : state.edges.get(state.selectedEdge)
  if (edge !== undefined) {
    const to = state.nodes.get(edge.to)
    return `connection: ${edgeDefinition(edge.type).forward} ${to === undefined ? '' : shortName(to)}`
  }
  const line = state.selectedEdge === null ? undefined : state.related.get(state.selectedEdge)
  if (line !== undefined) return `dashed line: ${relatedWords(line)}`
  const [first] = state.selection
  const node = first === undefined ? undefined : state.nodes.get(first)
  if (node === undefined) return 'nothing selected'
  if (state.selection.size > 1) return `${state.selection.size} nodes selected`
  const disproof = disproofWords(node)
  return node.kind === 'Case' ? `claim ${shortName(node)}, ${disproof ?? ''}` : `${kindDefinition(node.kind).words.one} ${shortName(node)}`
}

/** Details of the selection, and paths above or beside them: a column at the right, in narrow windows a sheet below the canvas that folds. Neither covers the canvas. */
export function DetailsColumn() {
  const words = useExploration(selectionWords)
  const selected = useExploration((state) => state.selectedEdge ?? [...state.selection].join())
  const isFolded = usePanels((state) => state.isSheetFolded)
  const showsPaths = usePanels((state) => state.showsPaths)
  const isEmpty = useExploration((state) => state.nodes.size === 0)
  const scroller = useRef<HTMLDivElement>(null)
  // What is newly selected is read from its beginning.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [selected])
  const Chevron = isFolded ? ChevronUp : ChevronDown
  return (
    <aside className={styles['column']} data-folded={isFolded ? '' : undefined} data-paths={showsPaths ? '' : undefined} data-empty={isEmpty && !showsPaths ? '' : undefined} aria-label="Details of the selection">
      <div className={styles['bar']}>
        <Button variant="quiet" size="small" aria-expanded={!isFolded} onPress={() => setPanels({ isSheetFolded: !isFolded })}>
          <Chevron size={15} aria-hidden /> Details
        </Button>
        <span className={styles['words']}>{words}</span>
      </div>
      <div className={styles['body']}>
        <PathsPanel />
        <div ref={scroller} className={styles['scroller']}>
          <Details />
        </div>
      </div>
    </aside>
  )
}
