import type { Router } from 'express'
import { type SearchHit, searchEndpoint } from '#graph-schema/api/search.ts'
import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { hitDetail } from '../analysis/hit-detail.ts'
import { luceneSearch } from '../analysis/lucene-query.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { searchEntities } from '../neo4j/queries/search-entities.ts'
import { serve } from './handle.ts'

const allKinds = domainKinds.map(({ kind }) => kind)
/** Hits looked at; one more is asked for, to know whether there are more. */
const mostHits = 1_000

/** Search over names and texts. */
export function addSearchRoutes(router: Router, graph: QueryRunner): void {
  serve(router, searchEndpoint, async ({ query }) => {
    const search = luceneSearch(query.q)
    if (search === null) return { hits: [], counts: [], total: 0, more: false }
    const { folded, lastWord, strict, forgiving } = search
    const ask = async (lucene: string, isForgiving: boolean) => {
      const params = { lucene, folded, words: folded.split(' ').length, forgiving: isForgiving, lastWord, lookAt: mostHits + 1, kinds: query.kinds ?? null, offset: query.offset, limit: query.limit }
      const [row] = await graph.run(searchEntities, params)
      if (row === undefined) throw new Error('searchEntities answers with one row, always')
      return row
    }
    let row = await ask(strict, false)
    const fuzzy = row.lookedAt === 0 && forgiving !== null
    if (fuzzy) row = await ask(forgiving, true)
    const hits = row.id.flatMap((id, i): SearchHit[] => {
      const kind = row.kind[i]
      if (kind === undefined) return []
      const detail = hitDetail({ kind, status: row.status[i] ?? null, hint: row.hint[i] ?? null, parent: row.parent[i] ?? null, outlets: row.outlets[i] ?? [] })
      return [
        {
          id, kind, detail,
          name: row.name[i] ?? id,
          date: row.date[i] ?? null,
          disproofState: row.disproofState[i] ?? null,
          degree: row.degree[i] ?? 0,
          matched: fuzzy ? 'fuzzy' : row.wholeWords[i] === true ? 'exact' : 'prefix',
        },
      ]
    })
    const countOf = new Map(row.countedKinds.map((kind, i) => [kind, row.counts[i] ?? 0]))
    const counts = allKinds.flatMap((kind) => (countOf.has(kind) ? [{ kind, count: countOf.get(kind) ?? 0 }] : []))
    return { hits, counts, total: row.total, more: row.lookedAt > mostHits }
  })
}
