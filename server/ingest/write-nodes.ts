import { group } from 'd3-array'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { toStoredReasons } from '../neo4j/edge-reasons.ts'
import { edgeQueries } from '../neo4j/queries/write/merge-edges.ts'
import { mergeNodes } from '../neo4j/queries/write/merge-nodes.ts'
import type { PlannedEdge } from './edge-facts.ts'
import type { EntityNode } from './entity-nodes.ts'
import type { MadeBy } from './importer-version.ts'
import { searchTextOf } from './search-text.ts'

/** Merges nodes, a statement a kind, all sent at once, sorted by id so that writers take locks in one order. */
export async function writeNodes(tx: QueryRunner, nodes: readonly EntityNode[]): Promise<void> {
  const byKind: Map<NodeKind, EntityNode[]> = group(nodes, (node) => node.kind)
  const answers = [...byKind].map(([kind, ofKind]) => {
    const rows = ofKind
      .map((node) => ({
        id: node.id,
        name: node.name,
        searchText: searchTextOf(kind, node.name, node.properties),
        // A null says "not known here" and must not take away what another import knew.
        properties: Object.fromEntries(Object.entries(node.properties).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    return tx.run(mergeNodes(kind), { rows })
  })
  await Promise.all(answers)
}

/** Merges edges, a statement a type, all sent at once, sorted by their ends. */
export async function writeEdges(tx: QueryRunner, edges: readonly PlannedEdge[], versionOf: MadeBy): Promise<void> {
  const byType: Map<EdgeType, PlannedEdge[]> = group(edges, (edge) => edge.type)
  const answers = [...byType].map(([type, ofType]) => {
    const rows = ofType
      .map((edge) => ({ from: edge.from, to: edge.to, reasons: toStoredReasons(edge, versionOf(type)) }))
      .sort((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? -1 : 1))
    return tx.run(edgeQueries(type).merge, { rows })
  })
  await Promise.all(answers)
}

/** Takes edges away that no longer hold. */
export async function dropEdges(tx: QueryRunner, edges: readonly { from: string; type: EdgeType; to: string }[]): Promise<void> {
  await Promise.all([...group(edges, (edge) => edge.type)].map(([type, rows]) => tx.run(edgeQueries(type).drop, { rows: rows.map(({ from, to }) => ({ from, to })) })))
}
