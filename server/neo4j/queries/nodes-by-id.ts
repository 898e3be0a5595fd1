import { z } from 'zod'
import { defineQuery } from '../define-query.ts'
import { nodeColumnsRow } from './row-parts.ts'

/** The nodes of a list of ids, in columns and pieces of 500; `position` is each one's place in the list. Ids without a node are left out. */
export const nodesById = defineQuery({
  name: 'nodesById',
  cypher: `
    UNWIND range(0, size($ids) - 1) AS position
    MATCH (n:Entity {id: $ids[position]})
    WITH position / 500 AS piece, position, n ORDER BY position
    WITH piece, collect(position) AS position, collect(n) AS nodes
    RETURN position,
      [n IN nodes | n.id] AS id,
      [n IN nodes | head([label IN labels(n) WHERE label <> 'Entity'])] AS kind,
      [n IN nodes | n.name] AS name,
      [n IN nodes | toString(n.publishedOn)] AS date,
      [n IN nodes | n.status] AS status,
      [n IN nodes | n.disproofState] AS disproofState,
      [n IN nodes | COUNT { (n)--() } - COUNT { (n)-[:IMPORTED_BY]-() }] AS degree
    ORDER BY piece
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ position: z.array(z.int()), ...nodeColumnsRow }),
})
