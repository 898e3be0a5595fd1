import type { CaseRecord } from '#server/ingest/case-record.ts'
import { chunkSize, importRecords } from '#server/ingest/import-records.ts'
import { madeBy } from '#server/ingest/importer-version.ts'
import { planChunk } from '#server/ingest/plan-chunk.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import type { Taxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { type Bare, bareStatements } from './bare.ts'
import { type Sample, timed } from './measure.ts'

/** Rounds for the just-in-time compiler of the database, which makes the first imports after a start slow, whoever does them. */
const warmingRounds = 4
const rounds = 6

const best = (samples: readonly Sample[], of: keyof Sample) => Math.min(...samples.map((sample) => sample[of]))

/**
 * Import of records into an empty graph, ours against the same rows on the bare driver, in turn. `ratio`: rows a second, ours over bare, where
 * both store the same graph; `ratioCpu` the same of CPU time of both processes; `ratioNaked` against a bare side that stores no reason on any edge and
 * nothing of where a case came from. The graph holds our import at the end.
 */
export async function benchImport(driver: GraphDriver, bare: Bare, taxonomy: Taxonomy, records: readonly CaseRecord[], measured: boolean): Promise<Record<string, unknown> | null> {
  const chunks: CaseRecord[][] = []
  for (let at = 0; at < records.length; at += chunkSize) chunks.push(records.slice(at, at + chunkSize))
  // As a first import would plan them, so that all sides write the same nodes and edges.
  const plans = chunks.map((chunk) => planChunk(chunk, { cases: [], edges: [], decisions: [] }, taxonomy))
  const whole = bareStatements(plans, chunks, madeBy(taxonomy), 'batch:bare', { whole: true })
  const naked = bareStatements(plans, chunks, madeBy(taxonomy), 'batch:bare', { whole: false })
  const samples: Record<'whole' | 'naked' | 'ours', Sample[]> = { whole: [], naked: [], ours: [] }
  const run = async (work: () => Promise<unknown>): Promise<Sample> => {
    await wipeGraph(driver)
    await storeTaxonomy(driver, taxonomy)
    return timed(work)
  }
  for (let round = 0; round < (measured ? warmingRounds + rounds : 1); round += 1) {
    if (measured) {
      samples.whole.push(await run(() => bare.write(whole)))
      samples.naked.push(await run(() => bare.write(naked)))
    }
    // Records carry what was prepared of them; a file that is read has none of it.
    const input = syntheticImport(structuredClone([...records]), 'bench')
    samples.ours.push(await run(() => importRecords(driver, input, taxonomy)))
  }
  if (!measured) return null
  const of = (side: keyof typeof samples) => {
    const counted = samples[side].slice(warmingRounds)
    return { rowsPerSecond: Math.round(records.length / (best(counted, 'wallMs') / 1000)), cpuMs: Math.round(best(counted, 'cpuMs')), databaseCpuMs: Math.round(best(counted, 'databaseCpuMs')) }
  }
  const [ours, wholly, nakedly] = [of('ours'), of('whole'), of('naked')]
  const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100
  return {
    ratio: ratio(ours.rowsPerSecond, wholly.rowsPerSecond),
    ratioCpu: ratio(wholly.cpuMs + wholly.databaseCpuMs, ours.cpuMs + ours.databaseCpuMs),
    ratioNaked: ratio(ours.rowsPerSecond, nakedly.rowsPerSecond),
    goal: 'ratio at least 1, best 1.5',
    ours,
    bare: wholly,
    naked: nakedly,
  }
}
