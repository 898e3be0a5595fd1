import type { ImportReport } from '#graph-schema/api/jobs.ts'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import type { ImportProblem } from '#graph-schema/read-result.ts'
import { ensureTaxonomy } from '../narratives/store-taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { batchStatus } from '../neo4j/queries/existing-ids.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { batchId } from './batch-id.ts'
import { joinCorpus } from './corpus-choice.ts'
import { dryRunRecords } from './dry-run-records.ts'
import { FindingsFile } from './findings-file.ts'
import type { FindingsReport, FindingsSink } from './findings.ts'
import { type Corpus, importRecords } from './import-records.ts'
import type { IngestContext } from './inference.ts'
import type { InputFile, Reader, ReadPlan } from './readers/reader.ts'

/** A file, how it is read, and where its findings go. */
export interface FileReading {
  input: InputFile
  reader: Reader
  plan: ReadPlan
  context: IngestContext
  /** Where the whole list of findings is to lie. */
  findingsPath: string
  signal?: AbortSignal
  onProgress?: (rows: ImportReport['rows']) => void
  /** Told each problem as it is found. */
  onProblem?: (problem: ImportProblem) => void
}

/** What importing the file would bring. Writes nothing but the list of findings. */
export async function dryRunFile(driver: GraphDriver, { input, reader, plan, context, findingsPath, onProblem, ...options }: FileReading): Promise<ImportReport> {
  return withFindings(findingsPath, onProblem, async (sink) => {
    const { read, accepted, merged, rejected, created, ...found } = await dryRunRecords(driver, reader.read(input, plan, context, options.signal), context.taxonomy, { sink, ...options })
    return reportOf({ read, accepted, merged, rejected }, found, created, await isDone(driver, input, plan))
  })
}

/**
 * Imports the file. BadInputError for a file with nothing to read, or a corpus of which something else is said in the graph. What is created
 * is told by counting nodes before and after: exact as long as nobody else writes.
 */
export async function importFile(driver: GraphDriver, { input, reader, plan, context, findingsPath, onProblem, ...options }: FileReading, corpus: Corpus): Promise<ImportReport> {
  const joined = await joinCorpus(driver, corpus)
  return withFindings(findingsPath, onProblem, async (sink) => {
    const alreadyImported = await isDone(driver, input, plan)
    await ensureTaxonomy(driver, context.taxonomy)
    const before = await counts(driver)
    const items = reader.read(input, plan, context, options.signal)
    const { read, accepted, merged, rejected, batch: _batch, ...found } = await importRecords(driver, { file: input.name, sha256: input.sha256, plan, corpus: joined, items }, context.taxonomy, { sink, ...options })
    const after = await counts(driver)
    const created = nodeKindSchema.options.map((kind) => ({ kind, count: (after.get(kind) ?? 0) - (before.get(kind) ?? 0), names: [] })).filter(({ count }) => count > 0)
    return reportOf({ read, accepted, merged, rejected }, found, created, alreadyImported)
  })
}

async function isDone(driver: GraphDriver, { sha256 }: InputFile, plan: ReadPlan): Promise<boolean> {
  const [status] = await driver.run(batchStatus, { id: batchId({ sha256, plan }) })
  return status?.status === 'done'
}

async function withFindings<Result>(path: string, onProblem: FileReading['onProblem'], work: (sink: FindingsSink) => Promise<Result>): Promise<Result> {
  const sink = await FindingsFile.open(path)
  try {
    const result = await work({
      problem(problem) {
        sink.problem(problem)
        onProblem?.(problem)
      },
      cleaning: (cleaning) => sink.cleaning(cleaning),
      drained: () => sink.drained(),
    })
    await sink.finish()
    return result
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

async function counts(driver: GraphDriver): Promise<Map<string, number>> {
  return new Map((await driver.run(countKinds, {})).map(({ kind, count }) => [kind, count]))
}

function reportOf(rows: ImportReport['rows'], { cleanings, columns, problems, problemCount }: FindingsReport, created: ImportReport['created'], alreadyImported: boolean): ImportReport {
  return { rows, created, cleanings, columns, problems, problemCount, alreadyImported }
}
