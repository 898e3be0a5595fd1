import cytoscape from 'cytoscape'
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose'
import type { Point } from '#web/exploration/state.ts'
import type { LayoutInput, LayoutNode, Placed } from './layout-input.ts'
import { separate } from './separate.ts'

cytoscape.use(fcose)

/** Above this many nodes only the quick first phase of the layout runs. */
const draftAbove = 300

/** A repeatable series of numbers between 0 and 1: the same graph gets the same picture. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** fcose may shift the whole picture: shifts it back so that the fixed nodes lie where they were, and sets them there exactly. */
function backToFixed(fixed: readonly LayoutNode[], found: ReadonlyMap<string, Point>): Map<string, Point> {
  let x = 0
  let y = 0
  for (const { id, at } of fixed) {
    x += ((at?.x ?? 0) - (found.get(id)?.x ?? 0)) / fixed.length
    y += ((at?.y ?? 0) - (found.get(id)?.y ?? 0)) / fixed.length
  }
  const shifted = new Map([...found].map(([id, at]) => [id, { x: at.x + x, y: at.y + y }]))
  for (const { id, at } of fixed) if (at !== null) shifted.set(id, at)
  return shifted
}

/** Stretches a crowded picture until all boxes have room in it; else the separation after it would pile them up into a column. */
function roomy(input: LayoutInput, found: ReadonlyMap<string, Point>): Map<string, Point> {
  const points = [...found.values()]
  const width = Math.max(1, ...points.map(({ x }) => x)) - Math.min(0, ...points.map(({ x }) => x))
  const height = Math.max(1, ...points.map(({ y }) => y)) - Math.min(0, ...points.map(({ y }) => y))
  const needed = 1.5 * input.nodes.reduce((sum, { box }) => sum + 2 * box.half * (box.above + box.below), 0)
  const stretch = Math.max(1, Math.sqrt(needed / (width * height)))
  return new Map([...found].map(([id, { x, y }]) => [id, { x: x * stretch * (stretch > 1 ? 1.15 : 1), y: y * stretch }]))
}

/** Force-directed layout by fcose on a headless graph. Fixed nodes stay. Runs in the worker: fcose draws on Math.random, which is seeded for the run. */
export function force(input: LayoutInput): Placed {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
    elements: [
      ...input.nodes.map(({ id, box, at }) => ({ group: 'nodes' as const, data: { id, width: 2 * box.half, height: box.above + box.below }, position: { x: at?.x ?? 0, y: at?.y ?? 0 } })),
      ...input.edges.map(({ from, to }, index) => ({ group: 'edges' as const, data: { id: `e${index}`, source: from, target: to } })),
    ],
  })
  const native = Math.random
  Math.random = seededRandom(20_240_601)
  const fixed = input.nodes.filter((node) => node.fixed)
  const options: FcoseLayoutOptions = {
    name: 'fcose',
    quality: input.nodes.length > draftAbove ? 'draft' : 'default',
    randomize: true,
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: false,
    uniformNodeDimensions: false,
    packComponents: false,
    nodeSeparation: 110,
    idealEdgeLength: 95,
    nodeRepulsion: 9000,
    edgeElasticity: 0.35,
    gravity: 0.35,
    numIter: 2500,
    ...(fixed.length === 0 ? {} : { fixedNodeConstraint: fixed.flatMap(({ id, at }) => (at === null ? [] : [{ nodeId: id, position: at }])) }),
  }
  try {
    cy.layout(options).run()
    const found = new Map<string, Point>()
    cy.nodes().forEach((node) => {
      found.set(node.id(), { ...node.position() })
    })
    return separate(input, backToFixed(fixed, roomy(input, found)))
  } finally {
    Math.random = native
    // A style-enabled headless instance keeps timers until it is destroyed.
    cy.destroy()
  }
}
