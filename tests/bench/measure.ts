/** One side of a comparison. Wall and CPU time are milliseconds; CPU is this process's alone. */
export interface Sample {
  wallMs: number
  cpuMs: number
}

/** Times one run. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  await work()
  const wallMs = performance.now() - began
  const used = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (used.user + used.system) / 1000 }
}

/** The value below which the given share of the samples lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Runs both sides in turn, `rounds` times, so that noise of the machine meets both alike. */
export async function inTurn(rounds: number, ours: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<{ ours: Sample[]; bare: Sample[] }> {
  const samples: { ours: Sample[]; bare: Sample[] } = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    samples.bare.push(await timed(bare))
    samples.ours.push(await timed(ours))
  }
  return samples
}

/** p50 and p95 of one side, two decimals. */
export function summary(samples: readonly Sample[]): { p50Ms: number; p95Ms: number; cpuMsPerRun: number } {
  const wall = samples.map((sample) => sample.wallMs)
  const round = (value: number) => Math.round(value * 100) / 100
  return { p50Ms: round(quantile(wall, 0.5)), p95Ms: round(quantile(wall, 0.95)), cpuMsPerRun: round(samples.reduce((sum, sample) => sum + sample.cpuMs, 0) / samples.length) }
}
