/** A box in screen pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface ScreenBox extends Box {
  id: string
}

/** A label on the screen: the boxes it may take and how much it matters. */
export interface ScreenLabel {
  id: string
  below: Box
  above: Box
  priority: number
}

const cell = 96

function* cellsOf(box: ScreenBox): Generator<string> {
  for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column += 1) {
    for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row += 1) yield `${column},${row}`
  }
}

function overlap(a: ScreenBox, b: ScreenBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Where a label goes: under its node, over it, or nowhere. */
export type LabelPlace = 'below' | 'above' | 'hidden'

/** Labels at least this important stand even across another node's shape: what the picture is about is always named. */
export const alwaysNamed = 1000

/**
 * Finds a place for every label so that no two overlap and none lies across another node's shape: the one that matters more chooses first
 * (priority, then id, so that the same picture gets the same labels). `below` and `above` are the two boxes a label may take.
 */
export function placeLabels(labels: readonly ScreenLabel[], shapes: readonly ScreenBox[]): Map<string, LabelPlace> {
  const taken = new Map<string, ScreenBox[]>()
  const drawn = new Map<string, ScreenBox[]>()
  const put = (grid: Map<string, ScreenBox[]>, box: ScreenBox): void => {
    for (const key of cellsOf(box)) grid.set(key, [...(grid.get(key) ?? []), box])
  }
  const isFree = (grid: ReadonlyMap<string, ScreenBox[]>, box: ScreenBox): boolean => {
    for (const key of cellsOf(box)) {
      if (grid.get(key)?.some((other) => other.id !== box.id && overlap(box, other)) === true) return false
    }
    return true
  }
  for (const shape of shapes) put(drawn, shape)
  const places = new Map<string, LabelPlace>()
  for (const { id, priority, below, above } of labels.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const options = [
      { place: 'below', box: { id, ...below } },
      { place: 'above', box: { id, ...above } },
    ] as const
    const clear = options.find(({ box }) => isFree(taken, box) && isFree(drawn, box)) ?? (priority >= alwaysNamed ? options.find(({ box }) => isFree(taken, box)) : undefined)
    places.set(id, clear?.place ?? 'hidden')
    if (clear !== undefined) put(taken, clear.box)
  }
  return places
}
