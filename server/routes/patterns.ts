import type { Router } from 'express'
import { narrativePatternsEndpoint, tryPatternsEndpoint } from '#graph-schema/api/patterns.ts'
import { NotFoundError } from '../errors.ts'
import type { IngestContext } from '../ingest/inference.ts'
import { parsePatterns } from '../narratives/patterns/parse-patterns.ts'
import { patternText } from '../narratives/patterns/pattern-text.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { narrativeStanding } from '../neo4j/queries/case-texts.ts'
import { TextCache } from '../review/text-cache.ts'
import { tryPatterns } from '../review/try-patterns.ts'
import { serve } from './handle.ts'

/** The patterns of a narrative, and trying others. */
export function addPatternRoutes(router: Router, driver: GraphDriver, context: Pick<IngestContext, 'taxonomy'>): void {
  const texts = new TextCache()

  function narrativeOf(id: string) {
    const { narratives, patterns } = context.taxonomy
    const narrative = narratives.find((one) => one.id === id)
    if (narrative === undefined) throw new NotFoundError(`There is no narrative “${id}”.`)
    return { narrative, patterns: patterns.find((one) => one.id === id)?.patterns ?? [] }
  }

  serve(router, narrativePatternsEndpoint, ({ param }) => {
    const { narrative, patterns } = narrativeOf(param('id'))
    return Promise.resolve({ id: narrative.id, name: narrative.name, text: patternText(patterns), keywords: narrative.sourceKeywords })
  })

  serve(router, tryPatternsEndpoint, async ({ body: { narrativeId, text, mode } }) => {
    const { patterns: own } = narrativeOf(narrativeId)
    const { patterns, faults } = parsePatterns(text, 'typed', context.taxonomy.aliases)
    const [all, [standing]] = await Promise.all([texts.read(driver), driver.run(narrativeStanding, { id: narrativeId })])
    const { links = [], tagged = [] } = standing ?? {}
    const tried = tryPatterns(all, patterns, own, mode, { tiers: new Map(links.map(({ id, tier }) => [id, tier])), tagged: new Set(tagged) })
    return { ...tried, faults: faults.map(({ line, column, reason }) => ({ line, column, reason })) }
  })
}
