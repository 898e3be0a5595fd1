import type { Router } from 'express'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { caseCounts } from '../neo4j/queries/case-counts.ts'
import { corpora } from '../neo4j/queries/corpora.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { serve } from './handle.ts'

/** What the graph holds. */
export function addOverviewRoutes(router: Router, graph: QueryRunner): void {
  serve(router, overviewEndpoint, async () => {
    const [kinds, [counts], corpusRows] = await Promise.all([graph.run(countKinds, {}), graph.run(caseCounts, {}), graph.run(corpora, {})])
    if (counts === undefined) throw new Error('caseCounts answers with one row, always')
    return { kinds, ...counts, corpora: corpusRows.map(({ firstDate: _first, lastDate: _last, ...corpus }) => corpus) }
  })
}
