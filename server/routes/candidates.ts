import type { Router } from 'express'
import { candidatesEndpoint, rejectCandidateEndpoint } from '#graph-schema/api/candidates.ts'
import { rememberedTerms } from '../narratives/candidates.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { windowLinks } from '../neo4j/queries/case-texts.ts'
import { corpora } from '../neo4j/queries/corpora.ts'
import { datedCases, importedWeeks, proposeCandidates } from '../review/propose-candidates.ts'
import { newestWindow, type Window, windowUpTo } from '../review/newest-window.ts'
import { keepRejected, readRejected, takeRejectedBack } from '../review/rejected-candidates.ts'
import { TextCache } from '../review/text-cache.ts'
import { serve } from './handle.ts'

/** Proposals for new narratives, and saying that one is none. */
export function addCandidateRoutes(router: Router, driver: GraphDriver): void {
  const texts = new TextCache()

  serve(router, candidatesEndpoint, async ({ query }) => {
    const dated = datedCases(await texts.read(driver))
    const [first, last] = [dated[0]?.publishedOn ?? null, dated.at(-1)?.publishedOn ?? null]
    const termsIn = rememberedTerms()
    const [isRejected, extents] = await Promise.all([readRejected(driver), driver.run(corpora, {})])
    const proposeIn = async (window: Window) => proposeCandidates(dated, window, await driver.run(windowLinks, window), isRejected, termsIn)
    if (query.to !== undefined) {
      const window = windowUpTo(query.to)
      return { ...window, first, last, imported: importedWeeks(dated, window, extents), ...(await proposeIn(window)) }
    }
    const newest = await newestWindow(dated.map(({ publishedOn }) => publishedOn), proposeIn)
    if (newest === null) return { from: null, to: null, first, last, cases: 0, earlier: 0, imported: [], candidates: [], rejected: 0 }
    return { ...newest.window, first, last, imported: importedWeeks(dated, newest.window, extents), ...newest.found }
  })

  serve(router, rejectCandidateEndpoint, async ({ body: { by, caseIds, undo } }) => ({ rejected: await (undo ? takeRejectedBack(driver, caseIds) : keepRejected(driver, by, caseIds)) }))
}
