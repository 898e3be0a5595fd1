import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEdges } from '#graph-schema/relationships.ts'
import { findRoutes } from '#server/analysis/find-routes.ts'
import { forecastOf, wantedTypes } from '#server/analysis/forecast.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { edge } from '#server/neo4j/queries/edge.ts'
import { edgesAmong } from '#server/neo4j/queries/edges-among.ts'
import { hubs } from '#server/neo4j/queries/hubs.ts'
import { neighbors } from '#server/neo4j/queries/neighbors.ts'
import { node } from '#server/neo4j/queries/node.ts'
import { nodesById } from '#server/neo4j/queries/nodes-by-id.ts'
import { resolveAliases } from '#server/neo4j/queries/resolve-aliases.ts'
import { byDate, dateOf, type Oracle, oracleOf } from './oracle.ts'
import { type SyntheticEdge, syntheticGraph } from './synthetic-graph.ts'
import { writeGraph } from './write-graph.ts'

const synthetic = syntheticGraph()
const oracle: Oracle = oracleOf(synthetic)
let graph: GraphDriver

beforeAll(async () => {
  graph = await writeGraph(synthetic)
})
afterAll(() => graph.close())

describe('node', () => {
  it('forecasts exactly the edges that there are, by type, direction and kind', async () => {
    for (const { id, kind, name } of synthetic.nodes.filter((_, index) => index % 9 === 0)) {
      const [row] = await graph.run(node, { id })
      expect(row).toMatchObject({ id, kind, name })
      const expected = domainEdges.flatMap(({ type, from, to }) => [
        { type, direction: 'out', kind: to, count: oracle.edgesOf(id).filter((one) => one.type === type && one.from === id).length },
        { type, direction: 'in', kind: from, count: oracle.edgesOf(id).filter((one) => one.type === type && one.to === id).length },
      ])
      expect(forecastOf(row?.outgoing ?? [], row?.incoming ?? [])).toEqual(expected.filter((group) => group.count > 0))
    }
  })

  it('has no row for an id that there is not', async () => {
    expect(await graph.run(node, { id: 'country:ZZ' })).toEqual([])
  })
})

/** Surest first, written down a second time and independently of the query. */
const surest: Record<string, number> = {
  taxonomy: 0, accepted: 1, person: 1, stated: 2, reference: 2, corroborated: 3, pattern: 4, rule: 4, 'source-tag': 5, keyword: 5, inferred: 6, suggested: 7,
}

interface RankedNeighbor {
  edge: SyntheticEdge
  other: string
  /** What it is ranked by; neighbours that are equal in it may stand in any order. */
  rank: string
}

function rankedNeighbors(id: string): RankedNeighbor[] {
  const rarity = (other: string) => (oracle.node(other).kind === 'Case' ? 0 : oracle.degree(other))
  const doubt = (one: SyntheticEdge) => surest[one.tier ?? one.basis] ?? 9
  return oracle
    .edgesOf(id)
    .filter((one) => one.tier !== 'rejected')
    .map((one) => ({ edge: one, other: one.from === id ? one.to : one.from }))
    .map(({ edge: one, other }) => ({ edge: one, other, rank: `${String(doubt(one))} ${String(rarity(other))} ${String(dateOf(oracle.node(other)))}` }))
    .sort((a, b) => doubt(a.edge) - doubt(b.edge) || rarity(a.other) - rarity(b.other) || byDate(oracle.node(a.other), oracle.node(b.other)))
}

