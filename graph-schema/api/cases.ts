import { z } from 'zod'
import { basisSchema, evidenceSchema, tierSchema } from '../evidence.ts'
import { nodeIdSchema } from '../graph.ts'
import { caseStatuses, disproofStates, textOrigins } from '../node-kinds/case.ts'
import { dateParam, defineEndpoint, limitParam, noBody, noQuery, offsetParam, refuseEmptySpan } from './common.ts'

/** The filter that all screens share. Each field takes one id. */
export const caseFilterShape = {
  narrative: nodeIdSchema.optional(),
  country: nodeIdSchema.optional(),
  outlet: nodeIdSchema.optional(),
  keyword: nodeIdSchema.optional(),
  language: nodeIdSchema.optional(),
  issue: nodeIdSchema.optional(),
  topic: nodeIdSchema.optional(),
  /** The cases that an import states; `GET /api/imports` lists imports. */
  import: z.string().max(400).startsWith('batch:', { error: 'not the id of an import' }).optional(),
  /** Inclusive days. A case without date is left out as soon as one of the two is given. */
  from: dateParam.optional(),
  to: dateParam.optional(),
  q: z.string().trim().max(200).optional(),
} as const

export const caseRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  claim: z.string().nullable(),
  claimOrigin: z.enum(textOrigins).nullable(),
  disproof: z.string().nullable(),
  disproofOrigin: z.enum(textOrigins).nullable(),
  disproofState: z.enum(disproofStates),
  status: z.enum(caseStatuses),
  publishedOn: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  outlets: z.array(z.string()),
})
export type CaseRow = z.output<typeof caseRowSchema>

export const facetSchema = z.strictObject({ id: z.string(), name: z.string(), count: z.int() })
export type Facet = z.output<typeof facetSchema>

export const casesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/cases',
  summary: 'Cases under a filter, newest first, with facets',
  query: z.strictObject({ ...caseFilterShape, limit: limitParam(25, 200), offset: offsetParam }).check(refuseEmptySpan),
  body: noBody,
  response: z.strictObject({
    cases: z.array(caseRowSchema),
    total: z.int(),
    /** Most frequent first, 30 entries a field at most. */
    facets: z.strictObject({
      narrative: z.array(facetSchema),
      country: z.array(facetSchema),
      outlet: z.array(facetSchema),
      keyword: z.array(facetSchema),
      language: z.array(facetSchema),
      issue: z.array(facetSchema),
      /** Cases by month, `YYYY-MM`, oldest first. */
      month: z.array(z.strictObject({ month: z.string(), count: z.int() })),
    }),
  }),
})

const linkSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  basis: basisSchema,
  evidence: z.array(evidenceSchema),
})

/** Another case that this one is joined to by a reference or a repetition. */
const referenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  publishedOn: z.string().nullable(),
  status: z.enum(caseStatuses),
  disproofState: z.enum(disproofStates),
  quote: z.string().nullable(),
  why: z.string(),
})

/** Everything the case page shows. */
export const casePageEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/cases/:id',
  summary: 'One case: claim beside disproof, facts, narratives with evidence, references, repetitions, provenance',
  query: noQuery,
  body: noBody,
  response: z.strictObject({
    case: caseRowSchema.extend({ source: z.string(), aliases: z.array(z.string()) }),
    narratives: z.array(linkSchema.extend({ tier: tierSchema, head: z.string().nullable() })),
    topics: z.array(linkSchema),
    countries: z.array(linkSchema),
    outlets: z.array(linkSchema.extend({ family: z.string().nullable(), url: z.string().nullable(), archiveUrl: z.string().nullable() })),
    keywords: z.array(linkSchema),
    languages: z.array(linkSchema),
    issues: z.array(linkSchema),
    sources: z.array(linkSchema.extend({ url: z.string().nullable() })),
    refersTo: z.array(referenceSchema),
    referredToBy: z.array(referenceSchema),
    /** The case that made the same claim before, and those that make it again. */
    repeats: z.array(referenceSchema),
    repeatedBy: z.array(referenceSchema),
    provenance: z.array(
      z.strictObject({
        batch: z.string(),
        file: z.string(),
        sha256: z.string(),
        format: z.string(),
        importerVersion: z.string(),
        corpus: z.string(),
        row: z.int(),
        importedAt: z.string(),
        /** Raw values by column, as they stood in the file. */
        raw: z.record(z.string(), z.string()),
      }),
    ),
  }),
})

