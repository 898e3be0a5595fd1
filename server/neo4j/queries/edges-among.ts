import { z } from 'zod'
import { basisSchema, tierSchema } from '#graph-schema/evidence.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { storedEvidence } from '../edge-reasons.ts'
import { anyDomainEdge } from './row-parts.ts'

/**
 * Every edge between two nodes of a list; `from` and `to` are places in the list. All edges of our schema leave the side with few of them
 * (a case, a keyword, a sub-narrative), so walking outwards never scans a hub. Edges that a person rejected are left out.
 * `positions` maps each id of the list to its place: one look-up tells both that an end belongs to the list, and where it stands.
 * A row holds edges of one type, tier and basis in columns, so that these words cross the wire once a row and not once an edge.
 */
export const edgesAmong = defineQuery({
  name: 'edgesAmong',
  cypher: `
    UNWIND range(0, size($ids) - 1) AS position
    MATCH (a:Entity {id: $ids[position]})-[r:${anyDomainEdge}]->(b)
    WITH position, r, $positions[b.id] AS to
    WHERE to IS NOT NULL AND NOT coalesce(r.tier, '') = 'rejected'
    WITH position, to, r ORDER BY position, to
    WITH type(r) AS type, r.tier AS tier, r.basis AS basis, position / 500 AS piece,
      collect(position) AS from, collect(to) AS to, collect(coalesce(r.evidence, [])) AS evidence
    RETURN type, tier, basis, from, to, evidence
    ORDER BY type, tier, basis, piece
  `,
  params: z.strictObject({ ids: z.array(z.string()), positions: z.record(z.string(), z.int()) }),
  row: z.strictObject({
    type: edgeTypeSchema,
    tier: tierSchema.nullable(),
    basis: basisSchema.nullable(),
    from: z.array(z.int()),
    to: z.array(z.int()),
    /** An empty list where the edge is a plain one. */
    evidence: z.array(storedEvidence),
  }),
})
export type EdgesAmongRow = z.output<typeof edgesAmong.row>
