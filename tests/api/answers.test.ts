import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { casePageEndpoint, casesEndpoint } from '#graph-schema/api/cases.ts'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { dossierEndpoint, landscapeEndpoint, narrativesEndpoint } from '#graph-schema/api/narratives.ts'
import { edgeEndpoint, neighborsEndpoint, nodeEndpoint, pathsEndpoint, subgraphEndpoint } from '#graph-schema/api/nodes.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { searchEndpoint } from '#graph-schema/api/search.ts'
import { saveViewEndpoint, viewEndpoint } from '#graph-schema/api/views.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { oracleOf } from '#tests/cypher/oracle.ts'
import { syntheticGraph } from '#tests/cypher/synthetic-graph.ts'
import { writeGraph } from '#tests/cypher/write-graph.ts'
import { at, testApp } from './test-app.ts'

const synthetic = syntheticGraph()
const oracle = oracleOf(synthetic)
let driver: GraphDriver
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  driver = await writeGraph(synthetic)
  app = testApp(driver)
})
afterAll(() => driver.close())

/** A good answer, which must fit its contract. */
async function get<Response extends z.ZodType>(path: string, endpoint: { response: Response }): Promise<z.output<Response>> {
  const answer = await request(app).get(path).expect(200).expect('Content-Type', /application\/json/u)
  return endpoint.response.parse(answer.body)
}

async function post<Response extends z.ZodType>(path: string, body: object, endpoint: { response: Response }): Promise<z.output<Response>> {
  const answer = await request(app).post(path).send(body).expect(200)
  return endpoint.response.parse(answer.body)
}

const caseId = 'case:synthetic/0012'
const alias = 'case:synthetic/alias-12'

describe('overview and imports', () => {
  it('say what the graph holds', async () => {
    const answer = await get('/api/overview', overviewEndpoint)
    expect(answer.cases).toBe(oracle.countedCases.length)
    expect(answer.kinds.find(({ kind }) => kind === 'Case')?.count).toBe(synthetic.nodes.filter(({ kind }) => kind === 'Case').length)
    expect(answer.corpora.map(({ sampling }) => sampling).toSorted()).toEqual(['complete', 'selected'])
    expect((await get('/api/imports?limit=1', importsEndpoint)).total).toBe(2)
  })
})

describe('search', () => {
  it('answers in typed hits with counts, however it is spelt', async () => {
    const exact = await get(`/api/search?q=${at('Łódź bridge')}`, searchEndpoint)
    const folded = await get('/api/search?q=lodz%20bridge', searchEndpoint)
    expect(exact).toEqual(folded)
    expect(exact.hits.length).toBeGreaterThan(0)
    expect(exact.counts.reduce((sum, { count }) => sum + count, 0)).toBe(exact.total)
    expect(exact.more).toBe(false)
    expect(exact.hits.every(({ matched }) => matched === 'exact')).toBe(true)
    expect((await get('/api/search?q=orchest', searchEndpoint)).hits.every(({ matched }) => matched === 'prefix')).toBe(true)
  })

  it('forgives errors only when nothing else fits, and says so', async () => {
    const fuzzy = await get('/api/search?q=orchezdra', searchEndpoint)
    expect(fuzzy.total).toBe((await get('/api/search?q=orchestra', searchEndpoint)).total)
    expect(fuzzy.hits.every(({ matched }) => matched === 'fuzzy')).toBe(true)
  })

  it('says of a case whether a disproof is there, and of one known by title that it is', async () => {
    const pages = await Promise.all([0, 100, 200].map((offset) => get(`/api/search?q=synthetic%20claim&kinds=Case&limit=100&offset=${String(offset)}`, searchEndpoint)))
    const hits = pages.flatMap((page) => page.hits)
    expect(new Set(hits.map(({ disproofState }) => disproofState))).toEqual(new Set(['full', 'thin', 'missing']))
    expect(hits.some(({ detail }) => detail.startsWith('known by its title only'))).toBe(true)
  })

  it('finds nothing in signs alone, and takes no sign as an order', async () => {
    expect(await get(`/api/search?q=${at('*:* /.*/ ()')}`, searchEndpoint)).toEqual({ hits: [], counts: [], total: 0, more: false })
    expect((await get(`/api/search?q=${at('museum OR nothing')}`, searchEndpoint)).total).toBe(0)
  })
})

