import type { Router } from 'express'
import { describeCorpusEndpoint } from '#graph-schema/api/corpora.ts'
import { describeCorpus } from '../ingest/describe-corpus.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { serve } from './handle.ts'

/** What people say of bodies of cases. */
export function addCorpusRoutes(router: Router, driver: GraphDriver): void {
  serve(router, describeCorpusEndpoint, ({ param, body }) => describeCorpus(driver, param('id'), body))
}
