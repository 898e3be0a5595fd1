import { z } from 'zod'
import { cleaningGroupSchema, columnAccountSchema, readPlanSchema } from '../import-plan.ts'
import { importStatuses } from '../node-kinds/import-batch.ts'
import { disproofStates } from '../node-kinds/case.ts'
import { nodeKindSchema } from '../node-kinds/index.ts'
import { problemSchema, readCaseSchema } from '../read-result.ts'
import { defineEndpoint, limitParam, noBody, noQuery, offsetParam } from './common.ts'
import { corpusSchema } from './overview.ts'

/** Two million characters: a page is a few thousand, a folder of pages far below. */
export const maxPageCharacters = 2_000_000

const pageBody = z.strictObject({
  /** Shown with the import; a name, never a path. */
  fileName: z.string().trim().min(1).max(200).regex(/^[^/\\\0]+$/u, { error: 'a name without slashes' }),
  text: z.string().min(1).max(maxPageCharacters),
})

/** read = accepted + merged + rejected, always. */
export const rowCountsSchema = z.strictObject({ read: z.int(), accepted: z.int(), merged: z.int(), rejected: z.int() })
export type RowCounts = z.output<typeof rowCountsSchema>

/** A dry run: what is in the page and what an import would bring. Writes nothing. */
export const dryRunEndpoint = defineEndpoint({
  method: 'post',
  onlyReads: true,
  path: '/api/imports/dry-run',
  summary: 'Read a page without importing it: the cases in it, what would come in, what is wrong',
  query: noQuery,
  body: pageBody,
  response: z.strictObject({
    format: z.string(),
    sha256: z.string(),
    rows: rowCountsSchema,
    /** For each case: whether it is new, merges into a known one, or is already there word for word. */
    cases: z.array(readCaseSchema.extend({ effect: z.enum(['new', 'merges', 'unchanged']), id: z.string() })),
    newEntities: z.array(z.strictObject({ kind: nodeKindSchema, names: z.array(z.string()) })),
    problems: z.array(problemSchema),
    alreadyImported: z.boolean(),
  }),
})

export const importSummarySchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  /** `running` without a job that works on it: it was interrupted; import the file again to go on, or undo it. */
  status: z.enum(importStatuses),
  importerVersion: z.string(),
  corpus: z.strictObject({ id: z.string(), name: z.string(), sampling: z.string() }),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  rows: rowCountsSchema,
  /** The first hundred. */
  problems: z.array(problemSchema),
  problemCount: z.int(),
})
export type ImportSummary = z.output<typeof importSummarySchema>

export const importEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/imports',
  summary: 'Import a page. Importing the same page again changes nothing',
  query: noQuery,
  body: pageBody,
  response: importSummarySchema.extend({ created: z.record(z.string(), z.int()), caseIds: z.array(z.string()) }),
})

export const importsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/imports',
  summary: 'All imports, newest first',
  query: z.strictObject({ limit: limitParam(50, 200), offset: offsetParam }),
  body: noBody,
  response: z.strictObject({ imports: z.array(importSummarySchema), total: z.int() }),
})

/** The page of one import. */
export const importPageEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/imports/:id',
  summary: 'One import: its file, how it was read, rows accounted for per file and per column, what was tidied, its corpus',
  query: noQuery,
  body: noBody,
  response: importSummarySchema.extend({
    corpus: corpusSchema.omit({ cases: true }),
    plan: readPlanSchema.nullable(),
    cleanings: z.array(cleaningGroupSchema),
    columns: z.array(columnAccountSchema),
    /** Cases that this import states; of these those that count everywhere, being neither withdrawn nor known by title only; and those that no other import states. */
    cases: z.int(),
    casesCounted: z.int(),
    casesOfItsOwn: z.int(),
    /** The whole list of findings is kept where the import ran; false where it is not there (any more). */
    hasFindings: z.boolean(),
  }),
})

/** Which cases an import brought, each with the row that states it. */
export const importCasesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/imports/:id/cases',
  summary: 'The cases that an import states, by row, with the raw values of the row',
  query: z.strictObject({ limit: limitParam(50, 200), offset: offsetParam }),
  body: noBody,
  response: z.strictObject({
    cases: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        publishedOn: z.string().nullable(),
        disproofState: z.enum(disproofStates),
        row: z.int(),
        raw: z.record(z.string(), z.string()),
        /** Other imports that state this case as well. */
        others: z.int(),
      }),
    ),
    total: z.int(),
  }),
})

export const importFindingsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/imports/:id/findings.csv',
  summary: 'Every problem and every cleaning of an import, as CSV; 404 where this machine did not import it',
  produces: 'text/csv',
  query: noQuery,
  body: noBody,
  response: z.string(),
})
