import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ImportReport } from '#graph-schema/api/jobs.ts'
import { samplings } from '#graph-schema/node-kinds/corpus.ts'
import type { ImportProblem } from '#graph-schema/read-result.ts'
import { CancelledError, NotFoundError } from '../errors.ts'
import { batchId } from '../ingest/batch-id.ts'
import { corpusOf } from '../ingest/corpus-choice.ts'
import { dryRunFile, importFile } from '../ingest/import-file.ts'
import type { IngestContext } from '../ingest/inference.ts'
import { linkingInForce } from '../ingest/link-in-force.ts'
import { loadEntities } from '../ingest/normalise/entities.ts'
import { undoImport } from '../ingest/undo-import.ts'
import { FindingsFolder } from '../jobs/findings-folder.ts'
import { storeTaxonomy } from '../narratives/store-taxonomy.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { TaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { importPage } from '../neo4j/queries/import-page.ts'
import { imports } from '../neo4j/queries/imports.ts'
import { findProjectRoot } from '../project-root.ts'
import { importProgress } from './import-progress.ts'
import { corpusFor, filesOf, openSource, planOf, type SourceOptions } from './import-source.ts'
import { exitCodes, failureLines, print, problemLine, rowsLine } from './print.ts'
import { keepHeapSmall } from './small-heap.ts'
import { tellFormerLinks } from './tell-former-links.ts'
import { withGraph } from './with-graph.ts'

interface ImportOptions extends SourceOptions {
  dryRun?: boolean
  json?: boolean
}

/** More of them in one answer help nobody; the file of findings has all. */
const mostProblems = 10_000

/** What `--json` prints of one file. */
interface FileAnswer {
  file: string
  sha256: string
  format: string
  rows: ImportReport['rows']
  created: Record<string, number>
  problems: ImportProblem[]
}

async function bringIn(driver: GraphDriver, home: string, context: IngestContext, file: string, options: ImportOptions, signal: AbortSignal): Promise<FileAnswer> {
  let bytes = 0
  const input = await openSource(file, (taken) => {
    bytes = taken
  })
  const { reader, plan, why } = await planOf(input, options)
  const progress = importProgress(input.name, input.size)
  const problems: ImportProblem[] = []
  const batch = batchId({ sha256: input.sha256, plan })
  const findingsPath = new FindingsFolder(path.join(home, 'imports')).fileOf(options.dryRun === true ? `dry-run-${batch}` : batch)
  const reading = {
    input, reader, plan, context, findingsPath, signal,
    onProgress: ({ read }: ImportReport['rows']) => progress.tell(read, bytes),
    onProblem(problem: ImportProblem) {
      if (problems.length < mostProblems) problems.push(problem)
    },
  }
  let report: ImportReport
  try {
    report = options.dryRun === true ? await dryRunFile(driver, reading) : await importFile(driver, reading, corpusOf(await corpusFor(file, plan.format, options)))
  } finally {
    progress.end()
  }
  const answer = { file: input.name, sha256: input.sha256, format: plan.format, rows: report.rows, created: Object.fromEntries(report.created.map(({ kind, count }) => [kind, count])), problems }
  if (options.json !== true) tell(answer, report, { name: reader.name, why, findingsPath, isDryRun: options.dryRun === true })
  return answer
}

function tell(answer: FileAnswer, report: ImportReport, { name, why, findingsPath, isDryRun }: { name: string; why: string; findingsPath: string; isDryRun: boolean }): void {
  console.log(`${answer.file}: ${name}. ${why}`)
  console.log(`${isDryRun ? '  would be: ' : '  '}${rowsLine(answer.rows)}${report.alreadyImported ? ' (imported before: nothing new)' : ''}`)
  for (const [kind, count] of Object.entries(answer.created)) console.log(`  new ${kind}: ${String(count)}`)
  for (const { code, count, examples } of report.cleanings) {
    const example = examples[0]
    console.log(`  tidied, ${code}: ${String(count)}${example === undefined ? '' : ` (“${example.value}” → ${example.became === null ? 'not stored' : `“${example.became}”`})`}`)
  }
  for (const problem of answer.problems.slice(0, 20)) console.error(problemLine(answer.file, problem))
  if (report.problemCount + report.cleanings.length > 0) console.error(`${answer.file}: all ${String(report.problemCount)} problems and every cleaning stand in ${findingsPath}`)
}

/** Ctrl-C stops between two chunks, so that nothing is left half told. */
function untilInterrupted(): AbortController {
  const controller = new AbortController()
  const stop = () => controller.abort(new CancelledError('Stopped. What was written stays; run the command again to go on, or undo it.'))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return controller
}

