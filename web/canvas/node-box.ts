import type { NodeKind } from '#graph-schema/node-kinds/index.ts'

/** Width and height of a kind's shape in model pixels. The narrative is the largest: it is what the picture is about. */
export const nodeSizes: Record<NodeKind, { width: number; height: number }> = {
  Narrative: { width: 50, height: 50 },
  Case: { width: 25, height: 31 },
  Topic: { width: 34, height: 29 },
  Country: { width: 32, height: 32 },
  Outlet: { width: 24, height: 24 },
  Keyword: { width: 34, height: 19 },
  Issue: { width: 28, height: 25 },
  Language: { width: 28, height: 27 },
  Source: { width: 30, height: 21 },
  Technique: { width: 32, height: 31 },
}

/** Gap between a shape and its label, and the label's line height, in screen pixels. */
export const labelGap = 5
export const labelLineHeight = 16

/** Room that a node takes with its label when the picture is drawn at its own size; layouts keep these boxes apart. */
export interface NodeBox {
  /** Half the width, and how far it reaches above and below the node's middle. */
  half: number
  above: number
  below: number
}

/** The box of a node with a label of this many characters and lines. */
export function nodeBox(kind: NodeKind, labelLength: number, lines: number): NodeBox {
  const { width, height } = nodeSizes[kind]
  const labelWidth = Math.min(labelLength, 30) * (kind === 'Narrative' ? 7.4 : 6.5)
  const ring = kind === 'Narrative' ? 6 : 0
  return {
    half: Math.max(width + 2 * ring, labelWidth) / 2 + 8,
    above: height / 2 + ring + 8,
    // With some air: labels keep their size on the screen when the picture is drawn smaller.
    below: height / 2 + ring + labelGap + 1.2 * lines * labelLineHeight + 6,
  }
}
