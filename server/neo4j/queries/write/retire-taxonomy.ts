import { z } from 'zod'
import { tierSchema } from '#graph-schema/evidence.ts'
import { defineQuery } from '../../define-query.ts'

/** Gives narratives, topics and techniques the names that the taxonomy has for them. */
export const nameTaxonomy = defineQuery({
  name: 'nameTaxonomy',
  access: 'write',
  cypher: `
    UNWIND $rows AS row
    MATCH (n:Entity {id: row.id})
    SET n.name = row.name, n.searchText = row.searchText
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), name: z.string(), searchText: z.string() })) }),
  row: z.never(),
})

/** Takes away what former versions of the taxonomy said among its own nodes and the present one does not. */
export const dropFormerTaxonomyEdges = defineQuery({
  name: 'dropFormerTaxonomyEdges',
  access: 'write',
  cypher: `
    MATCH (:Narrative)-[r:SUBNARRATIVE_OF|USES_TECHNIQUE]->(:Entity)
    WHERE coalesce(r.basis, 'taxonomy') = 'taxonomy' AND r.version <> $version
    DELETE r
  `,
  params: z.strictObject({ version: z.string() }),
  row: z.never(),
})

/** Takes the edges from entries that the taxonomy no longer has; what people decided is kept apart. `ids` are those it has. Tells the links of cases that go. */
export const dropEdgesOfRetired = defineQuery({
  name: 'dropEdgesOfRetired',
  access: 'write',
  cypher: `
    MATCH (n:Narrative|Topic|Technique)-[r]-(:Entity)
    WHERE n:Entity AND NOT n.id IN $ids AND n.id =~ '(narrative|topic|technique):.+'
    WITH DISTINCT r, type(r) AS type, startNode(r).id AS caseId, endNode(r).id AS narrativeId, r.tier AS tier
    DELETE r
    WITH type, caseId, narrativeId, tier
    WHERE type = 'CARRIES'
    RETURN caseId, narrativeId, tier
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ caseId: z.string(), narrativeId: z.string(), tier: tierSchema }),
  maxRows: 10_000_000,
  timeoutMs: 60_000,
})

/** Deletes entries that the taxonomy no longer has and that nothing points to any more. */
export const deleteRetired = defineQuery({
  name: 'deleteRetired',
  access: 'write',
  cypher: `
    MATCH (n:Narrative|Topic|Technique)
    WHERE n:Entity AND NOT n.id IN $ids AND n.id =~ '(narrative|topic|technique):.+' AND NOT EXISTS { (n)--() }
    DELETE n
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.never(),
})
