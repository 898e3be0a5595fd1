import { create } from 'zustand'
import type { Point } from '#web/exploration/state.ts'
import type { CanvasHandle } from '#web/canvas/canvas-callbacks.ts'

/** What is open on the screen; not part of the exploration, so neither undone nor shared. */
interface PanelState {
  /** The node whose expansion is being decided. */
  expanding: string | null
  /** The node whose neighbours are being chosen from. */
  choosing: string | null
  menu: { id: string | null; at: Point } | null
  hover: { kind: 'node' | 'edge'; id: string; at: Point } | null
  showsPaths: boolean
  showsTable: boolean
  /** What the table twin lists. */
  tableTab: 'nodes' | 'edges'
  /** Where the details are a sheet below the canvas: it is folded to its bar. */
  isSheetFolded: boolean
  /** A message that stays until it is dismissed. */
  notice: { text: string; items: readonly string[] } | null
  /** A layout is being computed. */
  isLayingOut: boolean
}

const closed: PanelState = { expanding: null, choosing: null, menu: null, hover: null, showsPaths: false, showsTable: false, tableTab: 'nodes', isSheetFolded: false, notice: null, isLayingOut: false }

export const usePanels = create<PanelState>(() => closed)

/** Opens and closes panels. */
export function setPanels(patch: Partial<PanelState>): void {
  usePanels.setState(patch)
}

/** The mounted canvas, for actions that ask it something. */
export const mountedCanvas: { current: CanvasHandle | null } = { current: null }

/** Gives the keyboard back to the canvas. */
export function focusCanvas(): void {
  mountedCanvas.current?.focus()
}

/** The heading of the details, where Enter on a node leads. */
export const detailsHeading = 'explore-details-heading'

/** What had the keyboard before the details took it. */
let lender: Element | null = null

/** Moves the focus to the details once they show what was opened. */
export function focusDetails(): void {
  lender = document.activeElement
  setPanels({ isSheetFolded: false })
  requestAnimationFrame(() => document.getElementById(detailsHeading)?.focus())
}

/** Gives the keyboard back to where the details were opened from; to the canvas if that is gone. */
export function leaveDetails(): void {
  if (lender instanceof HTMLElement && lender.isConnected && lender !== document.body) lender.focus({ preventScroll: true })
  else focusCanvas()
}

/** Opens the panel for paths beside the details. */
export function openPaths(): void {
  setPanels({ showsPaths: true, showsTable: false, isSheetFolded: false })
}
