/** How many of these fall into each of `length` bins. */
export function countsByBin(bins: readonly number[], length: number): number[] {
  const counts = Array.from({ length }, () => 0)
  for (const bin of bins) counts[bin] = (counts[bin] ?? 0) + 1
  return counts
}
