import { describe, expect, it } from 'vitest'
import { addNodes } from '#web/exploration/content-actions.ts'
import { visibleGraph } from '#web/exploration/selectors.ts'
import { emptyState } from '#web/exploration/state.ts'
import { wideGraph } from '#web/exploration/test-graph.ts'
import { fitCamera } from './camera.ts'
import { describeNode } from './describe-node.ts'
import { alwaysNamed, placeLabels } from './label-pass.ts'
import { nextNode } from './next-node.ts'
import { toElements } from './to-elements.ts'

describe('to-elements', () => {
  const graph = wideGraph()
  const state = addNodes(emptyState, graph.brought(graph.ids), graph.ids)
  it('draws only what has a place, with the edges among it, in order of id', () => {
    const positions = new Map([['narrative:n0', { x: 1, y: 2 }], ['case:euvsdisinfo/case-number-0', { x: 3, y: 4 }]])
    const elements = toElements({ graph: visibleGraph(state), positions, pinned: new Set(['narrative:n0']), path: null })
    expect([...elements.nodes.keys()]).toEqual(['case:euvsdisinfo/case-number-0', 'narrative:n0'])
    expect([...elements.edges.values()].map(({ from, to }) => [from, to])).toEqual([['case:euvsdisinfo/case-number-0', 'narrative:n0']])
    expect(elements.nodes.get('narrative:n0')).toMatchObject({ pinned: true, path: 'none', at: { x: 1, y: 2 } })
  })

  it('describes a node with its connections in words', () => {
    const node = state.nodes.get('case:euvsdisinfo/case-number-0')
    if (node === undefined) throw new Error('no such node')
    const edges = [...state.edges.values()].filter((edge) => edge.from === node.id)
    expect(describeNode(node, edges, state.nodes, { selected: true, pinned: false })).toMatch(/^case, claim: “euvsdisinfo\/case-number-0”, with its disproof, selected\. 2 connections on the canvas: carries n0; discusses C0\./u)
  })
})

describe('labels on the screen', () => {
  const label = (id: string, left: number, top: number, priority: number) => ({
    id,
    below: { left, right: left + 80, top: top + 10, bottom: top + 26 },
    above: { left, right: left + 80, top: top - 26, bottom: top - 10 },
    priority,
  })
  it('lets the one that matters more choose first; the other goes above, or out', () => {
    const places = placeLabels([label('low', 0, 0, 1), label('high', 40, 0, 2), label('lowest', 10, 0, 0), label('free', 400, 0, 0)], [])
    expect(Object.fromEntries(places)).toEqual({ free: 'below', high: 'below', low: 'above', lowest: 'hidden' })
  })

  it('keeps off other shapes, except for what the picture is about', () => {
    const shapes = [{ id: 'b', left: 0, right: 20, top: -40, bottom: 40 }]
    expect(placeLabels([label('a', 0, 0, 1)], shapes).get('a')).toBe('hidden')
    expect(placeLabels([label('a', 0, 0, alwaysNamed)], shapes).get('a')).toBe('below')
    expect(placeLabels([label('b', 0, 0, 1)], shapes).get('b')).toBe('below')
  })
})

describe('walking with arrows', () => {
  const places = new Map([['here', { x: 0, y: 0 }], ['near', { x: 50, y: 0 }], ['joined', { x: 200, y: 20 }], ['above', { x: 0, y: -90 }]])
  it('follows an edge that goes that way before a nearer stranger, and stays where nothing is', () => {
    expect(nextNode('here', 'right', places, new Set(['joined']))).toBe('joined')
    expect(nextNode('here', 'right', places, new Set())).toBe('near')
    expect(nextNode('here', 'up', places, new Set(['joined']))).toBe('above')
    expect(nextNode('here', 'left', places, new Set())).toBeNull()
  })
})

describe('fitting', () => {
  it('needs points and room, and shows everything', () => {
    expect(fitCamera([], 800, 600)).toBeNull()
    expect(fitCamera([{ x: 0, y: 0 }], 0, 0)).toBeNull()
    const camera = fitCamera([{ x: -1000, y: 0 }, { x: 1000, y: 400 }], 800, 600)
    expect(camera?.x).toBe(0)
    expect(camera?.zoom).toBeLessThan(0.4)
  })
})
