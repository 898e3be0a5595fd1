import { z } from 'zod'
import { corpusDescriptionSchema } from '#graph-schema/api/overview.ts'
import { corpusChoiceSchema } from '#graph-schema/import-plan.ts'
import { defineQuery } from '../define-query.ts'

/** What is said of a corpus, as a part of a query text; `k` is the corpus. */
export const corpusText = `k {.id, .name, .sampling, periodFrom: toString(k.periodFrom), periodTo: toString(k.periodTo), gaps: coalesce(k.gaps, []), .licence, .disclaimer,
        description: coalesce(k.description, ''), asImported: coalesce(k.asImported, 'null')}`

/** What that text gives. */
export const corpusRow = corpusDescriptionSchema.extend({
  asImported: z.string().transform((text): unknown => JSON.parse(text)).pipe(corpusChoiceSchema.nullable()),
})
export type DescribedCorpus = z.output<typeof corpusRow>

/** All corpora with what is said of them; there are as many as there are bodies of cases. */
export const describedCorpora = defineQuery({
  name: 'describedCorpora',
  cypher: `
    MATCH (k:Corpus)
    RETURN ${corpusText} AS corpus
    ORDER BY k.id
  `,
  params: z.strictObject({}),
  row: z.strictObject({ corpus: corpusRow }),
})
