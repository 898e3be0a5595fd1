import { z } from 'zod'
import { domainKinds, provenanceKinds } from '#graph-schema/node-kinds/index.ts'
import { defineQuery } from '../../define-query.ts'

const prefixes = [...domainKinds, ...provenanceKinds].flatMap(({ idPrefixes }) => idPrefixes.map((prefix) => `${prefix}:`))

/**
 * Deletes up to 2,000 nodes of ours with their edges; resolves with how many. Ours are nodes with one of our labels (of a domain
 * kind: beside the label Entity) and an id of our form; a Country of somebody else's in the same database stays.
 */
export const wipeSome = defineQuery({
  name: 'wipeSome',
  access: 'write',
  cypher: `
    MATCH (n)
    WHERE ((n:Entity AND any(label IN labels(n) WHERE label IN $domain)) OR any(label IN labels(n) WHERE label IN $provenance))
      AND any(prefix IN $prefixes WHERE n.id STARTS WITH prefix)
    WITH n LIMIT 2000
    DETACH DELETE n
    RETURN count(*) AS deleted
  `,
  params: z.strictObject({
    domain: z.array(z.string()).default(domainKinds.map(({ kind }) => kind)),
    provenance: z.array(z.string()),
    prefixes: z.array(z.string()).default(prefixes),
  }),
  row: z.strictObject({ deleted: z.int() }),
  timeoutMs: 60_000,
})
