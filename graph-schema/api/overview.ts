import { z } from 'zod'
import { corpusChoiceSchema } from '../import-plan.ts'
import { samplings } from '../node-kinds/corpus.ts'
import { nodeKindSchema } from '../node-kinds/index.ts'
import { defineEndpoint, noBody, noQuery } from './common.ts'

/** What is said of a corpus; before anything of it is imported, all of it must be. */
export const corpusDescriptionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  sampling: z.enum(samplings),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  gaps: z.array(z.string()),
  licence: z.string().nullable(),
  disclaimer: z.string().nullable(),
  description: z.string(),
})

export const corpusSchema = corpusDescriptionSchema.extend({
  /** What the imports said, where a person has said something else since; null where nobody has. */
  asImported: corpusChoiceSchema.nullable(),
  cases: z.int(),
})
export type CorpusSummary = z.output<typeof corpusSchema>

/** What the graph holds. `cases` counts active and corrected cases; those known by title only and withdrawn ones stand apart. */
export const overviewEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/overview',
  summary: 'What the graph holds: counts by kind, corpora, period',
  query: noQuery,
  body: noBody,
  response: z.strictObject({
    kinds: z.array(z.strictObject({ kind: nodeKindSchema, count: z.int() })),
    cases: z.int(),
    undatedCases: z.int(),
    knownByTitle: z.int(),
    withdrawn: z.int(),
    firstDate: z.string().nullable(),
    lastDate: z.string().nullable(),
    corpora: z.array(corpusSchema),
  }),
})
