import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { luceneSearch } from '#server/analysis/lucene-query.ts'
import { readEvidence } from '#server/neo4j/edge-reasons.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { caseCounts } from '#server/neo4j/queries/case-counts.ts'
import { casePage } from '#server/neo4j/queries/case-page.ts'
import { corpora } from '#server/neo4j/queries/corpora.ts'
import { filteredCases } from '#server/neo4j/queries/filtered-cases.ts'
import { imports } from '#server/neo4j/queries/imports.ts'
import { relatableCases } from '#server/neo4j/queries/relatable-cases.ts'
import { saveView } from '#server/neo4j/queries/save-view.ts'
import { savedView } from '#server/neo4j/queries/saved-view.ts'
import { toldElsewhere } from '#server/neo4j/queries/told-elsewhere.ts'
import { dateOf, oracleOf, searchTextOf, statusOf } from './oracle.ts'
import { completeBatch, selectedBatch, syntheticGraph } from './synthetic-graph.ts'
import { writeGraph } from './write-graph.ts'

const synthetic = syntheticGraph()
const oracle = oracleOf(synthetic)
let graph: GraphDriver

beforeAll(async () => {
  graph = await writeGraph(synthetic)
})
afterAll(() => graph.close())

describe('caseCounts and corpora', () => {
  it('count active and corrected cases, and keep the others apart', async () => {
    const cases = synthetic.nodes.filter((node) => node.kind === 'Case')
    const dates = oracle.countedCases.flatMap((node) => dateOf(node) ?? []).toSorted()
    expect(await graph.run(caseCounts, {})).toEqual([
      {
        cases: oracle.countedCases.length,
        undatedCases: oracle.countedCases.filter((node) => dateOf(node) === null).length,
        knownByTitle: cases.filter((node) => statusOf(node) === 'known-by-title').length,
        withdrawn: cases.filter((node) => statusOf(node) === 'withdrawn').length,
        firstDate: dates.at(0),
        lastDate: dates.at(-1),
      },
    ])
    const rows = await graph.run(corpora, {})
    const ofBatch = (batch: string) => oracle.countedCases.filter(({ id }) => synthetic.importedBy.get(id)?.includes(batch)).length
    expect(Object.fromEntries(rows.map(({ id, cases: count }) => [id, count]))).toEqual({
      'corpus:synthetic-complete': ofBatch(completeBatch),
      'corpus:synthetic-selected': ofBatch(selectedBatch),
    })
  })
})

interface Filter {
  features?: string[]
  batch?: string
  from?: string
  to?: string
  q?: string
}

async function ask({ features = [], batch, from, to, q }: Filter, offset = 0, limit = 500) {
  const [row] = await graph.run(filteredCases, { features, batch: batch ?? null, from: from ?? null, to: to ?? null, lucene: q === undefined ? null : (luceneSearch(q)?.strict ?? null), offset, limit })
  if (row === undefined) throw new Error('one row, always')
  return row
}

function expected({ features = [], batch, from, to, q }: Filter) {
  return oracle.countedCases.filter((node) => {
    const date = dateOf(node)
    const own = oracle.featuresOf(node.id)
    return (
      features.every((feature) => own.has(feature)) &&
      (batch === undefined || synthetic.importedBy.get(node.id)?.includes(batch) === true) &&
      (from === undefined || (date !== null && date >= from)) &&
      (to === undefined || (date !== null && date <= to)) &&
      (q === undefined || searchTextOf(node).split(' ').includes(q))
    )
  })
}

const fields = { narrative: 'narrative:', country: /^(?:country|region):/u, outlet: 'outlet:', keyword: 'keyword:', language: 'language:', issue: 'issue:' } as const

const typeOf = { narrative: 'CARRIES', country: 'DISCUSSES', outlet: 'APPEARED_IN', keyword: 'TAGGED_WITH', language: 'IN_LANGUAGE', issue: 'REPORTED_IN' } as const

