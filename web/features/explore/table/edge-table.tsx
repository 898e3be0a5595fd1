import { basisWords, tierWords } from '#graph-schema/evidence.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import { hiddenSummary, visibleGraph } from '#web/exploration/selectors.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { selectEdge } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { focusDetails } from '../explore-panels.ts'
import { disproofWords, quotedName, shortName } from '../node-words.ts'
import styles from './table-twin.module.css'

interface Row {
  edge: { id: string; why: string }
  /** What its button opens. */
  opens: 'Evidence' | 'Why'
  from: ExplorationNode
  to: ExplorationNode
  relation: string
  how: string
}

/** So many connections are listed at first: a dense canvas has thousands. */
const mostRows = 300

function End({ node }: { node: ExplorationNode }) {
  const disproof = disproofWords(node)
  return (
    <span className={styles['end']}>
      <KindMark kind={node.kind} size={13} hollow={node.status === 'known-by-title'} />
      <span>
        {node.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
        {quotedName(node)}
        {disproof !== null && <span className={styles['muted']}>{disproof}</span>}
      </span>
    </span>
  )
}

/** The connections drawn on the canvas as sentences, with who says so and why; each opens its evidence. */
export function EdgeTable({ text }: { text: string }) {
  const { nodes, edges, related } = useExploration(visibleGraph)
  const selected = useExploration((state) => state.selectedEdge)
  const hidden = useExploration(hiddenSummary)
  const wanted = text.trim().toLowerCase()
  const told = [
    ...[...edges.values()].map((edge) => ({ edge, relation: edgeDefinition(edge.type).forward, how: edge.tier === null ? basisWords[edge.basis] : tierWords[edge.tier], opens: 'Evidence' as const })),
    ...[...related.values()].map((edge) => ({ edge, relation: `is ${relatedWords(edge)} to`, how: 'dashed line, no edge of the graph', opens: 'Why' as const })),
  ]
  const rows = told.flatMap(({ edge, relation, how, opens }): Row[] => {
    const from = nodes.get(edge.from)
    const to = nodes.get(edge.to)
    if (from === undefined || to === undefined) return []
    const row = { edge, from, to, relation, how, opens }
    return [from.name, to.name, row.relation, row.how, edge.why].some((words) => words.toLowerCase().includes(wanted)) ? [row] : []
  })
  const open = (edge: { id: string }): void => {
    exploration.step('Select a connection', (state) => selectEdge(state, edge.id), { coalesce: 'select' })
    focusDetails()
  }
  const columns: Column<Row>[] = [
    { id: 'from', header: 'From', isRowHeader: true, sortBy: ({ from }) => from.name, cell: ({ from }) => <End node={from} /> },
    { id: 'relation', header: 'Relation', sortBy: ({ relation }) => relation, cell: ({ relation }) => <span className={styles['relation']}>{relation}</span> },
    { id: 'to', header: 'To', sortBy: ({ to }) => to.name, cell: ({ to }) => <End node={to} /> },
    {
      id: 'how',
      header: 'How we know, and why',
      sortBy: ({ how }) => how,
      cell: ({ edge, how }) => (
        <span className={styles['how']}>
          {how}
          <span className={styles['muted']}>{edge.why}</span>
        </span>
      ),
    },
    {
      id: 'evidence',
      header: 'Details',
      cell: ({ edge, from, to, relation, opens }) => (
        <Button size="small" aria-pressed={selected === edge.id} aria-label={`${opens}: ${shortName(from)} ${relation} ${shortName(to)}`} onPress={() => open(edge)}>
          {opens}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={`The ${edges.size} connections drawn on the canvas${related.size > 0 ? ` and ${related.size} dashed ${related.size === 1 ? 'line' : 'lines'} to related cases` : ''}${hidden.edges > 0 ? `; ${hidden.edges} more are hidden by filters` : ''}${rows.length === told.length ? '' : `; ${rows.length} match`}. Titles in quotes are claims, not facts.`}
      columns={columns}
      rows={rows}
      keyOf={({ edge }) => edge.id}
      initialSort={{ column: 'to', descending: false }}
      isSelected={({ edge }) => edge.id === selected}
      mostRows={mostRows}
    />
  )
}
