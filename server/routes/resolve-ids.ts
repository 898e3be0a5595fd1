import type { z } from 'zod'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { nodesById } from '../neo4j/queries/nodes-by-id.ts'
import { resolveAliases } from '../neo4j/queries/resolve-aliases.ts'

type NodeRow = z.output<typeof nodesById.row>

/** The nodes behind a list of ids. `position` in each row is a place in `ids`. */
export interface ResolvedIds {
  /** Ids in force, each once, in the order asked; those without a node among them. */
  ids: string[]
  nodeRows: NodeRow[]
  missing: string[]
  resolved: { asked: string; id: string }[]
}

/** Finds the nodes of a list of ids, aliases of cases included. Aliases cost a scan, and only when some case is not found by its id. */
export async function resolveIds(graph: QueryRunner, asked: readonly string[]): Promise<ResolvedIds> {
  const ids = [...new Set(asked)]
  const nodeRows = await graph.run(nodesById, { ids })
  const found = new Set(nodeRows.flatMap((row) => row.id))
  const missing = ids.filter((id) => !found.has(id))
  const lostCases = missing.filter((id) => kindOfId(id) === 'Case')
  const resolved = lostCases.length === 0 ? [] : await graph.run(resolveAliases, { ids: lostCases })
  if (resolved.length === 0) return { ids, nodeRows, missing, resolved }

  const inForce = new Map(resolved.map(({ asked: alias, id }) => [alias, id]))
  const renamed = [...new Set(ids.map((id) => inForce.get(id) ?? id))]
  return { ids: renamed, nodeRows: await graph.run(nodesById, { ids: renamed }), missing: missing.filter((id) => !inForce.has(id)), resolved }
}