describe('filteredCases', () => {
  const filters: Filter[] = [
    {},
    { features: ['country:BX'] },
    { features: ['narrative:synthetic-0'] },
    { features: ['outlet:synthetic-1', 'country:AX'] },
    { features: ['keyword:synthetic-3', 'narrative:synthetic-1', 'language:x0'] },
    { features: ['topic:synthetic-2'], from: '2019-02-01' },
    { features: ['issue:105'], to: '2019-05-31' },
    { from: '2019-03-05', to: '2019-03-05' },
    { q: 'museum' },
    { q: 'museum', features: ['country:AX'], from: '2019-02-01', to: '2019-07-31' },
    { features: ['keyword:synthetic-island'] },
    { batch: selectedBatch },
    { batch: completeBatch, features: ['country:AX'], from: '2019-02-01' },
    { batch: selectedBatch, q: 'museum' },
    { batch: 'batch:synthetic-nowhere' },
  ]

  it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('under %s has the cases, facets and months of plain lists', async (_text, filter) => {
    const row = await ask(filter)
    const cases = expected(filter)
    expect(row.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    expect(row.total).toBe(cases.length)
    for (const field of ['narrative', 'country', 'outlet', 'keyword', 'language', 'issue'] as const) {
      const counts = new Map<string, number>()
      for (const { id } of cases) {
        for (const feature of oracle.featuresOf(id)) {
          const mark = fields[field]
          if (typeof mark === 'string' ? feature.startsWith(mark) : mark.test(feature)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
        }
      }
      const ranked = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).slice(0, 30)
      const facets = row.facets.find(({ type }) => type === typeOf[field])?.facets ?? []
      expect(facets.map(({ id, count }) => [id, count])).toEqual(ranked)
      expect(facets.every(({ id, name }) => oracle.node(id).name === name)).toBe(true)
    }
    const months = new Map<string, number>()
    for (const node of cases) {
      const month = dateOf(node)?.slice(0, 7)
      if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1)
    }
    expect(row.month).toEqual([...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count })))
  })

  it('pages', async () => {
    const page = await ask({}, 20, 10)
    expect(page.cases.map(({ id }) => id)).toEqual(oracle.countedCases.slice(20, 30).map(({ id }) => id))
    expect(page.total).toBe(oracle.countedCases.length)
  })

  it('never has a withdrawn case or one known by its title', async () => {
    expect(new Set((await ask({})).cases.map(({ status }) => status))).toEqual(new Set(['active', 'corrected']))
  })
})

describe('casePage', () => {
  it('has every fact of a case with its evidence', async () => {
    const id = 'case:synthetic/0012'
    const [row] = await graph.run(casePage, { id })
    if (row === undefined) throw new Error('the case is there')
    expect(row.case).toMatchObject({ id, title: oracle.node(id).name, publishedOn: dateOf(oracle.node(id)), aliases: ['case:synthetic/alias-12', 'case:synthetic/other-12'] })
    const targets = (type: string) => oracle.edgesOf(id).filter((edge) => edge.type === type && edge.from === id).map((edge) => edge.to).toSorted()
    for (const type of ['DISCUSSES', 'APPEARED_IN', 'TAGGED_WITH', 'IN_LANGUAGE', 'REPORTED_IN', 'CITES', 'CARRIES', 'ABOUT', 'REFERS_TO'] as const) {
      const links = type === 'REFERS_TO' ? row.refersTo : row.links.filter((link) => link.type === type)
      expect(links.map((link) => link.id).toSorted()).toEqual(targets(type))
      for (const link of links) expect(readEvidence(type, link.evidence)).toEqual(oracle.edgesOf(id).find((edge) => edge.from === id && edge.to === link.id && edge.type === type)?.evidence)
    }
    for (const outlet of row.links.filter((link) => link.type === 'APPEARED_IN')) {
      const family = oracle.edgesOf(outlet.id).find((edge) => edge.type === 'BELONGS_TO' && edge.from === outlet.id)
      expect(outlet).toMatchObject({ parent: family === undefined ? null : oracle.node(family.to).name })
      expect(outlet.evidence).toContainEqual({ kind: 'publication', url: 'https://example.org/page', archiveUrl: null })
    }
    expect(row.referredToBy.map((link) => link.id).toSorted()).toEqual(oracle.edgesOf(id).filter((edge) => edge.type === 'REFERS_TO' && edge.to === id).map((edge) => edge.from).toSorted())
    expect(row.provenance).toEqual([
      expect.objectContaining({ batch: completeBatch, file: 'complete.csv', corpus: 'Synthetic, complete', raw: { title: 'Synthetic' } }),
      expect.objectContaining({ batch: selectedBatch }),
    ])
  })

  it('has no row for a case that there is not', async () => {
    expect(await graph.run(casePage, { id: 'case:synthetic/never' })).toEqual([])
  })
})

