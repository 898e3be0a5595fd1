export interface PackedDot {
  x: number
  y: number
}

export interface Packing {
  radius: number
  dots: PackedDot[]
}

/** Sizes from the most to the least wanted; `push` is how far a dot may be moved sideways, in pixels, so that it hides no other. */
const attempts = [
  { radius: 4, push: 0 },
  { radius: 3.5, push: 1 },
  { radius: 3.5, push: 4 },
  { radius: 3, push: 6 },
  { radius: 2.5, push: 8 },
  { radius: 2, push: 8 },
  { radius: 1.5, push: 8 },
] as const

/** Places dots on the lowest lane where they hide no other, pushed by the least; null when one would have to be pushed too far. */
function packAt(xs: readonly number[], height: number, radius: number, push: number): PackedDot[] | null {
  const step = radius * 2 + 1
  const lanes = Math.max(Math.floor((height - 2) / step), 1)
  const ends = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY)
  const dots: PackedDot[] = []
  for (const x of xs) {
    let lane = ends.findIndex((end) => x - end >= step)
    if (lane === -1) lane = ends.indexOf(Math.min(...ends))
    const at = Math.max(x, (ends[lane] ?? Number.NEGATIVE_INFINITY) + step)
    if (at - x > push) return null
    ends[lane] = at
    dots.push({ x: at, y: height - 1 - radius - lane * step })
  }
  return dots
}

/**
 * Dots over ascending `xs`, stacked from the base line and pushed a little sideways so that none hides another, as large as that allows.
 * Null where so many fall together that some would stand at a time that is not theirs: such a lane is drawn as columns.
 */
export function packDots(xs: readonly number[], height: number, largest = 4): Packing | null {
  for (const { radius, push } of attempts) {
    const dots = radius > largest ? null : packAt(xs, height, radius, push)
    if (dots !== null) return { radius, dots }
  }
  return null
}
