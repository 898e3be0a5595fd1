import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { bases, basisWords, tiers, tierWords } from '#graph-schema/evidence.ts'
import { edgeStyles, looselyRelatedStyle, relatedStyle, tierStyles, type LineStyle } from '#web/edge-styles.ts'
import { hiddenSummary, kindCounts, visibleGraph } from '#web/exploration/selectors.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import type { ExplorationState } from '#web/exploration/state.ts'
import { kindStyles, shapePaths } from '#web/kind-styles.ts'
import { outletNotice } from '#web/ui/outlet-notice.tsx'
import type { Theme } from '#web/ui/theme-store.ts'
import { kindHeading } from '../node-words.ts'

/** The line without which no picture leaves the house. */
export const claimsCaveat = 'Titles in quotes are disinformation claims reviewed by fact-checkers, not facts. Each case’s disproof is on its page; “disproof not imported” is said where it is missing.'

const margin = 40
const rowHeight = 30
const columnWidth = 330

function tokens(): { page: string; text: string; muted: string } {
  const computed = getComputedStyle(document.documentElement)
  return { page: computed.getPropertyValue('--page'), text: computed.getPropertyValue('--text'), muted: computed.getPropertyValue('--text-muted') }
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

type Entry = { label: string; draw: (context: CanvasRenderingContext2D, x: number, y: number) => void }

function entries(state: ExplorationState, theme: Theme): Entry[] {
  const { edges, related } = visibleGraph(state)
  const counts = new Map(kindCounts(state).map((count) => [count.kind, count]))
  const kinds = domainKinds.flatMap(({ kind }): Entry[] => {
    const shown = counts.get(kind)?.shown ?? 0
    if (shown === 0) return []
    return [{
      label: `${kindHeading(kind)}: ${shown}`,
      draw: (context, x, y) => {
        context.save()
        context.translate(x + 4, y - 11)
        context.fillStyle = kindStyles[kind].colour[theme]
        context.fill(new Path2D(shapePaths[kindStyles[kind].shape]))
        context.restore()
      },
    }]
  })
  const line = (label: string, style: LineStyle): Entry => ({
    label,
    draw: (context, x, y) => {
      context.save()
      context.strokeStyle = style.colour[theme]
      context.lineWidth = style.width * 1.6
      context.setLineDash(style.dash !== undefined ? [...style.dash] : style.line === 'solid' ? [] : style.line === 'dashed' ? [9, 6] : [2, 5])
      context.beginPath()
      context.moveTo(x, y)
      context.lineTo(x + 34, y)
      context.stroke()
      context.restore()
    },
  })
  const drawn = [...edges.values()]
  return [
    ...kinds,
    ...tiers.filter((tier) => drawn.some((edge) => edge.tier === tier)).map((tier) => line(tierWords[tier], tierStyles[tier])),
    ...bases.filter((basis) => drawn.some((edge) => edge.tier === null && edge.basis === basis)).map((basis) => line(basisWords[basis], edgeStyles[basis])),
    ...([[false, relatedStyle], [true, looselyRelatedStyle]] as const)
      .filter(([isLoose]) => [...related.values()].some((one) => one.isLoose === isLoose))
      .map(([isLoose, style]) => line(`${relatedWords({ isLoose })}, no edge`, style)),
  ]
}

/** The canvas's picture with its legend, what is hidden, and the caveat under it. */
export async function composePicture(graph: Blob, state: ExplorationState, theme: Theme): Promise<Blob> {
  const picture = await createImageBitmap(graph)
  const { page, text, muted } = tokens()
  const legend = entries(state, theme)
  const hidden = hiddenSummary(state)
  const width = Math.max(picture.width + 2 * margin, 1100)
  const columns = Math.max(1, Math.floor((width - 2 * margin) / columnWidth))
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser gives no drawing surface for the picture.')
  const family = "'Inter Variable', system-ui, sans-serif"
  context.font = `18px ${family}`
  const span = state.timeWindow === null ? [] : [`Time window: ${state.timeWindow.from} to ${state.timeWindow.to}.`]
  const lost = hidden.filters === 0 ? [] : [`${hidden.nodes} nodes and ${hidden.edges} connections are hidden by ${hidden.filters} ${hidden.filters === 1 ? 'filter' : 'filters'}.`]
  const notes = [claimsCaveat, outletNotice, ...span, ...lost].flatMap((note) => wrapped(context, note, width - 2 * margin))
  const rows = Math.ceil(legend.length / columns)
  canvas.width = width
  canvas.height = picture.height + 3 * margin + rows * rowHeight + notes.length * 26 + 20
  context.fillStyle = page
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, (width - picture.width) / 2, margin)
  let y = picture.height + 2 * margin
  context.font = `18px ${family}`
  context.textBaseline = 'middle'
  for (const [index, entry] of legend.entries()) {
    const x = margin + Math.floor(index / rows) * columnWidth
    const at = y + (index % rows) * rowHeight
    entry.draw(context, x, at)
    context.fillStyle = text
    context.fillText(entry.label, x + 44, at)
  }
  y += rows * rowHeight + 20
  context.fillStyle = muted
  for (const note of notes) {
    context.fillText(note, margin, y)
    y += 26
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is too large for this browser.')) : resolve(blob)), 'image/png')
  })
}
