/** A run of activity: its first and last bin, and the cases in it. */
export interface Wave {
  first: number
  last: number
  cases: number
}

/** A smoothed share this many times the usual one is a wave. */
const factor = 2
/** Fewer cases than these are an incident, not a wave. */
const leastCases = 3

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * The waves of one narrative. A bin's share is count / effort. A bin belongs to a wave when the share pooled over it and the bins before and
 * after (cases of the three over effort of the three) is at least twice the narrative's own median share, taken over the bins in which it
 * occurs at all; bins without a case at either end of a run are cut off, and a run needs three cases. Only bins of complete corpora
 * with some effort are looked at: any other bin ends a run, for no data is neither zero nor dormancy.
 *
 * Simple on purpose, so that a reader can check it by hand. Its known blind spot: a narrative that occurs in a single burst has that burst
 * as its median and shows no wave.
 */
export function findWaves(counts: readonly number[], effort: readonly number[], complete: readonly boolean[]): Wave[] {
  const measured = (bin: number) => complete[bin] === true && (effort[bin] ?? 0) > 0
  const countOf = (bin: number) => (measured(bin) ? (counts[bin] ?? 0) : 0)
  const effortOf = (bin: number) => (measured(bin) ? (effort[bin] ?? 0) : 0)
  const bins = [...counts.keys()]
  const usual = median(bins.filter((bin) => countOf(bin) > 0).map((bin) => countOf(bin) / effortOf(bin)))
  if (usual === 0) return []

  const around = (bin: number) => [bin - 1, bin, bin + 1]
  const active = (bin: number) => measured(bin) && sum(around(bin).map(countOf)) / sum(around(bin).map(effortOf)) >= factor * usual

  const waves: Wave[] = []
  let run: number[] = []
  const close = () => {
    const occupied = run.filter((bin) => countOf(bin) > 0)
    const first = occupied[0]
    const last = occupied.at(-1)
    const cases = sum(occupied.map(countOf))
    if (first !== undefined && last !== undefined && cases >= leastCases) waves.push({ first, last, cases })
    run = []
  }
  for (const bin of bins) {
    if (active(bin)) run.push(bin)
    else close()
  }
  close()
  return waves
}
