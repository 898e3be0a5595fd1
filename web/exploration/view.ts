import { z } from 'zod'
import { bases, tiers } from '#graph-schema/evidence.ts'
import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { edgesOf, nodesOf } from './columns.ts'
import type { FoundRelated } from './related-actions.ts'
import { edgeId, emptyState, layoutNames, maxNodes, relatedLineId, type ExplorationState, type RelatedLine } from './state.ts'
import type { Subgraph } from '#graph-schema/graph.ts'

const place = z.int().nonnegative()
const whole = z.int().min(-1_000_000).max(1_000_000)
const edgeRef = z.tuple([place, edgeTypeSchema, place])

/** What a link holds, in short keys. Numbers that name nodes are positions in `n`. The graph's own data is fetched anew. */
export const viewSchema = z.strictObject({
  /** ids, in the order in which they came. */
  n: z.array(z.string().min(3).max(400)).max(maxNodes),
  /** x and y of each node; null for one without a place. */
  p: z.array(whole.nullable()).max(2 * maxNodes),
  /** roots */
  r: z.array(place).optional(),
  /** expansions: the bringer, then what it named. */
  e: z.array(z.array(place).min(1)).optional(),
  /** pinned */
  x: z.array(place).optional(),
  /** hidden: nodes, kinds, tiers, bases. */
  h: z.array(place).optional(),
  k: z.array(z.enum(domainKinds.map(({ kind }) => kind))).optional(),
  t: z.array(z.enum(tiers)).optional(),
  b: z.array(z.enum(bases)).optional(),
  /** selection: nodes, or an edge. */
  s: z.array(place).optional(),
  se: edgeRef.optional(),
  /** related lines: the case that was asked for, then those it is joined to; they are worked out anew. Whether they are hidden, and the one that is selected. */
  rl: z.array(z.array(place).min(2)).optional(),
  hr: z.literal(1).optional(),
  sr: z.tuple([place, place]).optional(),
  /** time window */
  w: z.tuple([z.iso.date(), z.iso.date()]).optional(),
  /** camera */
  c: z.tuple([z.number(), z.number(), z.number().positive()]).optional(),
  l: z.enum(layoutNames).optional(),
  /** ends of a route, and the route that is lit. */
  pf: place.optional(),
  pt: place.optional(),
  hp: z.strictObject({ n: z.array(place), e: z.array(edgeRef) }).optional(),
  /** theme */
  th: z.enum(['light', 'dark']).optional(),
})
export type View = z.output<typeof viewSchema>
export type ViewTheme = NonNullable<View['th']>

/** Each case that was asked for, with the cases it is joined to. */
function relatedRefs(state: ExplorationState, placesOf: (ids: readonly string[]) => number[]): number[][] {
  const asked = new Map<string, string[]>()
  for (const { from, to } of state.related.values()) asked.set(from, [...(asked.get(from) ?? []), to])
  return [...asked].map(([from, to]) => placesOf([from, ...to]))
}

function lineRef(state: ExplorationState, placeOf: ReadonlyMap<string, number>): [number, number] | undefined {
  const line = state.selectedEdge === null ? undefined : state.related.get(state.selectedEdge)
  const [from, to] = [placeOf.get(line?.from ?? ''), placeOf.get(line?.to ?? '')]
  return from === undefined || to === undefined ? undefined : [from, to]
}

/** The view of a state. Empty parts are left out, so that links stay short. */
export function toView(state: ExplorationState, theme: ViewTheme | null): View {
  const ids = [...state.nodes.keys()]
  const placeOf = new Map(ids.map((id, index) => [id, index]))
  const places = (wanted: Iterable<string>): number[] => [...wanted].flatMap((id) => placeOf.get(id) ?? []).toSorted((a, b) => a - b)
  const some = <Item>(items: Item[]): Item[] | undefined => (items.length === 0 ? undefined : items)
  const placesInOrder = (wanted: readonly string[]): number[] => wanted.flatMap((id) => placeOf.get(id) ?? [])
  const edgeRefs = (wanted: readonly string[]): z.output<typeof edgeRef>[] =>
    wanted.flatMap((id) => {
      const edge = state.edges.get(id)
      const from = placeOf.get(edge?.from ?? '')
      const to = placeOf.get(edge?.to ?? '')
      return edge === undefined || from === undefined || to === undefined ? [] : [[from, edge.type, to]]
    })
  const view: View = {
    n: ids,
    p: ids.flatMap((id) => {
      const point = state.positions.get(id)
      return point === undefined ? [null, null] : [point.x, point.y]
    }),
    r: some(places(state.roots)),
    e: some([...state.expansions].flatMap(([bringer, named]) => placesInOrder([bringer]).map((at) => [at, ...places(named)]))),
    x: some(places(state.pinned)),
    h: some(places(state.hiddenNodes)),
    k: some([...state.hiddenKinds].toSorted()),
    t: some([...state.hiddenTiers].toSorted()),
    b: some([...state.hiddenBases].toSorted()),
    s: some(places(state.selection)),
    se: state.selectedEdge === null ? undefined : edgeRefs([state.selectedEdge])[0],
    rl: some(relatedRefs(state, placesInOrder)),
    hr: state.hidesRelated ? 1 : undefined,
    sr: lineRef(state, placeOf),
    w: state.timeWindow === null ? undefined : [state.timeWindow.from, state.timeWindow.to],
    c: state.camera === null ? undefined : [state.camera.x, state.camera.y, state.camera.zoom],
    l: state.layout === emptyState.layout ? undefined : state.layout,
    pf: placesInOrder(state.pathFrom === null ? [] : [state.pathFrom])[0],
    pt: placesInOrder(state.pathTo === null ? [] : [state.pathTo])[0],
    hp: state.path === null ? undefined : { n: placesInOrder(state.path.nodes), e: edgeRefs(state.path.edges) },
    th: theme ?? undefined,
  }
  return view
}