describe('nodes', () => {
  it('one node has facts and a forecast that adds up', async () => {
    const answer = await get(`/api/nodes/${at('outlet:synthetic-0')}`, nodeEndpoint)
    expect(answer.facts).toContainEqual({ label: 'domain', value: 'outlet-0.example.org' })
    expect(answer.degree).toBe(oracle.degree('outlet:synthetic-0'))
    expect(answer.forecast.reduce((sum, { count }) => sum + count, 0)).toBe(answer.degree)
  })

  it('a former id leads to the node, which answers with the id in force', async () => {
    expect((await get(`/api/nodes/${at(alias)}`, nodeEndpoint)).id).toBe(caseId)
    expect((await get(`/api/nodes/${at(alias)}/neighbors`, neighborsEndpoint)).subgraph.nodes.id[0]).toBe(caseId)
    expect((await get(`/api/cases/${at(alias)}`, casePageEndpoint)).case.id).toBe(caseId)
  })

  it('neighbours come with a reason each, in pages that together are the total', async () => {
    const id = 'narrative:synthetic-2'
    const first = await get(`/api/nodes/${at(id)}/neighbors?limit=7`, neighborsEndpoint)
    expect(first.total).toBe(oracle.edgesOf(id).filter(({ tier }) => tier !== 'rejected').length)
    const seen: string[] = []
    for (let offset = 0; offset < first.total; offset += 7) {
      const { subgraph: { nodes, edges }, reason } = await get(`/api/nodes/${at(id)}/neighbors?limit=7&offset=${String(offset)}`, neighborsEndpoint)
      expect(reason).toHaveLength(edges.type.length)
      expect(nodes.id).toHaveLength(edges.type.length + 1)
      for (const [index, from] of edges.from.entries()) expect([from, edges.to[index] ?? -1].toSorted((a, b) => a - b)).toEqual([0, index + 1])
      seen.push(...nodes.id.slice(1))
    }
    expect(seen).toHaveLength(first.total)
    expect(new Set(seen).size).toBe(first.total)
    expect(first.reason).toContain('has it as a form: Synthetic taxonomy')
  })

  it('total follows the kinds asked for', async () => {
    const { total, subgraph } = await get(`/api/nodes/${at(caseId)}/neighbors?kinds=Country,Keyword&limit=500`, neighborsEndpoint)
    expect(total).toBe(subgraph.edges.type.length)
    expect(new Set(subgraph.nodes.kind.slice(1))).toEqual(new Set(['Country', 'Keyword']))
  })

  it('an edge has its evidence, by former ids too', async () => {
    const edge = oracle.edgesOf(caseId).find(({ type, from }) => type === 'DISCUSSES' && from === caseId)
    const answer = await get(`/api/edge?from=${at(alias)}&to=${at(edge?.to ?? '')}&type=DISCUSSES`, edgeEndpoint)
    expect(answer.from.id).toBe(caseId)
    // A plain edge states its end under the end's own name.
    expect(answer.evidence).toEqual([{ kind: 'stated', field: 'countries', value: oracle.node(edge?.to ?? '').name }])
  })
})

describe('subgraph', () => {
  it('has each node once, all edges among them, and says what is missing or renamed', async () => {
    const ids = [alias, 'country:AX', 'country:AX', 'country:ZZ', 'case:synthetic/never', caseId, 'narrative:synthetic-0']
    const { subgraph: { nodes, edges }, missing, resolved } = await post('/api/subgraph', { ids }, subgraphEndpoint)
    expect(nodes.id).toEqual([caseId, 'country:AX', 'narrative:synthetic-0'])
    expect(missing).toEqual(['country:ZZ', 'case:synthetic/never'])
    expect(resolved).toEqual([{ asked: alias, id: caseId }])
    const among = synthetic.edges.filter(({ from, to, tier }) => nodes.id.includes(from) && nodes.id.includes(to) && tier !== 'rejected')
    expect(edges.type.map((type, index) => `${nodes.id[edges.from[index] ?? -1] ?? ''} ${type} ${nodes.id[edges.to[index] ?? -1] ?? ''}`).toSorted()).toEqual(
      among.map(({ from, type, to }) => `${from} ${type} ${to}`).toSorted(),
    )
  })

  it('takes the whole graph', async () => {
    const ids = synthetic.nodes.map(({ id }) => id)
    const { subgraph, missing } = await post('/api/subgraph', { ids }, subgraphEndpoint)
    expect(missing).toEqual([])
    expect(subgraph.nodes.id).toEqual(ids)
    expect(subgraph.edges.type).toHaveLength(synthetic.edges.filter(({ tier }) => tier !== 'rejected').length)
  })
})

