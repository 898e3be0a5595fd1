import { describe, expect, it } from 'vitest'
import { addExpansion, addNodes, broughtAloneBy, clearCanvas, collapse, removeNodes } from './content-actions.ts'
import { emptyState, type ExplorationState } from './state.ts'
import { stateHash } from './state-hash.ts'
import { testGraph } from './test-graph.ts'
import { moveNodes, select } from './view-actions.ts'

const graph = testGraph([
  ['case:x/a', 'CARRIES', 'narrative:one'],
  ['case:x/b', 'CARRIES', 'narrative:one'],
  ['case:x/b', 'CARRIES', 'narrative:two'],
  ['case:x/c', 'CARRIES', 'narrative:two'],
  ['case:x/a', 'DISCUSSES', 'country:KZ'],
  ['case:x/c', 'DISCUSSES', 'country:KZ'],
])
const ids = (state: ExplorationState): string[] => [...state.nodes.keys()].toSorted()
const expand = (state: ExplorationState, id: string): ExplorationState =>
  addExpansion(state, id, graph.brought([...state.nodes.keys(), ...graph.neighbors(id)]), graph.neighbors(id))
const start = addNodes(emptyState, graph.brought(['narrative:one', 'narrative:two']), ['narrative:one', 'narrative:two'])

describe('adding', () => {
  it('gives the same state when everything is there already', () => {
    expect(addNodes(start, graph.brought(['narrative:one']), ['narrative:one'])).toBe(start)
    const expanded = expand(start, 'narrative:one')
    expect(expand(expanded, 'narrative:one')).toBe(expanded)
  })

  it('drops edges that lack an end', () => {
    const { edges } = graph.brought(graph.ids)
    const state = addNodes(emptyState, { nodes: graph.brought(['case:x/a']).nodes, edges }, ['case:x/a'])
    expect(state.edges.size).toBe(0)
  })
})

describe('collapsing', () => {
  it('leaves what another expansion named, even when that came later and brought nothing new', () => {
    const both = expand(expand(start, 'narrative:one'), 'narrative:two')
    expect(broughtAloneBy(both, 'narrative:one')).toEqual(['case:x/a'])
    expect(ids(collapse(both, 'narrative:one'))).toEqual(['case:x/b', 'case:x/c', 'narrative:one', 'narrative:two'])
    expect(ids(collapse(both, 'narrative:two'))).toEqual(['case:x/a', 'case:x/b', 'narrative:one', 'narrative:two'])
  })

  it('leaves a node that was expanded itself, and what that brought', () => {
    const deep = expand(expand(start, 'narrative:one'), 'case:x/a')
    expect(ids(collapse(deep, 'narrative:one'))).toEqual(['case:x/a', 'country:KZ', 'narrative:one', 'narrative:two'])
  })

  it('ends at the same place in whatever order', () => {
    const deep = ['narrative:one', 'case:x/a', 'narrative:two', 'country:KZ'].reduce(expand, start)
    const orders = [
      ['narrative:one', 'case:x/a', 'narrative:two', 'country:KZ'],
      ['country:KZ', 'narrative:two', 'case:x/a', 'narrative:one'],
      ['case:x/a', 'country:KZ', 'narrative:one', 'narrative:two'],
      ['narrative:two', 'narrative:one', 'country:KZ', 'case:x/a'],
    ]
    for (const order of orders) expect(stateHash(order.reduce(collapse, deep))).toBe(stateHash(start))
  })

  it('never takes what a person added', () => {
    const added = addNodes(expand(start, 'narrative:one'), graph.brought(['case:x/a']), ['case:x/a'])
    expect(ids(collapse(added, 'narrative:one'))).toContain('case:x/a')
  })

  it('is exact after undo by value: collapse of a fresh expansion gives the state before', () => {
    expect(stateHash(collapse(expand(start, 'narrative:two'), 'narrative:two'))).toBe(stateHash(start))
  })
})

describe('removing', () => {
  it('leaves what the removed node alone had brought, and forgets everything about the node itself', () => {
    const state = select(moveNodes(expand(start, 'narrative:one'), [['narrative:one', { x: 5, y: 5 }]]), ['narrative:one'])
    const left = removeNodes(state, ['narrative:one'])
    expect(ids(left)).toEqual(['case:x/a', 'case:x/b', 'narrative:two'])
    expect([left.positions.size, left.selection.size, left.expansions.size]).toEqual([0, 0, 0])
    expect([...left.edges.values()].some((edge) => edge.to === 'narrative:one')).toBe(false)
    expect(removeNodes(left, ['narrative:one'])).toBe(left)
  })

  it('clears the canvas but keeps the filters', () => {
    const state = clearCanvas({ ...start, hiddenKinds: new Set(['Outlet']) })
    expect(state.nodes.size).toBe(0)
    expect([...state.hiddenKinds]).toEqual(['Outlet'])
  })
})
