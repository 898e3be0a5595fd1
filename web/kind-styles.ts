import type { LucideIcon } from 'lucide-react'
import { FileText, Globe, Languages, Layers, Link2, Newspaper, Repeat, ScrollText, Tag, Wrench } from 'lucide-react'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'

/** Outlines that tell kinds apart without colour. */
export type KindShape = 'circle' | 'page' | 'hexagon' | 'diamond' | 'square' | 'pill' | 'triangle' | 'pentagon' | 'tag' | 'star'

/** How a node kind looks everywhere: canvas, legend, lists, tables. */
export interface KindStyle {
  /** At least 3:1 against page and card of the theme; a test checks it. */
  colour: { light: string; dark: string }
  shape: KindShape
  icon: LucideIcon
}

/** One entry a kind: a new kind without a look does not compile. */
export const kindStyles: Record<NodeKind, KindStyle> = {
  Narrative: { colour: { light: '#5b3db0', dark: '#b39ff5' }, shape: 'circle', icon: Repeat },
  Case: { colour: { light: '#475569', dark: '#b3bfd1' }, shape: 'page', icon: FileText },
  Topic: { colour: { light: '#2457b8', dark: '#8ab4ff' }, shape: 'hexagon', icon: Layers },
  Country: { colour: { light: '#0b7285', dark: '#4cc4d6' }, shape: 'diamond', icon: Globe },
  Outlet: { colour: { light: '#8f5600', dark: '#e5ad57' }, shape: 'square', icon: Newspaper },
  Keyword: { colour: { light: '#626d80', dark: '#98a4b8' }, shape: 'pill', icon: Tag },
  Issue: { colour: { light: '#a63d14', dark: '#f29b72' }, shape: 'triangle', icon: ScrollText },
  Language: { colour: { light: '#586a00', dark: '#b9cc5a' }, shape: 'pentagon', icon: Languages },
  Source: { colour: { light: '#2f6f60', dark: '#83c9b6' }, shape: 'tag', icon: Link2 },
  Technique: { colour: { light: '#a02c74', dark: '#f08ac4' }, shape: 'star', icon: Wrench },
}

/** SVG path of each outline in a box of 24. */
export const shapePaths: Record<KindShape, string> = {
  circle: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  page: 'M6 2h12a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
  hexagon: 'M7 3h10l5 9-5 9H7l-5-9z',
  diamond: 'M12 1l11 11-11 11L1 12z',
  square: 'M3 3h18v18H3z',
  pill: 'M7 6h10a6 6 0 0 1 0 12H7A6 6 0 0 1 7 6z',
  triangle: 'M12 2l11 20H1z',
  pentagon: 'M12 1l11 8.5L18.5 22h-13L1 9.5z',
  tag: 'M2 4h13l8 8-8 8H2z',
  star: 'M12 1l3.2 7.2 7.8.8-5.9 5.2L18.8 22 12 18l-6.8 4 1.7-7.8L1 9l7.8-.8z',
}

/** The CSS variable that carries a kind's colour in the theme in force; set by web/app/theme.ts. */
export function kindColourVariable(kind: NodeKind): string {
  return `--kind-${kind.toLowerCase()}`
}

/** The kind's colour as a CSS value. */
export function kindColour(kind: NodeKind): string {
  return `var(${kindColourVariable(kind)})`
}
