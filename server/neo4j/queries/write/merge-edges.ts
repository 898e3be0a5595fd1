import { z } from 'zod'
import { domainEdges, type EdgeType } from '#graph-schema/relationships.ts'
import { defineQuery, type Query } from '../../define-query.ts'

const reasons = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const edgeParams = z.strictObject({ rows: z.array(z.strictObject({ from: z.string(), to: z.string(), reasons })) })
const dropParams = z.strictObject({ rows: z.array(z.strictObject({ from: z.string(), to: z.string() })) })
const nothing = z.never()

interface EdgeQueries {
  /** Merges edges, with these reasons and no others. */
  merge: Query<typeof edgeParams, typeof nothing>
  drop: Query<typeof dropParams, typeof nothing>
}

/** One fixed text a type, as for labels; the type is the schema's constant. */
function queriesOf({ type, from, to }: (typeof domainEdges)[number]): EdgeQueries {
  return {
    merge: defineQuery({
      name: `merge_${type}`,
      access: 'write',
      isBulk: true,
      cypher: `
        UNWIND $rows AS row
        MATCH (a:${from} {id: row.from})
        MATCH (b:${to} {id: row.to})
        MERGE (a)-[r:${type}]->(b)
        SET r = row.reasons
      `,
      params: edgeParams,
      row: nothing,
    }),
    drop: defineQuery({
      name: `drop_${type}`,
      access: 'write',
      cypher: `
        UNWIND $rows AS row
        MATCH (a:${from} {id: row.from})-[r:${type}]->(b:${to} {id: row.to})
        DELETE r
      `,
      params: dropParams,
      row: nothing,
    }),
  }
}

const byType = new Map<EdgeType, EdgeQueries>(domainEdges.map((edge) => [edge.type, queriesOf(edge)]))

/** The statements that merge and that drop edges of a type. */
export function edgeQueries(type: EdgeType): EdgeQueries {
  const queries = byType.get(type)
  if (queries === undefined) throw new Error(`No query writes edges of type ${type}`)
  return queries
}
