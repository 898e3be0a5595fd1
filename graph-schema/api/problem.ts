import { z } from 'zod'

/** The body of every error answer (RFC 9457, application/problem+json). */
export const problemDetailsSchema = z.object({
  /** A URN of ours that names the kind of error, e.g. `urn:throughline:not-found`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Id of this occurrence; the log line carries the same. */
  instance: z.string(),
  /** For a refused request: each fault with its place. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type ProblemDetails = z.output<typeof problemDetailsSchema>
