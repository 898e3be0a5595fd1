import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '#graph-schema/fold.ts'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import { luceneSearch } from '#server/analysis/lucene-query.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { searchEntities } from '#server/neo4j/queries/search-entities.ts'
import { oracleOf, searchTextOf } from './oracle.ts'
import { syntheticGraph } from './synthetic-graph.ts'
import { writeGraph } from './write-graph.ts'

const synthetic = syntheticGraph()
const oracle = oracleOf(synthetic)
const allKinds = domainKinds.map(({ kind }) => kind)
let graph: GraphDriver

beforeAll(async () => {
  graph = await writeGraph(synthetic)
})
afterAll(() => graph.close())

async function search(text: string, options: { kinds?: NodeKind[]; offset?: number; limit?: number; forgiving?: boolean } = {}) {
  const query = luceneSearch(text)
  if (query === null) throw new Error('nothing to look for')
  const { folded, lastWord, strict, forgiving } = query
  const lucene = options.forgiving === true ? (forgiving ?? strict) : strict
  const [row] = await graph.run(searchEntities, {
    lucene, folded, lastWord, words: folded.split(' ').length, forgiving: options.forgiving === true, lookAt: 1_001, kinds: options.kinds ?? null, offset: options.offset ?? 0, limit: options.limit ?? 1_000,
  })
  if (row === undefined) throw new Error('one row, always')
  return row
}

/** Every word a word of the text, the last one a beginning of one. */
function expectedIds(text: string): string[] {
  const words = fold(text).split(' ')
  const last = words.at(-1) ?? ''
  return synthetic.nodes
    .filter((node) => {
      const own = searchTextOf(node).split(' ')
      return words.slice(0, -1).every((word) => own.includes(word)) && own.some((word) => word.startsWith(last))
    })
    .map(({ id }) => id)
}

describe('searchEntities', () => {
  it.each(['museum', 'synthetic claim', 'the light', 'ŁÓDŹ BRIDGE', 'lodz', 'киев', 'kiev weather', 'outlet 1', 'synthetia 3', 'x', 'nothing of the sort', 'exa', '*', 'claim AND (NOT "museum")'])(
    'finds for “%s” what plain lists find',
    async (text) => {
      if (luceneSearch(text) === null) return
      const row = await search(text)
      expect(row.id.toSorted()).toEqual(expectedIds(text).toSorted())
      expect(row.total).toBe(row.id.length)
      const byKind = new Map(row.countedKinds.map((kind, index) => [kind, row.counts[index]]))
      for (const kind of allKinds) expect(byKind.get(kind) ?? 0).toBe(row.id.filter((id) => oracle.node(id).kind === kind).length)
    },
  )

  it('puts an equal name first, then names that begin with the query, the shorter before the longer', async () => {
    const row = await search('Synthetic keyword 1')
    expect(row.name[0]).toBe('Synthetic keyword 1')
    expect(row.name.slice(1, 11).every((name) => name.startsWith('Synthetic keyword 1'))).toBe(true)
  })

  it('puts names that begin with the query before hits that only speak of it often', async () => {
    const { name } = await search('museum')
    expect(name.slice(0, 2)).toEqual(['Museum', 'Museum of synthetic and otherwise made up things with a long name'])
    expect(name.indexOf('The museum museum museum')).toBeGreaterThan(1)
  })

  it('tells whole words from beginnings', async () => {
    const row = await search('muse')
    expect(row.wholeWords.every((whole) => !whole)).toBe(true)
    expect((await search('museum')).wholeWords.every(Boolean)).toBe(true)
  })

  it('forgives typing errors', async () => {
    expect((await search('muzeum')).id).toEqual([])
    expect((await search('muzeum', { forgiving: true })).id.toSorted()).toEqual(expectedIds('museum').toSorted())
    expect((await search('orcestra musem', { forgiving: true })).total).toBe(expectedIds('orchestra museum').length)
  })

  it('pages and keeps to kinds without losing or doubling a hit', async () => {
    const whole = await search('synthetic')
    expect(whole.total).toBeGreaterThan(200)
    const pages: string[] = []
    for (let offset = 0; offset < whole.total; offset += 90) pages.push(...(await search('synthetic', { offset, limit: 90 })).id)
    expect(pages).toEqual(whole.id)
    const outlets = await search('synthetic', { kinds: ['Outlet', 'Topic'] })
    expect(outlets.total).toBe(34)
    expect(outlets.counts).toEqual(whole.counts)
    expect(new Set(outlets.kind)).toEqual(new Set(['Outlet', 'Topic']))
  })

  it('puts a narrative before a keyword of the same name, with typing errors too', async () => {
    const namesakes = ['narrative:synthetic-3', 'keyword:synthetic-namesake']
    expect((await search('Synthetic narrative 3')).id.slice(0, 2)).toEqual(namesakes)
    expect((await search('Syntetic narative 3', { forgiving: true })).id.slice(0, 2)).toEqual(namesakes)
  })

  it('looks at no more hits than told', async () => {
    const { folded, lastWord, strict } = luceneSearch('synthetic') ?? { folded: '', lastWord: '', strict: '' }
    const [row] = await graph.run(searchEntities, { lucene: strict, folded, lastWord, words: 1, forgiving: false, lookAt: 11, kinds: null, offset: 0, limit: 5 })
    expect(row?.lookedAt).toBe(11)
    expect(row?.total).toBe(11)
    expect(row?.id).toHaveLength(5)
  })

  it('gives what tells hits apart, and degrees', async () => {
    const row = await search('Synthetic outlet 4')
    expect(row.parent[0]).toBe('Synthetic outlet 1')
    expect(row.hint[0]).toBe('outlet-4.example.org')
    for (const [index, id] of row.id.entries()) expect(row.degree[index]).toBe(oracle.degree(id))
  })
})
