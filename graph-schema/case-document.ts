import { z } from 'zod'
import { caseStatuses, disproofStates, textOrigins } from './node-kinds/case.ts'
import { keywordTypes } from './node-kinds/keyword.ts'

const named = z.strictObject({ id: z.string(), name: z.string() })

/**
 * A case as Throughline writes it out and reads it in: one object that says by itself what it is, so that a file may hold one, a list
 * of them, or one a line. A claim never stands without its disproof or the word that it is missing.
 */
export const caseDocumentSchema = z
  .strictObject({
    format: z.literal('throughline-case'),
    version: z.literal(1),
    id: z.string(),
    title: z.string().min(1).max(1000),
    claim: z.string().nullable(),
    claimOrigin: z.enum(textOrigins).nullable(),
    disproof: z.string().nullable(),
    disproofOrigin: z.enum(textOrigins).nullable(),
    disproofState: z.enum(disproofStates),
    publishedOn: z.iso.date().nullable(),
    issue: z.int().positive().nullable(),
    status: z.enum(caseStatuses),
    source: z.string().min(1),
    sourceUrl: z.string().nullable(),
    countries: z.array(named.extend({ inferred: z.boolean() })),
    languages: z.array(named),
    outlets: z.array(named.extend({ domain: z.string().nullable(), family: z.string().nullable(), url: z.string().nullable(), archiveUrl: z.string().nullable() })),
    keywords: z.array(named.extend({ type: z.enum(keywordTypes).nullable() })),
    citedSources: z.array(z.strictObject({ name: z.string(), url: z.string().nullable() })),
    refersTo: z.array(z.strictObject({ title: z.string().min(1), quote: z.string().nullable(), note: z.string().nullable() })),
    /** Links as they stood when the case was written out; they are made anew from the texts when it is read in. */
    narratives: z.array(named.extend({ tier: z.string().nullable(), why: z.string() })),
    /** Licence of the corpus that brought the case; null where it is unknown. */
    licence: z.string().nullable(),
  })
  .refine(({ disproof, disproofState }) => (disproof === null) === (disproofState === 'missing'), { error: 'disproofState must be “missing” if and only if there is no disproof' })
export type CaseDocument = z.output<typeof caseDocumentSchema>