async function runImport(named: readonly string[], options: ImportOptions): Promise<void> {
  keepHeapSmall()
  const root = findProjectRoot()
  const files = await filesOf(named)
  const { signal } = untilInterrupted()
  const answers: FileAnswer[] = []
  const failures: unknown[] = []
  await withGraph(async (driver, settings) => {
    const entities = loadEntities(root)
    const inForce = new TaxonomyInForce(root)
    const bring = (file: string, taxonomy: Taxonomy) => bringIn(driver, settings.home, { entities, taxonomy }, file, options, signal)
    if (options.dryRun !== true) await storeTaxonomy(driver, await inForce.current(driver))
    for (const file of files) {
      try {
        answers.push(options.dryRun === true ? await bring(file, await inForce.current(driver)) : await linkingInForce(driver, inForce, (taxonomy) => bring(file, taxonomy)))
      } catch (error) {
        // One file that cannot be read does not keep the others out.
        if (files.length === 1 || signal.aborted) throw error
        failures.push(error)
        for (const line of failureLines(error)) console.error(line)
      }
    }
    await tellFormerLinks(driver, inForce)
  })
  if (options.json === true) print(answers.length === 1 && files.length === 1 ? answers[0] : { files: answers })
  if (failures.length > 0) process.exitCode = exitCodes.couldNotRun
  else if (answers.some(({ rows }) => rows.rejected > 0)) process.exitCode = exitCodes.someRejected
}

/** `import`, `batches`, `undo`. */
export function addImportCommands(program: Command): void {
  program
    .command('import')
    .argument('<files...>', 'files, or folders of files')
    .option('--format <format>', 'read them as this format instead of the one that is recognised')
    .option('--mapping <file>', 'a mapping file: which column is which field of a case')
    .option('--corpus <name>', 'the body of cases that they belong to')
    .addOption(new Option('--sampling <sampling>', 'complete: every case of its period; selected: somebody chose').choices(samplings))
    .option('--licence <words>', 'under which licence the cases stand')
    .option('--keep-reporters', 'keep the column “reported by”, which is dropped otherwise')
    .option('--dry-run', 'say what would come in; write nothing')
    .option('--json', 'print one JSON object and nothing else')
    .description('import files; importing one again changes nothing. Ends with 0, with 2 when rows were rejected, with 1 when it could not run')
    .action(runImport)

  program
    .command('batches')
    .option('--json', 'print one JSON object and nothing else')
    .description('list the imports in the graph, newest first')
    .action(async (options: { json?: boolean }) => {
      const answer = await withGraph(async (driver) => (await driver.run(imports, { limit: 200, offset: 0 }))[0] ?? { imports: [], total: 0 })
      if (options.json === true) {
        print(answer)
        return
      }
      if (answer.total === 0) console.log('Nothing was imported yet.')
      for (const { id, file, status, corpus, rows, startedAt } of answer.imports) console.log(`${id}  ${status}  ${startedAt}\n  ${file} (${corpus.name}, ${corpus.sampling}): ${rowsLine(rows)}`)
      if (answer.total > answer.imports.length) console.log(`and ${String(answer.total - answer.imports.length)} older ones`)
    })

  program
    .command('undo')
    .argument('<id>', 'the id of an import, as `batches` lists it')
    .option('--json', 'print one JSON object and nothing else')
    .description('take out what an import alone brought; what others state too stays as they state it')
    .action(async (given: string, options: { json?: boolean }) => {
      const id = given.startsWith('batch:') ? given : `batch:${given}`
      const { signal } = untilInterrupted()
      const undone = await withGraph(async (driver) => {
        const [page] = await driver.run(importPage, { id })
        if (page === undefined) throw new NotFoundError(`There is no import “${id}” in this graph; \`batches\` lists them.`)
        const progress = importProgress(page.file, page.cases)
        const inForce = new TaxonomyInForce(findProjectRoot())
        try {
          const done = await linkingInForce(driver, inForce, (taxonomy) => undoImport(driver, id, taxonomy, { signal, onProgress: (rows) => progress.tell(rows, rows) }))
          await tellFormerLinks(driver, inForce)
          return done
        } finally {
          progress.end()
        }
      })
      if (options.json === true) print({ id, ...undone })
      else console.log(`${id}: ${String(undone.casesDeleted)} cases deleted, ${String(undone.casesKept)} kept that others state, ${String(undone.casesKnownByTitle)} known by title again, ${String(undone.entitiesDeleted)} other nodes deleted`)
    })
}
