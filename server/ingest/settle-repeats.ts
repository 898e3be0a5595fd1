import { group } from 'd3-array'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { casesOfDays } from '../neo4j/queries/write/settle.ts'
import type { PlannedEdge } from './edge-facts.ts'
import { madeBy } from './importer-version.ts'
import { repeatsAmong, repeatWithinDays } from './repeats.ts'
import { dropEdges, writeEdges } from './write-nodes.ts'

/** What is to be written of what the cases of some days repeat, and what to be taken away. */
interface RepeatsToSettle {
  gone: { from: string; type: 'REPEATS'; to: string }[]
  edges: PlannedEdge[]
}

/** These days and those within reach of a repetition after them (1) or before (-1), in order. */
export function daysWithin(days: readonly string[], direction: 1 | -1): string[] {
  const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * direction * 86_400_000).toISOString().slice(0, 10)
  return [...new Set(days.flatMap((day) => Array.from({ length: repeatWithinDays + 1 }, (_, by) => shifted(day, by))))].sort()
}

function readCases(runner: QueryRunner, days: readonly string[]) {
  return runner.run(casesOfDays, { days: daysWithin(days, -1) })
}

/** Compares cases, those of `days` with all, and the outcome with what is said so far. */
async function compare(cases: Awaited<ReturnType<typeof readCases>>, days: readonly string[]): Promise<RepeatsToSettle> {
  const wanted = new Set(days)
  const edges: PlannedEdge[] = []
  for (const ofSource of group(cases.filter(({ counts }) => counts), ({ source }) => source).values()) edges.push(...(await repeatsAmong(ofSource, (day) => wanted.has(day))))
  const standing = new Map(edges.map((edge) => [`${edge.from}|${edge.to}`, JSON.stringify(edge.evidence.map((one) => JSON.stringify(one)))]))
  const before = cases.filter(({ publishedOn }) => wanted.has(publishedOn)).flatMap(({ id, repeats }) => repeats.map(({ to, evidence }) => ({ from: id, to, key: `${id}|${to}`, evidence: JSON.stringify(evidence) })))
  const known = new Map(before.map(({ key, evidence }) => [key, evidence]))
  return {
    gone: before.flatMap(({ from, to, key }) => (standing.has(key) ? [] : [{ from, type: 'REPEATS' as const, to }])),
    edges: edges.filter(({ from, to }) => known.get(`${from}|${to}`) !== standing.get(`${from}|${to}`)),
  }
}

async function write(tx: QueryRunner, { gone, edges }: RepeatsToSettle, taxonomy: Taxonomy): Promise<void> {
  await Promise.all([dropEdges(tx, gone), writeEdges(tx, edges, madeBy(taxonomy))])
}

/** Writes what the cases of these days repeat, and takes away what was said so and holds no more. */
export async function settleRepeats(tx: QueryRunner, days: readonly string[], taxonomy: Taxonomy): Promise<void> {
  await write(tx, await compare(await readCases(tx, days), days), taxonomy)
}

/**
 * The same for many days, a transaction a step, under the import's lock as `holder`. A step is read while the one before is compared and written: what came
 * of it stands if nobody else has had the lock since `after` (null where that is not known), for what a step writes matters to no other day; else
 * the step is done anew within its transaction. The signal stops it between two steps.
 */
export async function settleRepeatsInSteps(driver: GraphDriver, steps: readonly (readonly string[])[], { holder, after, taxonomy, signal }: { holder: string; after: string | null; taxonomy: Taxonomy; signal: AbortSignal | undefined }): Promise<void> {
  // A failure ahead is none of the step: it then reads for itself.
  const readAhead = (days: readonly string[] | undefined) => (days === undefined ? null : readCases(driver, days).catch(() => null))
  let before = after
  let reading = before === null ? null : readAhead(steps[0])
  for (const [at, days] of steps.entries()) {
    signal?.throwIfAborted()
    const cases = await reading
    reading = readAhead(steps[at + 1])
    const ready = cases === null ? null : await compare(cases, days)
    const stood = await driver.write(async (tx) => {
      const [begun] = await tx.run(beginChunk, { id: holder, taxonomy: taxonomy.version })
      const stands = ready !== null && begun?.before === before
      await (stands ? write(tx, ready, taxonomy) : settleRepeats(tx, days, taxonomy))
      return stands
    })
    if (!stood) reading = readAhead(steps[at + 1])
    before = holder
  }
}
