import type { Router } from 'express'
import { dossierEndpoint, landscapeEndpoint, narrativesEndpoint } from '#graph-schema/api/narratives.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { countedCases, narrativeSummaries } from '../analysis/counted-cases.ts'
import { connectionsOf, rulesOf, tiersAndYears, withLags } from '../analysis/dossier.ts'
import { distinctClaims } from '../analysis/distinct-claims.ts'
import { landscape } from '../analysis/landscape.ts'
import { NotFoundError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { whyOf } from '../neo4j/edge-reasons.ts'
import { caseLinks } from '../neo4j/queries/case-links.ts'
import { corpora } from '../neo4j/queries/corpora.ts'
import { narrativeCatalogue } from '../neo4j/queries/narrative-catalogue.ts'
import { narrativeRules } from '../neo4j/queries/narrative-rules.ts'
import { narrativeSpread } from '../neo4j/queries/narrative-spread.ts'
import { narrativeTechniques } from '../neo4j/queries/narrative-techniques.ts'
import { serve } from './handle.ts'

/** The catalogue of narratives, and the counted cases of a time window with what they carry. */
async function narrativesAndCases(graph: QueryRunner, window: { from?: string | undefined; to?: string | undefined } = {}, withRepeats = false) {
  const [catalogue, rows] = await Promise.all([
    graph.run(narrativeCatalogue, {}),
    graph.run(caseLinks, { from: window.from ?? null, to: window.to ?? null, withRepeats }),
  ])
  return { catalogue, cases: countedCases(rows, catalogue) }
}

/** Narratives: all of them, over time, and one by itself. */
export function addNarrativeRoutes(router: Router, graph: QueryRunner): void {
  serve(router, narrativesEndpoint, async () => {
    const { catalogue, cases } = await narrativesAndCases(graph)
    return { narratives: narrativeSummaries(catalogue, cases), casesWithoutNarrative: cases.filter(({ carried }) => carried.size === 0).length }
  })

  serve(router, landscapeEndpoint, async ({ query }) => {
    const [{ catalogue, cases }, corpusRows] = await Promise.all([narrativesAndCases(graph, query, query.count === 'claims'), graph.run(corpora, {})])
    return landscape({ by: query.by, count: query.count, catalogue, cases: query.count === 'claims' ? distinctClaims(cases) : cases, corpora: corpusRows })
  })

  serve(router, dossierEndpoint, async ({ param }) => {
    const id = param('id')
    const [{ catalogue, cases }, [spread], evidence, techniques] = await Promise.all([
      narrativesAndCases(graph, {}, true),
      graph.run(narrativeSpread, { id }),
      graph.run(narrativeRules, { id }),
      graph.run(narrativeTechniques, { id }),
    ])
    const position = catalogue.findIndex((narrative) => narrative.id === id)
    const own = catalogue[position]
    const summaries = narrativeSummaries(catalogue, cases)
    const summary = summaries[position]
    if (own === undefined || summary === undefined || spread === undefined) {
      throw new NotFoundError(`There is no narrative “${id}” in this graph. The list of narratives shows those that there are.`)
    }
    const head = catalogue.find((narrative) => narrative.id === own.head)
    const { latestThenEarliest, hasEarliest } = spread
    const placesOf = (type: EdgeType) => spread.spread.find((one) => one.type === type)?.places ?? []
    const lagging = (type: EdgeType) => withLags(placesOf(type), summary.earliest)
    return {
      narrative: { ...summary, aliases: own.aliases },
      distinctClaims: distinctClaims(cases.filter(({ carried }) => carried.has(position))).length,
      head: head === undefined ? null : { id: head.id, name: head.name },
      subNarratives: summaries.filter((other) => other.head === id),
      techniques: techniques.map(({ evidence, ...technique }) => ({ ...technique, note: whyOf(evidence ?? []) })),
      polyNarrative: own.polyNarrative,
      keywords: placesOf('TAGGED_WITH').map(({ id: keyword, name, count }) => ({ id: keyword, name, cases: count })),
      rules: rulesOf(evidence.map((row) => row.evidence)),
      ...tiersAndYears(position, cases),
      countries: lagging('DISCUSSES'),
      outlets: lagging('APPEARED_IN'),
      languages: lagging('IN_LANGUAGE'),
      issues: placesOf('REPORTED_IN').map(({ id: issue, name, count }) => ({ id: issue, name, count })),
      connections: connectionsOf(position, catalogue, cases),
      earliestCase: hasEarliest ? (latestThenEarliest.at(-1) ?? null) : null,
      latestCases: hasEarliest ? latestThenEarliest.slice(0, -1) : latestThenEarliest,
      sampling: [
        ...(cases.some((one) => one.complete && one.carried.has(position)) ? (['complete'] as const) : []),
        ...(cases.some((one) => !one.complete && one.carried.has(position)) ? (['selected'] as const) : []),
      ],
    }
  })
}
