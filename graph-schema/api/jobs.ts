import { z } from 'zod'
import { cleaningGroupSchema, columnAccountSchema, corpusChoiceSchema, readPlanSchema } from '../import-plan.ts'
import { nodeKindSchema } from '../node-kinds/index.ts'
import { problemSchema } from '../read-result.ts'
import { defineEndpoint, noBody, noQuery } from './common.ts'
import { rowCountsSchema } from './imports.ts'

export const jobKinds = ['dry-run', 'import', 'undo'] as const
export const jobStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const

/** What a dry run found, or an import brought. Problems and cleanings are counted in full; `findings.csv` lists each. */
export const importReportSchema = z.strictObject({
  rows: rowCountsSchema,
  /** Nodes that would be new (dry run) or are (import), a kind a line; `names` holds the first twenty of a dry run. */
  created: z.array(z.strictObject({ kind: nodeKindSchema, count: z.int(), names: z.array(z.string()) })),
  cleanings: z.array(cleaningGroupSchema),
  columns: z.array(columnAccountSchema),
  /** The first hundred. */
  problems: z.array(problemSchema),
  problemCount: z.int(),
  /** These bytes were imported before with this plan: importing them again changes nothing. */
  alreadyImported: z.boolean(),
})
export type ImportReport = z.output<typeof importReportSchema>

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  /** The file's name. */
  file: z.string(),
  /** The import that it makes or undoes; null for a dry run. */
  batch: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z.strictObject({
    /** Rows done; for an undo, cases done. */
    rows: z.int(),
    /** Part of the work done, 0 to 1; null where that is not known. */
    part: z.number().nullable(),
    /** Rows a second over the last seconds. */
    rowsPerSecond: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  }),
  rows: rowCountsSchema,
  /** Of a finished dry run or import. */
  report: importReportSchema.nullable(),
  /** Of a finished undo. */
  undone: z.strictObject({ casesDeleted: z.int(), casesKept: z.int(), casesKnownByTitle: z.int(), entitiesDeleted: z.int() }).nullable(),
  /** Why it failed, in words; nothing of the inside. */
  failure: z.string().nullable(),
})
export type Job = z.output<typeof jobSchema>

const readingBody = z.strictObject({ plan: readPlanSchema, corpus: corpusChoiceSchema })

/** Step 3: what would come in. Writes nothing; answers at once with a job to be polled. */
export const startDryRunEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/uploads/:id/dry-run',
  summary: 'Begin a dry run of a file: a job that says what an import would bring',
  query: noQuery,
  body: z.strictObject({ plan: readPlanSchema }),
  response: jobSchema,
})

/** Step 4: the import itself. One at a time; others queue. Importing the same file with the same plan again changes nothing. */
export const startImportEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/uploads/:id/import',
  summary: 'Begin to import a file: a job with progress',
  query: noQuery,
  body: readingBody,
  response: jobSchema,
})

export const startUndoEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/imports/:id/undo',
  summary: 'Begin to undo an import: takes out what it alone brought; what others state too stays as they state it',
  query: noQuery,
  body: z.strictObject({}),
  response: jobSchema,
})

/** Poll it while `state` is `queued` or `running`. Jobs live as long as the server runs; what they wrote is in the graph. */
export const jobEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/jobs/:id',
  summary: 'One job with its progress, and its report once it is done',
  query: noQuery,
  body: noBody,
  response: jobSchema,
})

export const jobsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/jobs',
  summary: 'Jobs since the server started, newest first; the last hundred, without their reports',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ jobs: z.array(jobSchema) }),
})

/** What was written until then stays and is marked as cancelled: import it again to go on, or undo it. */
export const cancelJobEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/jobs/:id/cancel',
  summary: 'Stop a job; one that has ended stays as it is',
  query: noQuery,
  body: z.strictObject({}),
  response: jobSchema,
})

export const jobFindingsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/jobs/:id/findings.csv',
  summary: 'Every problem and every cleaning of a dry run or import, as CSV',
  produces: 'text/csv',
  query: noQuery,
  body: noBody,
  response: z.string(),
})
