import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { bases, tiers } from '#graph-schema/evidence.ts'
import { addExpansion, addNodes, clearCanvas, collapse, removeNodes } from './content-actions.ts'
import { amend, record, redo, startHistory, undo, type History } from './history.ts'
import { addRelated, dropRelated, toggleRelated } from './related-actions.ts'
import { hiddenSummary, kindCounts } from './selectors.ts'
import { emptyState, layoutNames, relatedLineId, type ExplorationState } from './state.ts'
import { stateHash } from './state-hash.ts'
import { wideGraph } from './test-graph.ts'
import { longestFragment, readFragment, viewFragment } from './url-state.ts'
import { fromView, toView } from './view.ts'
import * as view from './view-actions.ts'

const graph = wideGraph()
const anId = fc.constantFrom(...graph.ids)
/** Few of them, so that the same two meet again. */
const cases = graph.ids.filter((id) => id.startsWith('case:')).slice(0, 8)
const aCase = fc.constantFrom(...cases)
const whyOf = (id: string) => `rare word ${id}`
const point = fc.record({ x: fc.double({ min: -5000, max: 5000, noNaN: true }), y: fc.double({ min: -5000, max: 5000, noNaN: true }) })
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2023-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

type Act = { name: string; coalesce?: string; run: (state: ExplorationState) => ExplorationState }
const everyEdge = graph.brought(graph.ids).edges.map((edge) => edge.id)

const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.uniqueArray(anId, { minLength: 1, maxLength: 4 }).map((ids) => ({ name: 'Add', run: (s: ExplorationState) => addNodes(s, graph.brought([...s.nodes.keys(), ...ids]), ids) })),
  anId.map((id) => ({
    name: 'Expand',
    run: (s: ExplorationState) => (s.nodes.has(id) ? addExpansion(s, id, graph.brought([...s.nodes.keys(), ...graph.neighbors(id)]), graph.neighbors(id)) : s),
  })),
  anId.map((id) => ({ name: 'Collapse', run: (s: ExplorationState) => collapse(s, id) })),
  anId.map((id) => ({ name: 'Remove', run: (s: ExplorationState) => removeNodes(s, [id]) })),
  fc.uniqueArray(anId, { maxLength: 3 }).map((ids) => ({ name: 'Hide', run: (s: ExplorationState) => view.hideNodes(s, ids) })),
  fc.tuple(anId, point).map(([id, at]) => ({ name: 'Move', run: (s: ExplorationState) => view.moveNodes(s, [[id, at]]) })),
  anId.map((id) => ({ name: 'Pin', run: (s: ExplorationState) => view.togglePins(s, [id]) })),
  fc.uniqueArray(anId, { maxLength: 5 }).map((ids) => ({ name: 'Select', coalesce: 'look', run: (s: ExplorationState) => view.select(s, ids) })),
  fc.constantFrom(...everyEdge).map((id) => ({ name: 'Select', coalesce: 'look', run: (s: ExplorationState) => view.selectEdge(s, id) })),
  fc.tuple(point, fc.double({ min: 0.1, max: 4, noNaN: true })).map(([at, zoom]) => ({ name: 'Look', coalesce: 'look', run: (s: ExplorationState) => view.setCamera(s, { ...at, zoom }) })),
  fc.constantFrom(...domainKinds).map(({ kind }) => ({ name: 'Filter', run: (s: ExplorationState) => view.toggleKind(s, kind) })),
  fc.constantFrom(...tiers).map((tier) => ({ name: 'Filter', run: (s: ExplorationState) => view.toggleTier(s, tier) })),
  fc.constantFrom(...bases).map((basis) => ({ name: 'Filter', run: (s: ExplorationState) => view.toggleBasis(s, basis) })),
  fc.option(fc.tuple(day, day)).map((days) => ({ name: 'Time', coalesce: 'time', run: (s: ExplorationState) => view.setTimeWindow(s, days === null ? null : { from: days[0], to: days[1] }) })),
  fc.tuple(fc.constantFrom(...layoutNames), point).map(([layout, at]) => ({
    name: 'Layout',
    run: (s: ExplorationState) => view.applyLayout(s, layout, [...s.nodes.keys()].map((id, index) => [id, { x: at.x + index, y: at.y }])),
  })),
  fc.tuple(fc.option(anId), fc.option(anId)).map(([from, to]) => ({ name: 'Path', run: (s: ExplorationState) => view.pickPathEnds(s, from, to) })),
  fc.constantFrom(...everyEdge).map((id) => ({
    name: 'Path',
    run: (s: ExplorationState) => {
      const edge = s.edges.get(id)
      return edge === undefined ? s : view.highlightPath(s, { nodes: [edge.from, edge.to], edges: [id] })
    },
  })),
  fc.tuple(aCase, fc.uniqueArray(aCase, { minLength: 1, maxLength: 3 })).map(([of, others]) => ({
    name: 'Related',
    run: (s: ExplorationState) => (s.nodes.has(of) ? addRelated(s, of, graph.brought([...s.nodes.keys(), ...others]), others.map((id) => ({ id, why: whyOf(id), isLoose: id > 'case:x/b' }))) : s),
  })),
  aCase.map((id) => ({ name: 'No related', run: (s: ExplorationState) => dropRelated(s, id) })),
  fc.tuple(aCase, aCase).map(([a, b]) => ({ name: 'Select', coalesce: 'look', run: (s: ExplorationState) => view.selectEdge(s, relatedLineId(a, b)) })),
  fc.constant({ name: 'Filter', run: toggleRelated }),
  fc.constant({ name: 'Show all', run: view.showAll }),
  fc.constant({ name: 'Clear', run: clearCanvas }),
)

