import type { StylesheetJsonBlock } from 'cytoscape'
import { bases, tiers } from '#graph-schema/evidence.ts'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import { edgeStyles, looselyRelatedStyle, relatedStyle, tierStyles, type LineStyle } from '#web/edge-styles.ts'
import { kindStyles, type KindShape } from '#web/kind-styles.ts'
import type { CanvasColours } from './canvas-colours.ts'
import { labelGap, nodeSizes } from './node-box.ts'

/** Label sizes on the screen, whatever the zoom. 12 px is the smallest text of the product. */
export const labelFont = { plain: 13, narrative: 14.5 } as const
export const fontFamily = 'Inter Variable, system-ui, sans-serif'

type Outline = { shape: 'ellipse' | 'round-rectangle' | 'rectangle' | 'hexagon' | 'triangle' | 'pentagon' | 'tag' } | { shape: 'polygon'; 'shape-polygon-points': string }

// Own outlines where Cytoscape's has a corner straight below the middle: its hit test (a line upwards from the pointer) counts that corner
// twice and so misses every press on the middle line. The corners stand a hair beside it here.
const shapes: Record<KindShape, Outline> = {
  circle: { shape: 'ellipse' },
  page: { shape: 'round-rectangle' },
  hexagon: { shape: 'hexagon' },
  diamond: { shape: 'polygon', 'shape-polygon-points': '0.0137 -1  1 0  0.0137 1  -1 0' },
  square: { shape: 'rectangle' },
  pill: { shape: 'round-rectangle' },
  triangle: { shape: 'triangle' },
  pentagon: { shape: 'pentagon' },
  tag: { shape: 'tag' },
  star: {
    shape: 'polygon',
    'shape-polygon-points': '0.0137 -1  0.2245 -0.309  0.951 -0.309  0.363 0.118  0.588 0.809  0.0137 0.382  -0.588 0.809  -0.363 0.118  -0.951 -0.309  -0.2245 -0.309',
  },
}

/** How much larger model pixels must be drawn so that they come out at their size on the screen. */
export function labelScale(zoom: number): number {
  return Math.min(10, Math.max(0.25, 1 / zoom))
}

export interface StylesheetInput {
  theme: 'light' | 'dark'
  colours: CanvasColours
  zoom: number
  /** So many edges that they are drawn straight and faint: the knots should be seen, not a carpet. */
  isDense: boolean
}

function lineBlock(selector: string, style: LineStyle, { theme, zoom }: StylesheetInput): StylesheetJsonBlock {
  // Lines thin out more slowly than the picture shrinks, so that thick and thin can still be told apart.
  const width = style.width * Math.min(2.5, Math.max(1, Math.sqrt(labelScale(zoom))))
  return { selector, style: { 'line-style': style.line, 'line-color': style.colour[theme], 'target-arrow-color': style.colour[theme], width, ...(style.dash === undefined ? {} : { 'line-dash-pattern': [...style.dash] }) } }
}

/** Three lines of text on a case's page, so that it reads as a document. */
function pageLines(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="25" height="31" viewBox="0 0 25 31"><path d="M7 10.5h11M7 15.5h11M7 20.5h7" stroke="${colour}" stroke-width="2" fill="none"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}

function kindBlock(kind: NodeKind, input: StylesheetInput): StylesheetJsonBlock {
  const { colour, shape } = kindStyles[kind]
  const scale = labelScale(input.zoom)
  return {
    selector: `node[kind = "${kind}"]`,
    style: {
      ...nodeSizes[kind],
      ...shapes[shape],
      'background-color': colour[input.theme],
      'border-color': colour[input.theme],
      ...(shape === 'page' ? { 'background-image': pageLines(input.colours.card), 'background-fit': 'contain', 'corner-radius': '4' } : {}),
      ...(shape === 'pill' ? { 'corner-radius': '9' } : {}),
      ...(kind === 'Narrative'
        ? {
            'outline-width': 1.5,
            'outline-color': colour[input.theme],
            'outline-opacity': 0.55,
            'outline-offset': 4,
            'font-size': labelFont.narrative * scale,
            'font-weight': 600,
            'text-margin-y': (labelGap + 3) * scale,
          }
        : {}),
    },
  }
}