describe('neighbors', () => {
  const subjects = ['country:AX', 'narrative:synthetic-2', 'keyword:synthetic-0', 'outlet:synthetic-0', 'case:synthetic/0012', 'case:synthetic/0030', 'topic:synthetic-1', 'keyword:synthetic-island']

  it.each(subjects)('ranks those of %s as plain lists do, page by page', async (id) => {
    const { out, into } = wantedTypes(undefined, undefined)
    const expected = rankedNeighbors(id)
    const told = ({ edge: { type, from }, other }: RankedNeighbor) => `${type} ${other} ${String(from === id)}`
    const rankOf = new Map(expected.map((one) => [told(one), one.rank]))
    const seen: string[] = []
    for (let offset = 0; offset <= expected.length; offset += 40) {
      const [row] = await graph.run(neighbors, { id, out, into, all: offset % 80 === 0, offset, limit: 40 })
      if (row === undefined) throw new Error(`${id} is in the graph`)
      expect(row.rootId).toBe(id)
      for (const [index, other] of row.id.entries()) {
        seen.push(`${row.type[index] ?? ''} ${other} ${String(row.outward[index])}`)
        expect(row.degree[index]).toBe(oracle.degree(other))
        expect(row.date[index]).toBe(dateOf(oracle.node(other)))
        expect(row.kind[index]).toBe(oracle.node(other).kind)
      }
      expect(row.rejectedOut + row.rejectedIn).toBe(oracle.edgesOf(id).filter((one) => one.tier === 'rejected').length)
    }
    expect(seen.toSorted()).toEqual(expected.map(told).toSorted())
    expect(seen.map((one) => rankOf.get(one))).toEqual(expected.map((one) => one.rank))
  })

  it('keeps to the kinds and types asked for', async () => {
    const [row] = await graph.run(neighbors, { id: 'case:synthetic/0012', ...wantedTypes(['Country', 'Case'], undefined), offset: 0, limit: 100 })
    expect(new Set(row?.type)).toEqual(new Set(oracle.edgesOf('case:synthetic/0012').map((one) => one.type).filter((type) => ['DISCUSSES', 'REFERS_TO', 'REPEATS'].includes(type))))
    const [inward] = await graph.run(neighbors, { id: 'keyword:synthetic-0', out: [], into: ['TAGGED_WITH'], offset: 0, limit: 500 })
    expect(new Set(inward?.type)).toEqual(new Set(['TAGGED_WITH']))
  })
})

describe('nodesById and edgesAmong', () => {
  it('give the nodes asked for, and every edge among them but the rejected', async () => {
    const ids = synthetic.nodes.map(({ id }) => id).filter((_, index) => index % 2 === 0)
    ids.splice(5, 0, 'country:ZZ')
    const nodeRows = await graph.run(nodesById, { ids })
    const byPosition = new Map(nodeRows.flatMap((row) => row.position.map((position, index) => [position, row.id[index]] as const)))
    expect(byPosition.get(5)).toBeUndefined()
    expect([...byPosition].map(([position, id]) => ids[position] === id).every(Boolean)).toBe(true)
    expect(byPosition.size).toBe(ids.length - 1)

    const positions = Object.fromEntries(ids.map((id, position) => [id, position]))
    const rows = await graph.run(edgesAmong, { ids, positions })
    const found = rows.flatMap((row) => row.from.map((from, index) => `${ids[from] ?? '?'} ${row.type} ${ids[row.to[index] ?? -1] ?? '?'}`))
    const wanted = new Set(ids)
    const expected = synthetic.edges.filter((one) => wanted.has(one.from) && wanted.has(one.to) && one.tier !== 'rejected').map((one) => `${one.from} ${one.type} ${one.to}`)
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(found.length).toBeGreaterThan(100)
  })
})

describe('edge', () => {
  it('has all evidence, one way round only', async () => {
    const one = synthetic.edges.find((other) => other.type === 'CARRIES' && other.tier === 'pattern')
    if (one === undefined) throw new Error('the synthetic graph has such an edge')
    const [row] = await graph.run(edge, { from: one.from, to: one.to, type: 'CARRIES' })
    expect(row).toMatchObject({ fromId: one.from, fromKind: 'Case', toId: one.to, toKind: 'Narrative', tier: 'pattern', basis: 'rule', version: 'synthetic 1', evidence: one.evidence })
    expect(await graph.run(edge, { from: one.to, to: one.from, type: 'CARRIES' })).toEqual([])
    expect(await graph.run(edge, { from: one.from, to: one.to, type: 'ABOUT' })).toEqual([])
  })
})

