import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countedCases, narrativeSummaries } from '#server/analysis/counted-cases.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { caseLinks } from '#server/neo4j/queries/case-links.ts'
import { filteredCases } from '#server/neo4j/queries/filtered-cases.ts'
import { narrativeCatalogue } from '#server/neo4j/queries/narrative-catalogue.ts'
import { narrativeRules } from '#server/neo4j/queries/narrative-rules.ts'
import { narrativeSpread } from '#server/neo4j/queries/narrative-spread.ts'
import { narrativeTechniques } from '#server/neo4j/queries/narrative-techniques.ts'
import { dateOf, oracleOf } from './oracle.ts'
import { syntheticGraph } from './synthetic-graph.ts'
import { writeGraph } from './write-graph.ts'

const synthetic = syntheticGraph()
const oracle = oracleOf(synthetic)
let graph: GraphDriver

beforeAll(async () => {
  graph = await writeGraph(synthetic)
})
afterAll(() => graph.close())

const carrying = (narrative: string) => oracle.countedCases.filter(({ id }) => oracle.featuresOf(id).has(narrative))

describe('narrativeCatalogue', () => {
  it('has every narrative in the editors’ order, with its head', async () => {
    const rows = await graph.run(narrativeCatalogue, {})
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(rows.map(({ head }) => head)).toEqual([null, null, 0, 1, 0, 1, 0, null].map((head) => (head === null ? null : `narrative:synthetic-${String(head)}`)))
  })
})

describe('caseLinks', () => {
  it.each([[null, null], ['2019-03-01', null], [null, '2019-04-15'], ['2019-02-10', '2019-05-20']] as const)('between %s and %s has every counted case with what it carries', async (from, to) => {
    const catalogue = await graph.run(narrativeCatalogue, {})
    const cases = countedCases(await graph.run(caseLinks, { from, to, withRepeats: false }), catalogue)
    const wanted = oracle.countedCases.filter((node) => {
      const date = dateOf(node)
      return (from === null || (date !== null && date >= from)) && (to === null || (date !== null && date <= to))
    })
    const describeCase = (date: string | null, complete: boolean, carried: string[]) => JSON.stringify([date, complete, carried.toSorted()])
    expect(cases.map((one) => describeCase(one.date, one.complete, [...one.carried.keys()].map((position) => catalogue[position]?.id ?? '?'))).toSorted()).toEqual(
      wanted.map((node) => describeCase(dateOf(node), oracle.isComplete(node.id), [...oracle.featuresOf(node.id)].filter((id) => id.startsWith('narrative:')))).toSorted(),
    )
    const selected = wanted.filter(({ id }) => !oracle.isComplete(id))
    expect(cases.filter((one) => !one.complete).map(({ id, title, date }) => [id, title, date].join('|')).toSorted()).toEqual(
      selected.map((node) => [node.id, node.name, dateOf(node)].join('|')).toSorted(),
    )
  })

  it('agrees with the number of cases under a filter by that narrative', async () => {
    const catalogue = await graph.run(narrativeCatalogue, {})
    const summaries = narrativeSummaries(catalogue, countedCases(await graph.run(caseLinks, { from: null, to: null, withRepeats: false }), catalogue))
    for (const { id, cases } of summaries) {
      const [row] = await graph.run(filteredCases, { features: [id], batch: null, from: null, to: null, lucene: null, offset: 0, limit: 1 })
      expect(row?.total).toBe(cases)
      expect(cases).toBe(carrying(id).length)
    }
  })
})

describe('narrativeSpread', () => {
  it.each(['narrative:synthetic-0', 'narrative:synthetic-2', 'narrative:synthetic-7'])('of %s says where its cases were seen, and since when', async (id) => {
    const [row] = await graph.run(narrativeSpread, { id })
    const cases = carrying(id)
    expect(cases.length).toBeGreaterThan(0)
    for (const type of ['DISCUSSES', 'APPEARED_IN', 'IN_LANGUAGE', 'TAGGED_WITH', 'REPORTED_IN'] as const) {
      const spread = new Map<string, { count: number; earliest: string | null }>()
      for (const node of cases) {
        for (const edge of oracle.edgesOf(node.id).filter((one) => one.from === node.id && one.type === type)) {
          const known = spread.get(edge.to) ?? { count: 0, earliest: null }
          const date = dateOf(node)
          spread.set(edge.to, { count: known.count + 1, earliest: known.earliest === null || (date !== null && date < known.earliest) ? date : known.earliest })
        }
      }
      expect(Object.fromEntries(row?.spread.find((one) => one.type === type)?.places.map((place) => [place.id, [place.count, place.earliest]]) ?? [])).toEqual(Object.fromEntries([...spread].map(([place, { count, earliest }]) => [place, [count, earliest]])))
    }
    expect(row?.hasEarliest).toBe(true)
    expect(row?.latestThenEarliest.slice(0, -1).map((one) => one.id)).toEqual(cases.slice(0, 10).map((one) => one.id))
    expect(row?.latestThenEarliest.at(-1)?.publishedOn).toBe(cases.flatMap((node) => dateOf(node) ?? []).toSorted()[0])
  })

  it('is one empty row for a narrative that there is not', async () => {
    const [row] = await graph.run(narrativeSpread, { id: 'narrative:never' })
    expect(row).toEqual({ spread: [], latestThenEarliest: [], hasEarliest: false })
  })
})

describe('narrativeRules and narrativeTechniques', () => {
  it('have a row a case, with the evidence of all its links', async () => {
    const rows = await graph.run(narrativeRules, { id: 'narrative:synthetic-0' })
    expect(rows).toHaveLength(carrying('narrative:synthetic-0').length)
    expect(rows.every(({ evidence }) => evidence.some((one) => one.kind === 'match'))).toBe(true)
  })

  it('name the technique with the editors’ note', async () => {
    expect(await graph.run(narrativeTechniques, { id: 'narrative:synthetic-2' })).toEqual([{ id: 'technique:t0001', name: 'Synthetic technique', disarmId: 'T0001', evidence: [{ kind: 'taxonomy', note: 'Synthetic taxonomy.', version: 'synthetic 1' }] }])
  })
})
