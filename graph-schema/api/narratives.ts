import { z } from 'zod'
import { tierSchema } from '../evidence.ts'
import { samplings } from '../node-kinds/corpus.ts'
import { caseRowSchema, facetSchema } from './cases.ts'
import { dateParam, defineEndpoint, noBody, noQuery, refuseEmptySpan } from './common.ts'

export const narrativeSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  level: z.enum(['head', 'sub']),
  head: z.string().nullable(),
  position: z.int(),
  /** Cases that carry it; for a head, those of its sub-narratives counted once. */
  cases: z.int(),
  /** Of these, linked by a keyword of the source alone. */
  sourceTagOnly: z.int(),
  /** Earliest and latest recorded here; null without dated cases. */
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
})
export type NarrativeSummary = z.output<typeof narrativeSummarySchema>

export const narrativesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/narratives',
  summary: 'All narratives with counts and the days between which they were recorded',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ narratives: z.array(narrativeSummarySchema), casesWithoutNarrative: z.int() }),
})

/** Counts are of cases, or of distinct claims: cases that repeat one another count once. */
export const countedSchema = z.enum(['cases', 'claims'])
export type Counted = z.output<typeof countedSchema>

/**
 * Rows for the landscape. Time is cut into bins (months `YYYY-MM` or review issues by number).
 * A bin's share is count / effort; it is only meaningful over complete corpora. For selected samples `dots` gives each case by itself.
 */
export const landscapeEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/landscape',
  summary: 'Narratives over time: series over complete corpora, single cases over selected samples, and the effort behind both',
  query: z.strictObject({ by: z.enum(['month', 'issue']).default('month'), count: countedSchema.default('cases'), from: dateParam.optional(), to: dateParam.optional() }).check(refuseEmptySpan),
  body: noBody,
  response: z.strictObject({
    by: z.enum(['month', 'issue']),
    /** What one stands for in every count below: a case, or a distinct claim with all cases that repeat it, on the day of the earliest. */
    count: countedSchema,
    /** Everything counted, whether it has a place on the time axis or not. */
    total: z.int(),
    /** All bins between the first and the last, without holes. */
    bins: z.array(z.strictObject({ key: z.string(), from: z.string(), to: z.string(), imported: z.boolean(), complete: z.boolean() })),
    /** All reviewed cases a bin: over complete corpora, and over selected ones. */
    effortComplete: z.array(z.int()),
    effortSelected: z.array(z.int()),
    rows: z.array(
      narrativeSummarySchema.extend({
        /** Counts a bin over complete corpora only. `strong` leaves out links by source-tag alone. */
        series: z.array(z.int()),
        strong: z.array(z.int()),
        /** Cases of selected samples: position in `bins`, id, date, title, tier. One array a field. */
        dots: z.strictObject({
          bin: z.array(z.int()),
          id: z.array(z.string()),
          date: z.array(z.string().nullable()),
          title: z.array(z.string()),
          tier: z.array(tierSchema),
          disproofState: z.array(z.string()),
        }),
        /** Runs of activity over complete corpora: first and last bin, cases in it. Empty on samples. */
        waves: z.array(z.strictObject({ first: z.int(), last: z.int(), cases: z.int() })),
        /** Cases that cannot be placed in a bin (no date, or no review issue). */
        unplaced: z.int(),
      }),
    ),
    withoutNarrative: z.strictObject({ cases: z.int(), series: z.array(z.int()), dotBins: z.array(z.int()) }),
    /** Cases that two narratives share, by their positions in `rows`; only pairs with at least one. */
    shared: z.strictObject({ a: z.array(z.int()), b: z.array(z.int()), cases: z.array(z.int()) }),
    sampling: z.array(z.enum(samplings)),
  }),
})

export const connectionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Cases that carry both. */
  shared: z.int(),
  /** Observed over expected if the two were independent; null over selected samples, where chance is the selector's. */
  lift: z.number().nullable(),
  /** 95 % interval of the lift (log-normal approximation of the ratio of Poisson counts); null with lift. */
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const dossierEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/narratives/:id',
  summary: 'Narrative dossier: definition, recurrence, spread, connections, cases, rules',
  query: noQuery,
  body: noBody,
  response: z.strictObject({
    narrative: narrativeSummarySchema.extend({ aliases: z.array(z.string()) }),
    /** Its cases with those that repeat one another counted once. */
    distinctClaims: z.int(),
    head: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    subNarratives: z.array(narrativeSummarySchema),
    techniques: z.array(z.strictObject({ id: z.string(), name: z.string(), disarmId: z.string(), note: z.string() })),
    /** The nearest labels of PolyNarrative (SemEval-2025 Task 10), by the taxonomy’s own comparison. */
    polyNarrative: z.array(z.string()),
    keywords: z.array(z.strictObject({ id: z.string(), name: z.string(), cases: z.int() })),
    /** What links cases to it, with the number of cases each rule or keyword stands for. */
    rules: z.array(z.strictObject({ kind: z.enum(['phrase', 'keyword', 'statement']), text: z.string(), cases: z.int() })),
    tiers: z.array(z.strictObject({ tier: tierSchema, cases: z.int() })),
    byYear: z.array(z.strictObject({ year: z.string(), cases: z.int() })),
    countries: z.array(facetSchema.extend({ earliest: z.string().nullable(), lagDays: z.int().nullable() })),
    outlets: z.array(facetSchema.extend({ earliest: z.string().nullable(), lagDays: z.int().nullable() })),
    languages: z.array(facetSchema.extend({ earliest: z.string().nullable(), lagDays: z.int().nullable() })),
    issues: z.array(facetSchema),
    connections: z.array(connectionSchema),
    earliestCase: caseRowSchema.nullable(),
    latestCases: z.array(caseRowSchema),
    sampling: z.array(z.enum(samplings)),
  }),
})