describe('resolveAliases', () => {
  it('finds the id in force for any former one', async () => {
    const rows = await graph.run(resolveAliases, { ids: ['case:synthetic/alias-3', 'case:synthetic/other-4', 'case:synthetic/never'] })
    expect(rows).toEqual([
      { asked: 'case:synthetic/alias-3', id: 'case:synthetic/0003' },
      { asked: 'case:synthetic/other-4', id: 'case:synthetic/0004' },
    ])
  })
})

/** Least number of steps, breadth first over plain lists. */
function distance(from: string, to: string, barred: ReadonlySet<string>): number | null {
  let layer = new Set([from])
  const seen = new Set(layer)
  for (let steps = 0; layer.size > 0; steps += 1) {
    if (layer.has(to)) return steps
    const next = new Set<string>()
    for (const id of layer) {
      for (const one of oracle.edgesOf(id)) {
        if (one.tier === 'suggested' || one.tier === 'rejected') continue
        const other = one.from === id ? one.to : one.from
        if (!seen.has(other) && !barred.has(other)) next.add(other)
        seen.add(other)
      }
    }
    layer = next
  }
  return null
}

describe('findRoutes', () => {
  const pairs = [
    ['narrative:synthetic-2', 'country:DX'], ['keyword:synthetic-50', 'outlet:synthetic-25'], ['case:synthetic/0001', 'case:synthetic/0100'],
    ['technique:t0001', 'source:example.org/12'], ['country:AX', 'language:x0'], ['keyword:synthetic-0', 'narrative:synthetic-0'],
  ] as const

  it.each(pairs)('from %s to %s are as short as can be, connected, and without hubs where there is such a way', async (from, to) => {
    const hubIds = new Set((await graph.run(hubs, {})).map(({ id }) => id))
    expect(hubIds).toContain('country:AX')
    const barred = new Set([...hubIds].filter((id) => id !== from && id !== to))
    const routes = await findRoutes(graph, { from, to, limit: 5, maxLength: 6 })
    const clear = distance(from, to, barred)
    const any = distance(from, to, new Set())
    expect(routes[0]?.edges.length).toBe(clear === null || clear > 6 ? any : clear)
    expect(routes[0]?.throughHub).toBe(clear === null || clear > 6)
    expect(new Set(routes.map((route) => route.nodes.join(' '))).size).toBe(routes.length)
    expect(routes.slice(routes.findIndex((route) => route.throughHub)).every((route) => route.throughHub) || routes.every((route) => !route.throughHub)).toBe(true)
    for (const route of routes) {
      expect(route.nodes.at(0)).toBe(from)
      expect(route.nodes.at(-1)).toBe(to)
      expect(new Set(route.nodes).size).toBe(route.nodes.length)
      for (const [index, step] of route.edges.entries()) {
        expect([step.from, step.to].toSorted()).toEqual(route.nodes.slice(index, index + 2).toSorted())
        expect(oracle.edgesOf(step.from).some((one) => one.to === step.to && one.type === step.type)).toBe(true)
        expect(['suggested', 'rejected']).not.toContain(step.tier)
      }
    }
  })

  it('keeps to the length asked for, and is empty where there is no way', async () => {
    expect(await findRoutes(graph, { from: 'keyword:synthetic-island', to: 'country:AX', limit: 5, maxLength: 6 })).toEqual([])
    expect(await findRoutes(graph, { from: 'technique:t0001', to: 'source:example.org/12', limit: 5, maxLength: 1 })).toEqual([])
  })

  it('goes on to other ways when the two ends are joined directly', async () => {
    const routes = await findRoutes(graph, { from: 'keyword:synthetic-0', to: 'narrative:synthetic-0', limit: 3, maxLength: 4 })
    expect(routes[0]?.edges).toHaveLength(1)
    expect(routes.length).toBeGreaterThan(1)
  })
})