describe('relatableCases', () => {
  it('gives every case once, page by page, with what it is compared by', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const [page] = await graph.run(relatableCases, { after, limit: 37 })
      if (page === undefined || page.id.length === 0) break
      for (const [at, id] of page.id.entries()) {
        const targets = (...types: string[]) => oracle.edgesOf(id).filter((edge) => edge.from === id && types.includes(edge.type)).map((edge) => edge.to).toSorted()
        expect(page.date[at]).toBe(dateOf(oracle.node(id)) ?? '')
        expect(page.isShown[at]).toBe(['active', 'corrected'].includes(String(statusOf(oracle.node(id)))))
        expect([page.keywords[at], page.countries[at], page.sources[at], page.refersTo[at], page.repeats[at]]).toEqual([targets('TAGGED_WITH'), targets('DISCUSSES'), targets('CITES'), targets('REFERS_TO'), targets('REPEATS')])
      }
      seen.push(...page.id)
      after = page.id.at(-1) ?? ''
    }
    expect(seen).toEqual(synthetic.nodes.filter(({ kind }) => kind === 'Case').map(({ id }) => id).toSorted())
  })
})

describe('toldElsewhere', () => {
  it('finds what plain lists find: the same narrative by a link that counts, another country, within the days, nearest first', async () => {
    const linked = (id: string, type: string) => oracle.edgesOf(id).filter((edge) => edge.from === id && edge.type === type && !['suggested', 'rejected'].includes(edge.tier ?? '')).map((edge) => edge.to)
    const days = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
    let total = 0
    for (const id of ['case:synthetic/0012', 'case:synthetic/0101', 'case:synthetic/0033']) {
      for (const within of [10, 200]) {
        const [own, countries, date] = [linked(id, 'CARRIES'), linked(id, 'DISCUSSES'), dateOf(oracle.node(id))]
        const expected = oracle.countedCases
          .flatMap((node) => {
            const other = dateOf(node)
            const apart = date === null || other === null ? null : days(date, other)
            const shared = linked(node.id, 'CARRIES').filter((narrative) => own.includes(narrative))
            const elsewhere = linked(node.id, 'DISCUSSES').filter((country) => !countries.includes(country))
            return node.id === id || apart === null || Math.abs(apart) > within || shared.length === 0 || elsewhere.length === 0 || countries.length === 0 ? [] : [{ id: node.id, days: apart, shared, elsewhere }]
          })
          .sort((a, b) => Math.abs(a.days) - Math.abs(b.days) || b.shared.length - a.shared.length || (a.id < b.id ? -1 : 1))
        const [row] = await graph.run(toldElsewhere, { id, days: within, limit: 1000 })
        expect(row?.cases.map((one) => ({ id: one.id, days: one.days, shared: one.narratives.map((shared) => shared.id).toSorted(), elsewhere: one.countries.map((country) => country.id).toSorted() }))).toEqual(
          expected.map((one) => ({ ...one, shared: one.shared.toSorted(), elsewhere: one.elsewhere.toSorted() })),
        )
        expect(row?.total).toBe(expected.length)
        total += expected.length
      }
    }
    expect(total).toBeGreaterThan(20)
  })

  it('has no row for a case that there is not', async () => {
    expect(await graph.run(toldElsewhere, { id: 'case:synthetic/none', days: 10, limit: 10 })).toEqual([])
  })
})

describe('imports and views', () => {
  it('list imports newest first with their corpus', async () => {
    const [row] = await graph.run(imports, { limit: 1, offset: 0 })
    expect(row?.total).toBe(2)
    expect(row?.imports).toEqual([expect.objectContaining({ id: selectedBatch, corpus: { id: 'corpus:synthetic-selected', name: 'Synthetic, selected', sampling: 'selected' }, rows: { read: 3, accepted: 2, merged: 1, rejected: 0 } })])
  })

  it('keep a view once, however often it is saved', async () => {
    const view = { id: 'view:00000000000000aa', content: 'synthetic', savedAt: '2024-01-01T00:00:00.000Z' }
    await graph.run(saveView, view)
    await graph.run(saveView, view)
    expect(await graph.run(savedView, { id: view.id })).toEqual([{ id: view.id, content: 'synthetic' }])
    expect(await graph.run(savedView, { id: 'view:00000000000000bb' })).toEqual([])
  })
})
