import { z } from 'zod'
import { taxonomyEditionKind } from '#graph-schema/node-kinds/taxonomy-edition.ts'
import { defineQuery } from '../../define-query.ts'

const nothing = z.never()

/** Takes the lock on which all who edit the taxonomy queue; what is read after it in the same transaction is the last word. */
export const lockTaxonomy = defineQuery({
  name: 'lockTaxonomy',
  access: 'write',
  cypher: `
    MERGE (lock:ImportLock {id: 'lock:taxonomy'})
    ON CREATE SET lock.holder = ''
    SET lock.taken = true
  `,
  params: z.strictObject({}),
  row: nothing,
})

/** The newest edition; no row where there is none. */
export const newestEdition = defineQuery({
  name: 'newestEdition',
  cypher: `
    MATCH (e:TaxonomyEdition)
    RETURN e.id AS id, e.number AS number
    ORDER BY e.number DESC LIMIT 1
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), number: z.int() }),
})

/** Adds an edition. */
export const writeEdition = defineQuery({
  name: 'writeEdition',
  access: 'write',
  cypher: `
    MERGE (e:TaxonomyEdition {id: $row.id})
    SET e = $row
  `,
  params: z.strictObject({ row: z.strictObject({ id: z.string(), ...taxonomyEditionKind.properties.shape }) }),
  row: nothing,
})