describe('paths', () => {
  it('stand in one subgraph, each with a sentence', async () => {
    const { subgraph, paths } = await get(`/api/paths?from=${at('narrative:synthetic-2')}&to=${at('outlet:synthetic-9')}`, pathsEndpoint)
    expect(paths.length).toBeGreaterThan(0)
    for (const { nodes, edges, sentence } of paths) {
      expect(nodes[0]).toBe(0)
      expect(nodes.at(-1)).toBe(1)
      expect(edges).toHaveLength(nodes.length - 1)
      expect(sentence).toContain('Synthetic narrative 2')
      expect(sentence).toContain('Synthetic outlet 9')
      for (const [index, edge] of edges.entries()) {
        expect([subgraph.edges.from[edge], subgraph.edges.to[edge]].map(Number).toSorted((a, b) => a - b)).toEqual(nodes.slice(index, index + 2).toSorted((a, b) => a - b))
      }
    }
  })

  it('are none from a node to itself or to an island; the ends are there all the same', async () => {
    const same = await get(`/api/paths?from=${at(caseId)}&to=${at(alias)}`, pathsEndpoint)
    expect(same.paths).toEqual([])
    expect(same.subgraph.nodes.id).toEqual([caseId])
    const island = await get(`/api/paths?from=${at(caseId)}&to=${at('keyword:synthetic-island')}`, pathsEndpoint)
    expect(island.paths).toEqual([])
    expect(island.subgraph.nodes.id).toEqual([caseId, 'keyword:synthetic-island'])
  })
})

describe('cases', () => {
  it('under a filter have facets, and choosing a facet leaves as many as it says', async () => {
    const { facets } = await get('/api/cases?country=country:BX&limit=1', casesEndpoint)
    for (const field of ['narrative', 'outlet', 'keyword', 'language', 'issue'] as const) {
      const facet = facets[field][0]
      const chosen = await get(`/api/cases?country=country:BX&${field}=${at(facet?.id ?? '')}&limit=1`, casesEndpoint)
      expect(chosen.total).toBe(facet?.count)
    }
  })

  it('are searched by words, forgiving errors when nothing else fits', async () => {
    const found = await get('/api/cases?q=museum&limit=200', casesEndpoint)
    expect(found.total).toBeGreaterThan(0)
    expect((await get('/api/cases?q=muzeum', casesEndpoint)).total).toBe(found.total)
    expect((await get(`/api/cases?q=${at('!?')}`, casesEndpoint)).total).toBe(0)
    expect((await get('/api/cases?q=', casesEndpoint)).total).toBe(oracle.countedCases.length)
  })

  it('each have a page with claim beside disproof, and quotes of references', async () => {
    const answer = await get(`/api/cases/${at(caseId)}`, casePageEndpoint)
    expect(answer.refersTo[0]?.quote).toBe('See also the synthetic case.')
    expect(answer.provenance).toHaveLength(2)
  })
})

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

