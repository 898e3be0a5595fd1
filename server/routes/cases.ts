import type { Router } from 'express'
import { casePageEndpoint, casesEndpoint } from '#graph-schema/api/cases.ts'
import { kindDefinition, kindOfId, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { casePageAnswer } from '../analysis/case-page-answer.ts'
import { luceneSearch } from '../analysis/lucene-query.ts'
import { BadInputError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { casePage } from '../neo4j/queries/case-page.ts'
import { filteredCases, type FilteredCasesRow } from '../neo4j/queries/filtered-cases.ts'
import { byIdOrAlias } from './by-id-or-alias.ts'
import { serve } from './handle.ts'

/** The filter's fields that name a node, the sort that narrows most first, with the kind each must name. */
const featureFields = [
  ['issue', 'Issue'],
  ['outlet', 'Outlet'],
  ['keyword', 'Keyword'],
  ['topic', 'Topic'],
  ['narrative', 'Narrative'],
  ['country', 'Country'],
  ['language', 'Language'],
] as const satisfies readonly (readonly [string, NodeKind])[]

type FeatureFilter = Partial<Record<(typeof featureFields)[number][0], string>>

function featuresOf(filter: FeatureFilter): string[] {
  return featureFields.flatMap(([field, kind]) => {
    const id = filter[field]
    if (id === undefined) return []
    if (kindOfId(id) === kind) return [id]
    throw new BadInputError('The query of the request does not fit', [{ path: `query.${field}`, message: `“${id}” is not the id of a ${kindDefinition(kind).words.one}` }])
  })
}

const noCases: FilteredCasesRow = { cases: [], total: 0, facets: [], month: [] }

/** Cases under a filter, and the page of one case. */
export function addCaseRoutes(router: Router, graph: QueryRunner): void {
  serve(router, casesEndpoint, async ({ query }) => {
    const features = featuresOf(query)
    const asked = query.q ?? ''
    const search = luceneSearch(asked)
    const ask = async (lucene: string | null) => {
      const { from = null, to = null, import: batch = null, offset, limit } = query
      return (await graph.run(filteredCases, { lucene, features, batch, from, to, offset, limit }))[0] ?? noCases
    }
    // A text without letters or digits is found nowhere.
    let row = search === null && asked !== '' ? noCases : await ask(search?.strict ?? null)
    const forgiving = search?.forgiving ?? null
    if (row.total === 0 && forgiving !== null) row = await ask(forgiving)
    const { cases, total, month } = row
    const of = (type: EdgeType) => row.facets.find((facet) => facet.type === type)?.facets ?? []
    return {
      cases,
      total,
      facets: {
        narrative: of('CARRIES'),
        country: of('DISCUSSES'),
        outlet: of('APPEARED_IN'),
        keyword: of('TAGGED_WITH'),
        language: of('IN_LANGUAGE'),
        issue: of('REPORTED_IN'),
        month,
      },
    }
  })

  serve(router, casePageEndpoint, async ({ param }) => {
    return casePageAnswer(await byIdOrAlias(graph, param('id'), async (id) => (await graph.run(casePage, { id }))[0]))
  })
}
