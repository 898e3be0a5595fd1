import { corpusChoiceSchema } from '../import-plan.ts'
import { defineEndpoint, noQuery } from './common.ts'
import { corpusSchema } from './overview.ts'

/** Says anew what a corpus is. Its id stays; imports of its files then change nothing of it. Saying what the imports said takes the edit back. */
export const describeCorpusEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/corpora/:id',
  summary: 'Edit what is said of a corpus: name, sampling, period, gaps, licence, disclaimer, description. All of it, each time',
  query: noQuery,
  body: corpusChoiceSchema,
  response: corpusSchema.omit({ cases: true }),
})
