import { openSync, readSync } from 'node:fs'

/** One side of a comparison, in milliseconds. `cpuMs` is this process's; `databaseCpuMs` Java's, 0 where the machine does not tell. */
export interface Sample {
  wallMs: number
  cpuMs: number
  databaseCpuMs: number
}

/** Calls of both sides, in turn. */
export interface Sides {
  ours: Sample[]
  bare: Sample[]
}

/** Linux counts CPU time in hundredths of a second, whatever the machine (proc(5), USER_HZ). */
const tickMs = 10

/** Kept open and read into one place: what a measurement leaves behind is cleared away within the next. */
let databaseStat: number | null = null
const statBytes = Buffer.alloc(1024)

/** From here on samples hold the CPU time of this process, too. */
export function watchDatabase(pid: number): void {
  try {
    databaseStat = openSync(`/proc/${String(pid)}/stat`, 'r')
  } catch {
    databaseStat = null
  }
}

function databaseCpu(): number {
  if (databaseStat === null) return 0
  try {
    const length = readSync(databaseStat, statBytes, 0, statBytes.length, 0)
    // The name in brackets may hold blanks; user and system time are the 12th and 13th field after it.
    const fields = statBytes.toString('latin1', statBytes.lastIndexOf(') ', length) + 2, length).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return 0
  }
}

/** Times one run. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const cpu = process.cpuUsage()
  const database = databaseCpu()
  const began = performance.now()
  await work()
  const wallMs = performance.now() - began
  const used = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (used.user + used.system) / 1000, databaseCpuMs: databaseCpu() - database }
}

/** The value below which the given share of the samples lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Runs both sides in turn, `rounds` times, so that noise of the machine meets both alike. */
export async function inTurn(rounds: number, ours: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<Sides> {
  const samples: Sides = { ours: [], bare: [] }
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