describe('narratives', () => {
  it('agree between the list, the landscape and the dossier', async () => {
    const { narratives, casesWithoutNarrative } = await get('/api/narratives', narrativesEndpoint)
    const landscape = await get('/api/landscape', landscapeEndpoint)
    expect(landscape.rows.map(({ id, cases, earliest, latest }) => ({ id, cases, earliest, latest }))).toEqual(narratives.map(({ id, cases, earliest, latest }) => ({ id, cases, earliest, latest })))
    expect(landscape.withoutNarrative.cases).toBe(casesWithoutNarrative)
    for (const row of landscape.rows) expect(sum(row.series) + row.dots.id.length + row.unplaced).toBe(row.cases)
    expect(sum(landscape.effortComplete) + sum(landscape.effortSelected)).toBe(oracle.countedCases.filter(({ properties }) => properties['publishedOn'] !== null).length)
    for (const { id, cases } of narratives) {
      const dossier = await get(`/api/narratives/${at(id)}`, dossierEndpoint)
      expect(dossier.narrative.cases).toBe(cases)
      expect(sum(dossier.tiers.map((tier) => tier.cases))).toBe(cases)
      expect(dossier.earliestCase?.publishedOn ?? null).toBe(dossier.narrative.earliest)
      expect(dossier.countries.every(({ lagDays }) => lagDays === null || lagDays >= 0)).toBe(true)
    }
  })

  it('count cases that repeat one another once, where distinct claims are asked for', async () => {
    const counted = new Set(oracle.countedCases.map(({ id }) => id))
    const repeated = (id: string) => oracle.edgesOf(id).find((edge) => edge.type === 'REPEATS' && edge.from === id && counted.has(edge.to))?.to ?? id
    const claims = new Set([...counted].map(repeated))
    const carrying = (narrative: string) => [...counted].filter((id) => oracle.featuresOf(id).has(narrative))
    const { count, total, rows, effortComplete, effortSelected } = await get('/api/landscape?count=claims', landscapeEndpoint)
    expect({ count, total }).toEqual({ count: 'claims', total: claims.size })
    expect(claims.size).toBeLessThan(counted.size)
    expect(sum(effortComplete) + sum(effortSelected)).toBe(oracle.countedCases.filter(({ id, properties }) => repeated(id) === id && properties['publishedOn'] !== null).length)
    for (const { id, cases } of rows) {
      expect(cases).toBe(new Set(carrying(id).map(repeated)).size)
      expect((await get(`/api/narratives/${at(id)}`, dossierEndpoint)).distinctClaims).toBe(cases)
    }
  })

  it('show shares only where the bins are complete', async () => {
    const { bins, effortComplete, sampling } = await get('/api/landscape', landscapeEndpoint)
    expect(sampling).toEqual(['complete', 'selected'])
    expect(bins.filter(({ complete }) => complete).map(({ key }) => key)).toEqual(['2019-01', '2019-02', '2019-03', '2019-04', '2019-05', '2019-06'])
    expect(effortComplete).toHaveLength(bins.length)
  })

  it('by review issue have every number between the first and the last', async () => {
    const { bins } = await get('/api/landscape?by=issue', landscapeEndpoint)
    expect(bins.map(({ key }) => Number(key))).toEqual(Array.from({ length: 20 }, (_, index) => 100 + index))
  })

  it('keep to the time window', async () => {
    const { rows, bins } = await get('/api/landscape?from=2019-02-01&to=2019-03-31', landscapeEndpoint)
    expect(bins.map(({ key }) => key)).toEqual(['2019-02', '2019-03'])
    for (const { earliest, latest } of rows) expect((earliest ?? '2019-02-01') >= '2019-02-01' && (latest ?? '2019-03-31') <= '2019-03-31').toBe(true)
  })

  it('say in the dossier which rules stand behind them, and against what chance they meet', async () => {
    const dossier = await get(`/api/narratives/${at('narrative:synthetic-2')}`, dossierEndpoint)
    expect(dossier.head).toEqual({ id: 'narrative:synthetic-0', name: 'Synthetic narrative 0' })
    expect(dossier.techniques).toEqual([{ id: 'technique:t0001', name: 'Synthetic technique', disarmId: 'T0001', note: 'Synthetic taxonomy.' }])
    expect(dossier.polyNarrative).toEqual(['URW: Discrediting Ukraine'])
    expect(dossier.rules).toContainEqual({ kind: 'phrase', text: 'synthetic*', cases: dossier.narrative.cases })
    for (const { lift, low, high } of dossier.connections) {
      if (lift !== null) expect((low ?? 0) < lift && lift < (high ?? 0)).toBe(true)
    }
    expect(dossier.connections.map(({ id }) => id)).not.toContain('narrative:synthetic-0')
  })
})

describe('views', () => {
  it('are saved once under the hash of their content, and come back', async () => {
    const content = `{"synthetic":"${'x'.repeat(1_000)}"}`
    const { id } = await post('/api/views', { content }, saveViewEndpoint)
    expect(id).toMatch(/^view:[0-9a-f]{16}$/u)
    expect(await post('/api/views', { content }, saveViewEndpoint)).toEqual({ id })
    expect(await get(`/api/views/${at(id)}`, viewEndpoint)).toEqual({ id, content })
  })
})
