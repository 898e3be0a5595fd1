import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

export const samplings = ['complete', 'selected'] as const

/** The corpus that Throughline ships: the source's facts, claims and disproofs in our own words. */
export const sampleCorpusId = 'corpus:throughline-sample'

/** A body of cases with what must be known to count them honestly. */
export const corpusKind = defineNodeKind({
  kind: 'Corpus',
  role: 'provenance',
  idPrefixes: ['corpus'],
  words: { one: 'corpus', many: 'corpora' },
  properties: z.strictObject({
    /** `selected`: somebody chose these cases, so shares and waves over them would mislead. */
    sampling: z.enum(samplings),
    periodFrom: z.iso.date().nullable(),
    periodTo: z.iso.date().nullable(),
    /** Known gaps, in words. */
    gaps: z.array(z.string()),
    licence: z.string().nullable(),
    disclaimer: z.string().nullable(),
    description: z.string(),
    /** JSON: what the imports said, where a person has said something else since. */
    asImported: z.string().nullable(),
  }),
  searchable: [],
})