/** The canvas's style for a theme and a zoom: colour and shape by kind, line by what an edge rests on. */
export function stylesheet(input: StylesheetInput): StylesheetJsonBlock[] {
  const { colours, zoom, isDense } = input
  const scale = labelScale(zoom)
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': fontFamily,
        'font-size': labelFont.plain * scale,
        'font-weight': 400,
        color: colours.text,
        'text-valign': 'bottom',
        'text-halign': 'center',
        'text-margin-y': labelGap * scale,
        'text-wrap': 'wrap',
        'text-max-width': `${320 * scale}px`,
        'line-height': 1.25,
        'text-outline-color': colours.page,
        'text-outline-width': 2.5 * scale,
        'text-outline-opacity': 0.95,
        // A ground of its own: an outline alone lets lines show between letters and words.
        'text-background-color': colours.page,
        'text-background-opacity': 1,
        'text-background-shape': 'roundrectangle',
        'text-background-padding': `${1.5 * scale}px`,
        'min-zoomed-font-size': 0,
        'border-width': 0,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    ...domainKinds.map(({ kind }) => kindBlock(kind, input)),
    {
      selector: 'node.by-title',
      style: { 'background-color': colours.card, 'background-image': 'none', 'border-width': 2.25, 'border-style': 'dashed', color: colours.muted },
    },
    { selector: 'node.pinned', style: { 'border-width': 2.5, 'border-style': 'double', 'border-color': colours.text } },
    {
      selector: 'edge',
      style: {
        ...(isDense ? { 'curve-style': 'straight' } : { 'curve-style': 'unbundled-bezier', 'control-point-distances': [14], 'control-point-weights': [0.5] }),
        'target-arrow-shape': 'none',
        'arrow-scale': 0.8,
        'overlay-opacity': 0,
        opacity: isDense ? 0.35 : 0.85,
        'z-index': 1,
      },
    },
    ...bases.map((basis) => lineBlock(`edge[basis = "${basis}"]`, edgeStyles[basis], input)),
    ...tiers.map((tier) => lineBlock(`edge[tier = "${tier}"]`, tierStyles[tier], input)),
    lineBlock('edge[basis = "related"]', relatedStyle, input),
    lineBlock('edge[basis = "loosely-related"]', looselyRelatedStyle, input),
    // Bent further than edges, so that one between the same two cases is seen beside it.
    { selector: 'edge[type = "RELATED"]', style: { 'z-index': 0, ...(isDense ? {} : { 'control-point-distances': [-34] }) } },
    { selector: 'edge[type = "REFERS_TO"], edge[type = "REPEATS"], edge[type = "SUBNARRATIVE_OF"]', style: { 'target-arrow-shape': 'vee' } },
    { selector: 'node.label-above', style: { 'text-valign': 'top', 'text-margin-y': -labelGap * scale } },
    { selector: 'node[kind = "Narrative"].label-above', style: { 'text-margin-y': -(labelGap + 3) * scale } },
    { selector: 'node.muted-label', style: { 'text-opacity': 0, 'text-outline-opacity': 0, 'text-background-opacity': 0 } },
    { selector: '.off-path', style: { opacity: 0.3 } },
    { selector: 'edge.on-path', style: { opacity: 1, width: 4.5, 'line-color': colours.accent, 'target-arrow-color': colours.accent } },
    { selector: 'edge.lit', style: { opacity: 1, width: 3 } },
    { selector: 'edge:selected', style: { opacity: 1, width: 4, 'underlay-color': colours.accent, 'underlay-opacity': 0.25, 'underlay-padding': 4 } },
    {
      selector: 'node:selected',
      style: { 'outline-width': 3, 'outline-color': colours.text, 'outline-opacity': 1, 'outline-offset': 4, 'outline-style': 'solid', 'font-weight': 600, 'z-index': 30, 'text-margin-y': (labelGap + 3) * scale },
    },
    { selector: 'node:selected.label-above', style: { 'text-margin-y': -(labelGap + 3) * scale } },
    { selector: 'node.focused', style: { 'underlay-color': colours.accent, 'underlay-opacity': 0.35, 'underlay-padding': 11, 'underlay-shape': 'round-rectangle', 'z-index': 40 } },
    { selector: 'edge.focused', style: { opacity: 1, width: 4, 'underlay-color': colours.accent, 'underlay-opacity': 0.4, 'underlay-padding': 6, 'z-index': 35 } },
    { selector: 'core', style: { 'selection-box-color': colours.accent, 'selection-box-opacity': 0.15, 'selection-box-border-color': colours.accent, 'selection-box-border-width': 1, 'active-bg-opacity': 0, 'active-bg-color': colours.accent, 'active-bg-size': 0, 'outside-texture-bg-color': colours.page, 'outside-texture-bg-opacity': 0 } },
  ]
}
