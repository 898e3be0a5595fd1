import { z } from 'zod'
import { tierSchema } from '#graph-schema/evidence.ts'
import { disproofStates } from '#graph-schema/node-kinds/case.ts'
import { defineQuery } from '../define-query.ts'

/** Title and claim of every counted case, newest first, undated last. */
export const caseTexts = defineQuery({
  name: 'caseTexts',
  cypher: `
    MATCH (c:Case) WHERE c.status IN ['active', 'corrected']
    RETURN c.id AS id, c.name AS title, c.claim AS claim, toString(c.publishedOn) AS publishedOn, c.disproofState AS disproofState
    ORDER BY c.publishedOn IS NULL, c.publishedOn DESC, id
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), title: z.string(), claim: z.string().nullable(), publishedOn: z.string().nullable(), disproofState: z.enum(disproofStates) }),
  maxRows: 200_000,
  timeoutMs: 30_000,
})
export type CaseText = z.output<typeof caseTexts.row>

/** Who wrote cases last, and how many there are: texts read before hold as long as both stay. */
export const textsVersion = defineQuery({
  name: 'textsVersion',
  cypher: `
    OPTIONAL MATCH (lock:ImportLock {id: 'lock:import'})
    RETURN coalesce(lock.holder, '') AS holder, COUNT { (:Case) } AS cases
  `,
  params: z.strictObject({}),
  row: z.strictObject({ holder: z.string(), cases: z.int() }),
})

/** Links to a narrative, and cases that bear one of its keywords. */
export const narrativeStanding = defineQuery({
  name: 'narrativeStanding',
  cypher: `
    MATCH (n:Narrative {id: $id})
    RETURN COLLECT { MATCH (n)<-[r:CARRIES]-(c:Case) RETURN {id: c.id, tier: r.tier} } AS links,
      COLLECT { MATCH (n)<-[:INDICATES]-(:Keyword)<-[:TAGGED_WITH]-(c:Case) RETURN DISTINCT c.id } AS tagged
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ links: z.array(z.strictObject({ id: z.string(), tier: tierSchema })), tagged: z.array(z.string()) }),
  timeoutMs: 20_000,
})

/** Links to narratives of the counted cases of a window of days. */
export const windowLinks = defineQuery({
  name: 'windowLinks',
  cypher: `
    MATCH (c:Case)-[r:CARRIES]->(n:Narrative)
    WHERE c.publishedOn >= date($from) AND c.publishedOn <= date($to) AND c.status IN ['active', 'corrected']
    RETURN c.id AS caseId, n.id AS narrativeId, n.name AS name, r.tier AS tier
  `,
  params: z.strictObject({ from: z.string(), to: z.string() }),
  row: z.strictObject({ caseId: z.string(), narrativeId: z.string(), name: z.string(), tier: tierSchema }),
  maxRows: 200_000,
  timeoutMs: 20_000,
})
