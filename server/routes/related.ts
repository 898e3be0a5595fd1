import type { Router } from 'express'
import { relatedEndpoint, toldElsewhereEndpoint } from '#graph-schema/api/related.ts'
import type { RelatedHit, Tie } from '../analysis/related.ts'
import { relatedSentence, wordsAsWritten } from '../analysis/related-sentence.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { toldElsewhere } from '../neo4j/queries/told-elsewhere.ts'
import type { RelatedService } from '../related/related-service.ts'
import { byIdOrAlias } from './by-id-or-alias.ts'
import { serve } from './handle.ts'

const tieWords: Record<Tie, string> = {
  refersTo: 'this case refers to it',
  referredToBy: 'it refers to this case',
  repeats: 'this case repeats it',
  repeatedBy: 'it repeats this case',
}

/** What the sources state of the two, in words. */
function tiesOf(hit: RelatedHit, nameOf: (id: string) => string): string[] {
  const [source, ...more] = hit.sources
  const cited = source === undefined ? [] : [`both disproofs cite ${nameOf(source)}${more.length === 0 ? '' : ` and ${String(more.length)} more of the same`}`]
  return [...hit.ties.map((tie) => tieWords[tie]), ...cited]
}

/** Cases related to one, and the same narratives told elsewhere. */
export function addRelatedRoutes(router: Router, graph: QueryRunner, related: RelatedService): void {
  serve(router, relatedEndpoint, async ({ query: { limit, ...weights }, param }) => {
    const { id, hits, shown, names, compared, isCurrent } = await byIdOrAlias(graph, param('id'), async (asked) => {
      const answer = await related.relatedTo(asked, { limit, weights })
      return answer === null ? undefined : { id: asked, ...answer }
    })
    const nameOf = (feature: string) => names.get(feature) ?? feature
    const withNames = (ids: readonly string[]) => ids.map((feature) => ({ id: feature, name: nameOf(feature) }))
    return {
      id,
      weights,
      compared,
      isCurrent,
      // A case that an undoing has just taken away is in the index still and nowhere else.
      cases: hits.flatMap((hit) => {
        const found = shown.get(hit.id)
        if (found === undefined) return []
        const reason = relatedSentence({
          shares: hit.shares, words: wordsAsWritten(hit.words, found.written), keywords: hit.keywords.map(nameOf), countries: hit.countries.map(nameOf), days: hit.days, ties: tiesOf(hit, nameOf),
        })
        // The case last: fields that are added after a parsed object make V8 describe each result anew, ten times the memory.
        return [{ score: hit.score, isLoose: hit.isLoose, shares: hit.shares, reason, keywords: withNames(hit.keywords), countries: withNames(hit.countries), sources: withNames(hit.sources), days: hit.days, ...found.details }]
      }),
    }
  })

  serve(router, toldElsewhereEndpoint, async ({ query: { days, limit }, param }) => {
    const { id, row } = await byIdOrAlias(graph, param('id'), async (asked) => {
      const [found] = await graph.run(toldElsewhere, { id: asked, days, limit })
      return found === undefined ? undefined : { id: asked, row: found }
    })
    const lacks = [row.publishedOn === null ? 'date' as const : null, row.countries === 0 ? 'country' as const : null, row.narratives === 0 ? 'narrative' as const : null].filter((one) => one !== null)
    return { id, days, total: row.total, lacks, cases: row.cases.map(({ days: daysAfter, ...one }) => ({ ...one, daysAfter })) }
  })
}
