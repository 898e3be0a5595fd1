import type { z } from 'zod'
import type { dryRunEndpoint, importEndpoint } from '#graph-schema/api/imports.ts'
import { BadInputError } from '../errors.ts'
import { Lane } from '../jobs/lane.ts'
import { ensureTaxonomy } from '../narratives/store-taxonomy.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { describedCorpora } from '../neo4j/queries/described-corpora.ts'
import { batchStatus } from '../neo4j/queries/existing-ids.ts'
import { casesOfBatch } from '../neo4j/queries/write/import-batch.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { sha256 } from '../sha256.ts'
import { toCaseRecords } from './case-records.ts'
import { dryRun } from './dry-run.ts'
import { batchId, plainPlan } from './batch-id.ts'
import { type ImportInput, importRecords } from './import-records.ts'
import { importerVersion } from './importer-version.ts'
import type { IngestContext } from './inference.ts'
import { linkingInForce } from './link-in-force.ts'
import type { Entities } from './normalise/entities.ts'
import { pageCorpus } from './page-corpus.ts'
import { readCasePageWithRaw } from './readers/case-page.ts'
import type { ReadItem } from './readers/reader.ts'

/** A page as it comes from the screen or the command line. */
export interface Page {
  fileName: string
  text: string
}

/** A copied page holds a few cases. Past this many the text is something else, and reading it would keep everybody waiting. */
const mostCases = 1_000

/** Refuses a text with far more case titles than any page has, before it is read. */
export function refuseCrowd({ fileName, text }: Page): void {
  let count = 0
  for (const _title of text.matchAll(/^[^\S\n]*disinfo[^\S\n]*:/gimu)) {
    count += 1
    if (count > mostCases) throw new BadInputError(`${fileName} holds more than ${String(mostCases)} lines that begin a case (“Disinfo: …”); a copied page holds a few. Split it and import the parts.`)
  }
}

type DryRunAnswer = z.input<typeof dryRunEndpoint.response>
type ImportAnswer = z.input<typeof importEndpoint.response>

/** Reads and imports pages; one import at a time, others wait their turn. */
export interface ImportService {
  /** What an import would bring. Writes nothing. */
  dryRun(page: Page): Promise<DryRunAnswer>
  /** Imports a page; BadInputError if there is no case in it. */
  importPage(page: Page): Promise<ImportAnswer>
}

/** Builds the service over tables, taxonomy and database; writing takes its turn in `lane`. */
export function createImportService(driver: GraphDriver, { entities, inForce }: { entities: Entities; inForce: TaxonomyProvider }, lane: Lane = new Lane()): ImportService {
  function read({ fileName, text }: Page, context: IngestContext) {
    refuseCrowd({ fileName, text })
    const { result, raws } = readCasePageWithRaw(text, context)
    const records = toCaseRecords(result, context.entities, raws)
    const rejected = result.problems.filter((problem) => problem.severity === 'rejected').length
    const items = [
      ...records.map((record): ReadItem => ({ is: 'case', record, warnings: result.problems.filter((problem) => problem.severity === 'warning' && problem.row === record.row), cleanings: [] })),
      ...result.problems.filter((problem) => problem.severity === 'rejected').map((problem): ReadItem => ({ is: 'rejected', row: problem.row ?? 0, problems: [problem] })),
      ...result.problems.filter((problem) => problem.severity === 'warning' && problem.row === null).map((problem): ReadItem => ({ is: 'note', problem })),
    ]
    const input: ImportInput = { file: fileName, sha256: sha256(text), plan: plainPlan(result.format), corpus: pageCorpus, items }
    return { result, records, input, rejected }
  }

  async function kindCounts(): Promise<Map<string, number>> {
    return new Map((await driver.run(countKinds, {})).map(({ kind, count }) => [kind, count]))
  }

  return {
    async dryRun(page) {
      const taxonomy = await inForce.current(driver)
      const { result, records, input, rejected } = read(page, { entities, taxonomy })
      const { effects, newEntities } = await dryRun(driver, records, taxonomy)
      const [status] = await driver.run(batchStatus, { id: batchId(input) })
      const accepted = effects.filter((one) => one.effect === 'new').length
      return {
        format: result.format,
        sha256: input.sha256,
        rows: { read: records.length + rejected, accepted, merged: records.length - accepted, rejected },
        cases: result.cases.map((one, index) => ({ ...one, effect: effects[index]?.effect ?? 'new', id: effects[index]?.id ?? '' })),
        newEntities,
        problems: result.problems,
        alreadyImported: status?.status === 'done',
      }
    },

    importPage(page) {
      return lane.run(() => linkingInForce(driver, inForce, async (taxonomy) => {
        const { result, input } = read(page, { entities, taxonomy })
        if (result.cases.length === 0) {
          throw new BadInputError(
            result.problems[0]?.reason ?? 'There is no case on this page',
            result.problems.map((problem) => ({ path: `${page.fileName}${problem.row === null ? '' : `, row ${String(problem.row)}`}`, message: problem.reason })),
          )
        }
        await ensureTaxonomy(driver, taxonomy)
        const before = await kindCounts()
        const startedAt = new Date().toISOString()
        const outcome = await importRecords(driver, input, taxonomy)
        const after = await kindCounts()
        const created = Object.fromEntries([...after].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)]).filter(([, count]) => count !== 0))
        // A person may have said something else of it.
        const corpus = (await driver.run(describedCorpora, {})).find((one) => one.corpus.id === pageCorpus.id)?.corpus ?? pageCorpus
        const caseIds = (await driver.run(casesOfBatch, { id: outcome.batch })).map((row) => row.id)
        return {
          id: outcome.batch,
          file: page.fileName,
          sha256: input.sha256,
          format: input.plan.format,
          status: 'done',
          importerVersion,
          corpus: { id: corpus.id, name: corpus.name, sampling: corpus.sampling },
          startedAt,
          finishedAt: new Date().toISOString(),
          rows: { read: outcome.read, accepted: outcome.accepted, merged: outcome.merged, rejected: outcome.rejected },
          problems: result.problems,
          problemCount: outcome.problemCount,
          created,
          caseIds,
        }
      }))
    },
  }
}
