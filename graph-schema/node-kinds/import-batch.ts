import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** `cancelled`: stopped by a person, or `undoing`: being taken out; both keep what is written until somebody goes on. */
export const importStatuses = ['running', 'done', 'cancelled', 'undoing'] as const

/** One imported file. Its `name` is the file's name as given, never a path. */
export const importBatchKind = defineNodeKind({
  kind: 'ImportBatch',
  role: 'provenance',
  idPrefixes: ['batch'],
  words: { one: 'import', many: 'imports' },
  properties: z.strictObject({
    sha256: z.string(),
    format: z.string(),
    importerVersion: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    status: z.enum(importStatuses),
    read: z.int(),
    accepted: z.int(),
    merged: z.int(),
    rejected: z.int(),
    /** JSON list of the first hundred problems, each naming row, column and reason. */
    problems: z.string(),
    problemCount: z.int(),
    /** JSON: how the file was read, what was tidied, and what became of each column (import-plan.ts). */
    plan: z.string(),
    cleanings: z.string(),
    columns: z.string(),
    /** While it is under way: the version of the taxonomy that its cases are linked with; '' once there were several. Null when done. */
    linkedWith: z.string().nullable(),
  }),
  searchable: [],
})
