import { z } from 'zod'
import { corpusChoiceSchema, readPlanSchema } from '../import-plan.ts'
import { problemSchema } from '../read-result.ts'
import { defineEndpoint, noBody, noQuery } from './common.ts'

/** A name as people see it, never a path: no slashes, no control characters. */
export const fileNameSchema = z.string().trim().min(1).max(200).regex(/^[^/\\\p{Cc}]+$/u, { error: 'a name without slashes or control characters' })

const recognitionSchema = z.strictObject({
  formatName: z.string(),
  /** What in the file gave it away, in words. */
  why: z.string(),
  /** 1: unmistakable. */
  confidence: z.number(),
  plan: readPlanSchema,
})

export const uploadSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Bytes, as they came. */
  size: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
  /** Formats that the file can be, surest first; empty where no reader knows it. */
  recognised: z.array(recognitionSchema),
  /** Why nothing can be read (empty, binary, no known format); null where something can. */
  problem: z.string().nullable(),
  /** It is a datapackage.json: it holds no cases, but says what the corpus of its tables is. */
  isPackage: z.boolean(),
  /** What the file says of its body of cases (a datapackage.json says much, others little); the screen asks for the rest. */
  corpus: corpusChoiceSchema,
  /** Finished imports of these very bytes. */
  alreadyImported: z.array(z.string()),
})
export type Upload = z.output<typeof uploadSchema>

/** Step 1 of an import: the file, as the raw body of the request, streamed to disk. Sending the same bytes again gives the same id. */
export const uploadEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/uploads',
  summary: 'Send a file (raw bytes as the body): what it is, how it could be read, and what it says of its corpus',
  consumes: 'application/octet-stream',
  query: z.strictObject({ name: fileNameSchema }),
  body: noBody,
  response: uploadSchema,
})

export const uploadByIdEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/uploads/:id',
  summary: 'A file that was sent, as it was recognised',
  query: noQuery,
  body: noBody,
  response: uploadSchema,
})

export const discardUploadEndpoint = defineEndpoint({
  method: 'delete',
  path: '/api/uploads/:id',
  summary: 'Forget a file that was sent; what was imported of it stays',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ discarded: z.boolean() }),
})

/** Step 2: the first rows under a plan, again after each change of encoding, delimiter or mapping. */
export const lookEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/uploads/:id/look',
  summary: 'The first rows of a file under a plan: raw values by column, what they become, what is wrong',
  query: noQuery,
  body: z.strictObject({ plan: readPlanSchema }),
  response: z.strictObject({
    columns: z.array(z.string()),
    /** Raw values by column, and the case they become; null for a row that was rejected. */
    rows: z.array(
      z.strictObject({
        row: z.int(),
        raw: z.record(z.string(), z.string()),
        case: z
          .strictObject({
            title: z.string(),
            claim: z.string().nullable(),
            disproof: z.string().nullable(),
            publishedOn: z.string().nullable(),
            issue: z.int().nullable(),
            sourceUrl: z.string().nullable(),
            countries: z.array(z.string()),
            languages: z.array(z.string()),
            outlets: z.array(z.string()),
            keywords: z.array(z.string()),
          })
          .nullable(),
        problems: z.array(problemSchema),
      }),
    ),
    /** Faults and facts of the file that belong to no row. */
    notes: z.array(problemSchema),
  }),
})

export const formatsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/formats',
  summary: 'The formats that can be imported',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ formats: z.array(z.strictObject({ format: z.string(), name: z.string() })) }),
})
