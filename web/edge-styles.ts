import type { Basis, Tier } from '#graph-schema/evidence.ts'

/** How a line is drawn. Dash patterns and widths carry the meaning; colour only helps. */
export interface LineStyle {
  line: 'solid' | 'dashed' | 'dotted'
  /** Pixels at zoom 1. */
  width: number
  /** Lengths of dash and gap, where they are not the usual ones. */
  dash?: readonly [number, number]
  /** 3:1 against page and card of the theme. */
  colour: { light: string; dark: string }
}

const accent = { light: '#5b3db0', dark: '#b39ff5' } as const
const quiet = { light: '#868fa3', dark: '#737d92' } as const
const dark = { light: '#535c70', dark: '#a5aec0' } as const

/** One entry a basis: what an edge rests on. */
export const edgeStyles: Record<Basis, LineStyle> = {
  stated: { line: 'solid', width: 1.25, colour: quiet },
  rule: { line: 'solid', width: 2.25, colour: accent },
  keyword: { line: 'solid', width: 1.25, colour: accent },
  inferred: { line: 'dashed', width: 1.5, colour: dark },
  reference: { line: 'dotted', width: 1.75, colour: dark },
  taxonomy: { line: 'dashed', width: 1.25, colour: quiet },
  person: { line: 'solid', width: 3, colour: accent },
}

/** A case found related: no edge of the graph, and like none of them. Long dashes in a colour of their own. */
export const relatedStyle: LineStyle = { line: 'dashed', width: 2, dash: [11, 7], colour: { light: '#7a4d00', dark: '#e9b866' } }

/** One that is related loosely: less ink, the same colour, as a paler one would fall below 3:1. */
export const looselyRelatedStyle: LineStyle = { ...relatedStyle, width: 1.25, dash: [5, 6] }

/** How a CARRIES edge of a tier is drawn, and whether its case is a filled dot or a ring in time series. */
export const tierStyles: Record<Tier, LineStyle & { mark: 'solid' | 'ring' }> = {
  accepted: { line: 'solid', width: 3, colour: accent, mark: 'solid' },
  corroborated: { line: 'solid', width: 2.75, colour: accent, mark: 'solid' },
  pattern: { line: 'solid', width: 2.25, colour: accent, mark: 'solid' },
  'source-tag': { line: 'solid', width: 1.25, colour: accent, mark: 'ring' },
  suggested: { line: 'dashed', width: 1.25, colour: quiet, mark: 'ring' },
  rejected: { line: 'dotted', width: 1, colour: quiet, mark: 'ring' },
}

/** `stroke-dasharray` for SVG samples of a line. */
export function dashArray(style: LineStyle): string | undefined {
  if (style.dash !== undefined) return style.dash.join(' ')
  switch (style.line) {
    case 'solid':
      return undefined
    case 'dashed':
      return '6 4'
    case 'dotted':
      return '1.5 3.5'
  }
}
