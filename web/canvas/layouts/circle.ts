import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import type { Point } from '#web/exploration/state.ts'
import { adjacency, type LayoutInput, type LayoutNode, type Placed } from './layout-input.ts'

function ringOf(node: LayoutNode): number {
  return node.kind === 'Narrative' ? 0 : node.kind === 'Case' ? 1 : 2
}

const kindOrder = new Map(domainKinds.map(({ kind }, index) => [kind, index]))

/** Three rings: narratives inside, cases round them in the order of what they carry, everything else outside by kind. */
export function circle(input: LayoutInput): Placed {
  const near = adjacency(input)
  const angles = new Map<string, number>()
  const places = new Map<string, Point>()
  let inner = 0
  for (const ring of [0, 1, 2]) {
    const own = input.nodes.filter((node) => ringOf(node) === ring)
    if (own.length === 0) continue
    const pull = (node: LayoutNode): number => {
      const seen = [...(near.get(node.id) ?? [])].flatMap((id) => angles.get(id) ?? [])
      if (seen.length === 0) return 0
      return Math.atan2(seen.reduce((sum, angle) => sum + Math.sin(angle), 0), seen.reduce((sum, angle) => sum + Math.cos(angle), 0))
    }
    const ordered = own.toSorted((a, b) => (ring === 2 ? (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0) : 0) || pull(a) - pull(b) || (a.id < b.id ? -1 : 1))
    const room = own.reduce((sum, node) => sum + Math.max(node.box.half, node.box.above + node.box.below) * 1.35, 0)
    const radius = own.length === 1 && ring === 0 ? 0 : Math.max(inner === 0 && ring === 0 ? 90 : inner + 170, room / (2 * Math.PI))
    for (const [index, node] of ordered.entries()) {
      const angle = -Math.PI / 2 + (2 * Math.PI * index) / ordered.length
      angles.set(node.id, angle)
      places.set(node.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
    }
    inner = radius
  }
  return [...places]
}
