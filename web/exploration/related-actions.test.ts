import { describe, expect, it } from 'vitest'
import { describeLine } from '#web/canvas/describe-node.ts'
import { toElements } from '#web/canvas/to-elements.ts'
import { looselyRelatedStyle, relatedStyle } from '#web/edge-styles.ts'
import { addNodes, collapse, removeNodes } from './content-actions.ts'
import { addRelated, dropRelated, toggleRelated } from './related-actions.ts'
import { hiddenSummary, visibleGraph } from './selectors.ts'
import { emptyState, relatedLineId } from './state.ts'
import { testGraph } from './test-graph.ts'
import { fromView, toView } from './view.ts'
import { selectEdge, showAll } from './view-actions.ts'

const graph = testGraph([
  ['case:x/a', 'CARRIES', 'narrative:one'],
  ['case:x/b', 'REFERS_TO', 'case:x/a'],
  ['case:x/c', 'CARRIES', 'narrative:one'],
])
const start = addNodes(emptyState, graph.brought(['case:x/a']), ['case:x/a'])
const found = [{ id: 'case:x/b', why: 'rare word lighthouse', isLoose: false }, { id: 'case:x/c', why: '2 days apart', isLoose: true }]
const related = addRelated(start, 'case:x/a', graph.brought(['case:x/a', 'case:x/b', 'case:x/c']), found)

describe('lines to related cases', () => {
  it('stand beside the edges and are never among them', () => {
    expect([...related.nodes.keys()]).toEqual(['case:x/a', 'case:x/b', 'case:x/c'])
    expect([...related.related.values()].map(({ from, to, why }) => [from, to, why])).toEqual([['case:x/a', 'case:x/b', 'rare word lighthouse'], ['case:x/a', 'case:x/c', '2 days apart']])
    expect([...related.edges.values()].map(({ type }) => type)).toEqual(['REFERS_TO'])
    expect(addRelated(related, 'case:x/a', graph.brought(graph.ids.slice(0, 1)), found)).toBe(related)
  })

  it('are one a pair, whichever of the two was asked first', () => {
    expect(addRelated(related, 'case:x/b', { nodes: [], edges: [] }, [{ id: 'case:x/a', why: 'another way round', isLoose: false }]).related).toBe(related.related)
    expect(relatedLineId('b', 'a')).toBe(relatedLineId('a', 'b'))
  })

  it('say which of them are loose, in words and in how they are drawn', () => {
    const positions = new Map(graph.ids.map((id, index) => [id, { x: index, y: 0 }] as const))
    const elements = toElements({ graph: visibleGraph(related), positions, pinned: new Set(), path: null })
    expect([...elements.edges.values()].filter(({ type }) => type === 'RELATED').map(({ to, basis }) => [to, basis])).toEqual([['case:x/b', 'related'], ['case:x/c', 'loosely-related']])
    const node = related.nodes.get('case:x/a')
    if (node === undefined) throw new Error('no such node')
    const told = [...related.related.values()].map((line) => describeLine(line, node, related.nodes, { at: 1, of: 2 }))
    expect(told[0]).toContain(': found related, no edge of the graph, case,')
    expect(told[1]).toContain(': found loosely related, no edge of the graph, case,')
    expect(looselyRelatedStyle.width).toBeLessThan(relatedStyle.width)
  })

  it('go with their case: when it is removed, and when the one that brought it is collapsed', () => {
    const selected = selectEdge(related, relatedLineId('case:x/a', 'case:x/b'))
    expect(selected.selectedEdge).toBe(relatedLineId('case:x/a', 'case:x/b'))
    const without = removeNodes(selected, ['case:x/b'])
    expect([...without.related.keys()]).toEqual([relatedLineId('case:x/a', 'case:x/c')])
    expect(without.selectedEdge).toBeNull()
    expect(collapse(related, 'case:x/a').related.size).toBe(0)
    expect([...dropRelated(selected, 'case:x/a').nodes.keys()]).toEqual([...related.nodes.keys()])
    expect(dropRelated(selected, 'case:x/a')).toMatchObject({ selectedEdge: null })
  })

  it('are hidden and shown as the other filters are', () => {
    const hidden = toggleRelated(related)
    expect(visibleGraph(hidden).related.size).toBe(0)
    expect(hiddenSummary(hidden)).toMatchObject({ filters: 1, edges: 2 })
    expect(visibleGraph(showAll(hidden)).related.size).toBe(2)
  })

  it('are in a link by their ends alone; what is no longer found related has no line', () => {
    const view = toView(related, null)
    expect(JSON.stringify(view)).not.toContain('lighthouse')
    const answer = { subgraph: graph.subgraph(['case:x/a', 'case:x/b', 'case:x/c']), missing: [], resolved: [], related: new Map([['case:x/a', [{ id: 'case:x/b', why: 'rare words of today', isLoose: true }]]]) }
    expect([...fromView(view, answer).related.values()].map(({ to, why, isLoose }) => [to, why, isLoose])).toEqual([['case:x/b', 'rare words of today', true]])
  })
})