/** What the graph answers to the ids of a view. */
export interface ViewAnswer {
  subgraph: Subgraph
  missing: readonly string[]
  resolved: readonly { asked: string; id: string }[]
  /** For cases whose related ones were asked for: those found now, with the reasons. */
  related?: ReadonlyMap<string, readonly FoundRelated[]>
}

/** The state that a view describes, with the graph's present data; nodes that the graph lacks are left out. */
export function fromView(view: View, answer: ViewAnswer): ExplorationState {
  const inForce = new Map(answer.resolved.map(({ asked, id }) => [asked, id]))
  const found = new Map(nodesOf(answer.subgraph.nodes).map((node) => [node.id, node]))
  const idAt = (index: number | undefined): string | null => {
    const asked = index === undefined ? undefined : view.n[index]
    const id = asked === undefined ? undefined : (inForce.get(asked) ?? asked)
    return id !== undefined && found.has(id) ? id : null
  }
  const idsAt = (indices: readonly number[] | undefined): string[] => (indices ?? []).flatMap((index) => idAt(index) ?? [])
  const nodes = new Map(view.n.flatMap((_, index) => idsAt([index])).flatMap((id) => {
    const node = found.get(id)
    return node === undefined ? [] : [[id, node]]
  }))
  const edges = new Map(edgesOf(answer.subgraph).filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)).map((edge) => [edge.id, edge]))
  const edgeAt = ([from, type, to]: z.output<typeof edgeRef>): string[] => {
    const id = edgeId(idAt(from) ?? '', type, idAt(to) ?? '')
    return edges.has(id) ? [id] : []
  }
  const positions = new Map(view.n.flatMap((_, index) => {
    const x = view.p[2 * index] ?? null
    const y = view.p[2 * index + 1] ?? null
    return x === null || y === null ? [] : idsAt([index]).map((id) => [id, { x, y }] as const)
  }))
  const expansions = new Map((view.e ?? []).flatMap(([bringer, ...named]) => idsAt(bringer === undefined ? [] : [bringer]).map((id) => [id, new Set(idsAt(named))] as const)))
  const path = view.hp === undefined ? null : { nodes: idsAt(view.hp.n), edges: view.hp.e.flatMap(edgeAt) }
  const wholePath = path !== null && path.nodes.length === view.hp?.n.length && path.edges.length === view.hp.e.length
  const lines = new Map<string, RelatedLine>()
  for (const [asked, ...joined] of view.rl ?? []) {
    for (const from of idsAt(asked === undefined ? [] : [asked])) {
      for (const to of idsAt(joined)) {
        // What is no longer found related has no reason to show, and no line.
        const now = answer.related?.get(from)?.find(({ id }) => id === to)
        if (now !== undefined && to !== from) lines.set(relatedLineId(from, to), { id: relatedLineId(from, to), from, to, why: now.why, isLoose: now.isLoose })
      }
    }
  }
  const lineAt = ([from, to]: readonly [number, number]): string[] => {
    const id = relatedLineId(idAt(from) ?? '', idAt(to) ?? '')
    return lines.has(id) ? [id] : []
  }
  return {
    nodes,
    edges,
    related: lines,
    hidesRelated: view.hr === 1,
    roots: new Set(idsAt(view.r)),
    expansions,
    positions,
    pinned: new Set(idsAt(view.x)),
    hiddenNodes: new Set(idsAt(view.h)),
    hiddenKinds: new Set(view.k),
    hiddenTiers: new Set(view.t),
    hiddenBases: new Set(view.b),
    selection: new Set(idsAt(view.s)),
    selectedEdge: (view.se !== undefined ? edgeAt(view.se) : view.sr !== undefined ? lineAt(view.sr) : [])[0] ?? null,
    timeWindow: view.w === undefined ? null : { from: view.w[0], to: view.w[1] },
    camera: view.c === undefined ? null : { x: view.c[0], y: view.c[1], zoom: view.c[2] },
    layout: view.l ?? emptyState.layout,
    pathFrom: idAt(view.pf),
    pathTo: idAt(view.pt),
    path: wholePath ? path : null,
  }
}

/** The cases of a view whose related ones must be asked for. */
export function askedForRelated(view: View): string[] {
  return (view.rl ?? []).flatMap(([asked]) => (asked === undefined ? [] : (view.n[asked] ?? [])))
}
