import { z } from 'zod'
import { decisionKind } from '#graph-schema/node-kinds/decision.ts'
import { defineQuery } from '../../define-query.ts'

const nothing = z.never()

/** Writes decisions; one that is there under its id is replaced. */
export const writeDecisions = defineQuery({
  name: 'writeDecisions',
  access: 'write',
  cypher: `
    UNWIND $rows AS row
    MERGE (d:Decision {id: row.id})
    SET d = row
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), ...decisionKind.properties.shape })) }),
  row: nothing,
  timeoutMs: 60_000,
})

/** Takes decisions back. */
export const deleteDecisions = defineQuery({
  name: 'deleteDecisions',
  access: 'write',
  cypher: `
    MATCH (d:Decision) WHERE d.id IN $ids
    DETACH DELETE d
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: nothing,
  timeoutMs: 60_000,
})
