import type { PackedDot } from '#web/ui/pack-dots.ts'

const rounded = (value: number) => Math.round(value * 100) / 100

/** Dots as one path: thousands of elements of their own would cost the browser a fifth of a second to style. Each begins at its left end. */
export function dotsPath(dots: readonly PackedDot[], radius: number): string {
  const r = rounded(radius)
  const across = rounded(2 * r)
  return dots.map(({ x, y }) => `M${rounded(x - r)} ${rounded(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0`).join('')
}

/** Upright marks as one path, all of one height. */
export function ticksPath(xs: readonly number[], top: number, bottom: number): string {
  return xs.map((x) => `M${rounded(x)} ${top}V${bottom}`).join('')
}
