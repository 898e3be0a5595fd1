import type { Router } from 'express'
import { narrativePatternsEndpoint, tryPatternsEndpoint } from '#graph-schema/api/patterns.ts'
import { NotFoundError } from '../errors.ts'
import { parsePatterns } from '../narratives/patterns/parse-patterns.ts'
import { patternText } from '../narratives/patterns/pattern-text.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { narrativeStanding } from '../neo4j/queries/case-texts.ts'
import { TextCache } from '../review/text-cache.ts'
import { tryPatterns } from '../review/try-patterns.ts'
import { serve } from './handle.ts'

/** The patterns of a narrative, and trying others. */
export function addPatternRoutes(router: Router, driver: GraphDriver, inForce: TaxonomyProvider): void {
  const texts = new TextCache()

  function narrativeOf({ narratives, patterns }: Taxonomy, id: string) {
    const narrative = narratives.find((one) => one.id === id)
    if (narrative === undefined) throw new NotFoundError(`There is no narrative “${id}”.`)
    return { narrative, patterns: patterns.find((one) => one.id === id)?.patterns ?? [] }
  }

  serve(router, narrativePatternsEndpoint, async ({ param }) => {
    const { narrative, patterns } = narrativeOf(await inForce.current(driver), param('id'))
    return { id: narrative.id, name: narrative.name, text: patternText(patterns), keywords: narrative.sourceKeywords }
  })

  serve(router, tryPatternsEndpoint, async ({ body: { narrativeId, text, mode } }) => {
    const taxonomy = await inForce.current(driver)
    const { patterns: own } = narrativeOf(taxonomy, narrativeId)
    const { patterns, faults } = parsePatterns(text, 'typed', taxonomy.aliases)
    const [all, [standing]] = await Promise.all([texts.read(driver), driver.run(narrativeStanding, { id: narrativeId })])
    const { links = [], tagged = [] } = standing ?? {}
    const tried = tryPatterns(all, patterns, own, mode, { tiers: new Map(links.map(({ id, tier }) => [id, tier])), tagged: new Set(tagged) })
    return { ...tried, faults: faults.map(({ line, column, reason }) => ({ line, column, reason })) }
  })
}
