import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { hiddenSummary, visibleGraph } from '#web/exploration/selectors.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { setPanels } from '../explore-panels.ts'
import { disproofWords, quotedName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './table-twin.module.css'

/** So many nodes are listed at first. */
const mostRows = 300

/** The nodes drawn on the canvas in rows, with the same actions, sorted by any column. */
export function NodeTable({ text }: { text: string }) {
  const { nodes } = useExploration(visibleGraph)
  const selection = useExploration((state) => state.selection)
  const pinned = useExploration((state) => state.pinned)
  const expansions = useExploration((state) => state.expansions)
  const hidden = useExploration(hiddenSummary)
  const actions = useExploreActions()
  const rows = [...nodes.values()].filter((node) => node.name.toLowerCase().includes(text.trim().toLowerCase()))
  const toggle = (id: string, isOn: boolean): void => actions.select(isOn ? [...selection, id] : [...selection].filter((other) => other !== id))
  const columns: Column<ExplorationNode>[] = [
    {
      id: 'selected',
      header: 'Selected',
      sortBy: (node) => (selection.has(node.id) ? 1 : 0),
      cell: (node) => <input type="checkbox" aria-label={`Select ${node.name}`} checked={selection.has(node.id)} onChange={(event) => toggle(node.id, event.target.checked)} />,
    },
    {
      id: 'kind',
      header: 'Kind',
      sortBy: (node) => node.kind,
      cell: (node) => (
        <span className={styles['kind']}>
          <KindMark kind={node.kind} size={13} hollow={node.status === 'known-by-title'} /> {kindDefinition(node.kind).words.one}
        </span>
      ),
    },
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      sortBy: (node) => node.name,
      cell: (node) => {
        const disproof = disproofWords(node)
        return (
          <>
            <button type="button" className={styles['name']} onClick={() => actions.select([node.id])}>
              {node.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
              {quotedName(node)}
            </button>
            {disproof !== null && <span className={styles['muted']}>{disproof}</span>}
            {pinned.has(node.id) && <span className={styles['muted']}>pinned</span>}
          </>
        )
      },
    },
    { id: 'date', header: 'Date', sortBy: (node) => node.date, cell: (node) => (node.date === null ? <span className={styles['muted']}>none</span> : <time dateTime={node.date}>{node.date}</time>) },
    { id: 'degree', header: 'In the graph', numeric: true, sortBy: (node) => node.degree, cell: (node) => node.degree.toLocaleString('en') },
    {
      id: 'actions',
      header: 'Actions',
      cell: (node) => (
        <span className={styles['actions']}>
          <Button size="small" aria-label={`Expand ${node.name}`} onPress={() => setPanels({ expanding: node.id })}>
            Expand
          </Button>
          <Menu
            label={`More actions for ${node.name}`}
            size="small"
            actions={[
              ...(expansions.has(node.id) ? [{ id: 'collapse', label: 'Collapse', onAction: () => actions.collapse(node.id) }] : []),
              { id: 'pin', label: pinned.has(node.id) ? 'Unpin' : 'Pin', onAction: () => actions.pin([node.id]) },
              { id: 'neighbors', label: 'Select with neighbours', onAction: () => actions.selectNeighbors([node.id]) },
              { id: 'paths', label: 'Find paths from here', onAction: () => actions.findPathsFrom(node.id) },
              { id: 'hide', label: 'Hide', onAction: () => actions.hide([node.id]) },
              { id: 'remove', label: 'Remove', onAction: () => actions.remove([node.id]) },
            ]}
          >
            More
          </Menu>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={`The ${nodes.size} nodes drawn on the canvas${hidden.nodes > 0 ? `; ${hidden.nodes} more are hidden by filters` : ''}${rows.length === nodes.size ? '' : `; ${rows.length} match`}. Titles in quotes are claims, not facts.`}
      columns={columns}
      rows={rows}
      keyOf={(node) => node.id}
      initialSort={{ column: 'degree', descending: true }}
      isSelected={(node) => selection.has(node.id)}
      mostRows={mostRows}
    />
  )
}