function play(acts: readonly Act[]): { history: History; hashes: string[] } {
  let history = startHistory(emptyState)
  const hashes: string[] = []
  for (const act of acts) {
    history = record(history, act.name, act.run(history.present), act.coalesce ?? null)
    hashes.push(stateHash(history.present))
  }
  return { history, hashes }
}

const hundred = fc.array(anAct, { minLength: 100, maxLength: 100, size: 'max' })

describe('history', () => {
  it('undoes and redoes 100 mixed actions to the same state hash', () => {
    fc.assert(
      fc.property(hundred, (acts) => {
        const { history } = play(acts)
        const end = stateHash(history.present)
        const back: string[] = []
        let at = history
        for (let step = undo(at); step !== at; step = undo(at)) {
          back.push(stateHash(at.present))
          at = step
        }
        expect(stateHash(at.present)).toBe(stateHash(emptyState))
        for (let step = redo(at); step !== at; step = redo(at)) {
          at = step
          expect(stateHash(at.present)).toBe(back.pop())
        }
        expect(stateHash(at.present)).toBe(end)
      }),
      { numRuns: 40 },
    )
  })

  it('holds the invariants after any action: visible + hidden = all, nothing speaks of a node that is gone', () => {
    fc.assert(
      fc.property(hundred, (acts) => {
        const { present } = play(acts).history
        const hidden = hiddenSummary(present)
        expect(hidden.shownNodes + hidden.nodes).toBe(present.nodes.size)
        expect(kindCounts(present).reduce((sum, { shown }) => sum + shown, 0)).toBe(hidden.shownNodes)
        const spokenOf = [...present.roots, ...present.positions.keys(), ...present.pinned, ...present.hiddenNodes, ...present.selection, ...present.expansions.keys(), ...[...present.expansions.values()].flatMap((named) => [...named]), ...[...present.related.values()].flatMap(({ from, to }) => [from, to])]
        expect(spokenOf.filter((id) => !present.nodes.has(id))).toEqual([])
        expect(present.selectedEdge === null || present.edges.has(present.selectedEdge) || present.related.has(present.selectedEdge)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('counts steps in a row with the same word as one, and keeps the later name', () => {
    const start = startHistory(addNodes(emptyState, graph.brought(graph.ids), graph.ids))
    const [first, second] = graph.ids
    const one = record(start, 'Select one', view.select(start.present, [first ?? '']), 'look')
    const two = record(one, 'Select another', view.select(one.present, [second ?? '']), 'look')
    expect(two.past.map(({ name }) => name)).toEqual(['Select another'])
    expect(undo(two).present).toBe(start.present)
    expect(record(two, 'nothing', two.present)).toBe(two)
  })

  it('completes the present without a step, and redo brings the completed state', () => {
    const start = startHistory(emptyState)
    const added = record(start, 'Add', addNodes(emptyState, graph.brought(graph.ids), graph.ids))
    const placed = amend(added, view.placeNodes(added.present, graph.ids.map((id, index) => [id, { x: index, y: 0 }])))
    expect(placed.past.length).toBe(1)
    expect(redo(undo(placed)).present).toBe(placed.present)
  })
})

describe('the link', () => {
  it('gives back the same state for any state', () => {
    fc.assert(
      fc.property(hundred, (acts) => {
        const { present } = play(acts).history
        const fragment = readFragment(`#${viewFragment(toView(present, 'dark'))}`)
        if (fragment.kind !== 'view') throw new Error('not readable')
        expect(fragment.view.th).toBe('dark')
        const answer = { subgraph: graph.subgraph([...present.nodes.keys()]), missing: [], resolved: [], related: new Map(cases.map((of) => [of, cases.map((id) => ({ id, why: whyOf(id), isLoose: id > 'case:x/b' }))])) }
        const restored = fromView(fragment.view, answer)
        expect([...restored.nodes.keys()]).toEqual([...present.nodes.keys()])
        expect(stateHash(restored)).toBe(stateHash(present))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves out what the graph lacks and follows aliases', () => {
    const [first, second, third] = graph.ids
    const ids = [first ?? '', second ?? '', third ?? '']
    const state = view.select(addNodes(emptyState, graph.brought(ids), ids), ids)
    const saved = { ...toView(state, null), n: [`${first}-old`, second ?? '', third ?? ''] }
    const restored = fromView(saved, { subgraph: graph.subgraph([first ?? '', third ?? '']), missing: [second ?? ''], resolved: [{ asked: `${first}-old`, id: first ?? '' }] })
    expect([...restored.nodes.keys()]).toEqual([first, third])
    expect([...restored.selection]).toEqual([first, third])
  })

  it('says that a damaged, foreign or future link cannot be read, and never throws', () => {
    expect(readFragment('')).toEqual({ kind: 'none' })
    expect(readFragment('#section')).toEqual({ kind: 'none' })
    expect(readFragment('#g=9.abc')).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('another version') })
    const good = viewFragment(toView(addNodes(emptyState, graph.brought(graph.ids), graph.ids), null))
    expect(readFragment(good.slice(0, -20)).kind).toBe('unreadable')
    expect(readFragment('#v=view%3Aabc')).toEqual({ kind: 'saved', id: 'view:abc' })
    expect(readFragment('#v=%E0%A4%A').kind).toBe('unreadable')
    fc.assert(fc.property(fc.string(), (text) => ['none', 'view', 'saved', 'unreadable'].includes(readFragment(`#g=${text}`).kind)))
  })

  it('takes about 7.5 kB for 200 nodes with ids as long as real ones', () => {
    const words = 'kazakhstan neo colonial west failed again with a colour revolution thanks to the csto ukraine nato broken promise soros baltic states nazi deep state covid vaccine sanctions'.split(' ')
    const ids = Array.from({ length: 200 }, (_, index) => `case:euvsdisinfo/${Array.from({ length: 9 }, (_word, at) => words[(index * 7 + at * (3 + (index % 11))) % words.length]).join('-')}-${index}`)
    const nodes = ids.map((id) => ({ id, kind: 'Case', name: id, date: null, status: 'active', disproofState: 'full', degree: 3 }) as const)
    const state = view.moveNodes(addNodes(emptyState, { nodes, edges: [] }, ids), ids.map((id, index) => [id, { x: (index * 7919) % 3000, y: (index * 104729) % 2000 }]))
    const { length } = viewFragment(toView(state, 'light'))
    expect(length).toBeLessThan(9000)
    expect(length).toBeLessThan(longestFragment)
  })
})
