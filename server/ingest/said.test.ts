import { describe, expect, it } from 'vitest'
import { edgeFromEvidence } from './edge-facts.ts'
import type { EntityNode } from './entity-nodes.ts'
import { Said } from './said.ts'

const country = (name: string): EntityNode => ({ kind: 'Country', id: 'country:AX', name, properties: { code: 'AX', isRegion: false, aliases: [] } })
const family = (note: string) => edgeFromEvidence('BELONGS_TO', 'outlet:a', 'outlet:b', [{ kind: 'taxonomy', note, version: '1' }])
const ofCase = edgeFromEvidence('DISCUSSES', 'case:x/1', 'country:AX', [{ kind: 'stated', field: 'countries', value: null }])

describe('what an import has said of entities', () => {
  it('is written once in the same words, and again in others', () => {
    const said = new Said()
    const [nodes, edges] = [[country('Synthetica')], [family('counts'), ofCase]]
    expect([said.freshNodes(nodes), said.freshEdges(edges)]).toEqual([nodes, edges])
    said.remember({ nodes, edges })
    expect([said.freshNodes(nodes), said.freshEdges(edges)]).toEqual([[], [ofCase]])
    const renamed = country('Great Synthetica')
    expect([said.freshNodes([renamed]), said.freshEdges([family('counts otherwise')])]).toEqual([[renamed], [family('counts otherwise')]])
  })

  it('is forgotten, not heaped up, in files with many entities', () => {
    const said = new Said()
    const many = Array.from({ length: 50_001 }, (_, n): EntityNode => ({ kind: 'Keyword', id: `keyword:${String(n)}`, name: String(n), properties: { keywordType: null, aliases: [] } }))
    said.remember({ nodes: many, edges: [] })
    expect(said.freshNodes(many)).toHaveLength(many.length)
  })
})
