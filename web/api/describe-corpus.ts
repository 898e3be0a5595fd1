import type { z } from 'zod'
import { describeCorpusEndpoint } from '#graph-schema/api/corpora.ts'
import type { CorpusChoice } from '#graph-schema/import-plan.ts'
import { callApi } from './client.ts'

/** Says anew what a corpus is. */
export const describeCorpus = (id: string, choice: CorpusChoice): Promise<z.output<typeof describeCorpusEndpoint.response>> => callApi(describeCorpusEndpoint, { params: { id }, body: choice })
