import type { Command } from 'commander'
import type { ReadCase } from '#graph-schema/read-result.ts'
import { loadEntities } from '../ingest/normalise/entities.ts'
import { readCaseOf } from '../ingest/readers/read-case.ts'
import { ProblemList } from '../ingest/readers/report.ts'
import { loadTaxonomy } from '../narratives/taxonomy.ts'
import { findProjectRoot } from '../project-root.ts'
import { openSource, planOf, type SourceOptions } from './import-source.ts'
import { exitCodes, problemLine } from './print.ts'

interface ReadOptions extends Pick<SourceOptions, 'format' | 'mapping'> {
  json?: boolean
}

function caseLines(row: number, one: ReadCase): string[] {
  return [
    `${String(row)}. Claim: ${one.title}`,
    `   ${one.disproof === null ? 'no disproof in the file' : `disproof: ${String(one.disproof.length)} characters`}; ${one.publishedOn ?? 'no date'}; ${String(one.countries.length)} countries, ${String(one.keywords.length)} keywords, ${String(one.refersTo.length)} references, ${String(one.inferred.length)} inferred`,
  ]
}

/** `read`: what is in a file of any format, one case at a time, so that a file of any size can be looked at. */
export function addReadCommand(program: Command): void {
  program
    .command('read')
    .argument('<file>', 'a file of cases: a copied or saved page, CSV, JSON; packed with gzip or not')
    .option('--format <format>', 'read it as this format instead of the one that is recognised')
    .option('--mapping <file>', 'a mapping file: which column is which field')
    .option('--json', 'print one JSON object and nothing else')
    .description('show what a reader makes of a file; touches no graph')
    .action(async (file: string, options: ReadOptions) => {
      const root = findProjectRoot()
      const input = await openSource(file, () => undefined)
      const { reader, plan, why } = await planOf(input, options)
      const problems = new ProblemList()
      const rows = { read: 0, cases: 0, rejected: 0 }
      const isJson = options.json === true
      // Printed with the first item: a file that is refused prints no half of an object.
      const opening = `{\n"format": ${JSON.stringify(plan.format)},\n"cases": [`
      let isOpen = false
      if (!isJson) console.log(`${input.name}: ${reader.name}. ${why} Encoding ${plan.encoding}${plan.delimiter === null ? '' : `, delimiter ${JSON.stringify(plan.delimiter)}`}.`)
      for await (const item of reader.read(input, plan, { entities: loadEntities(root), taxonomy: loadTaxonomy(root) })) {
        if (isJson && !isOpen) process.stdout.write(opening)
        isOpen = true
        if (item.is === 'note') problems.add(item.problem)
        else if (item.is === 'rejected') {
          rows.rejected += 1
          for (const problem of item.problems) problems.add(problem)
        } else {
          rows.cases += 1
          for (const problem of item.warnings) problems.add(problem)
          const one = readCaseOf(item.record)
          if (isJson) process.stdout.write(`${rows.cases === 1 ? '' : ','}\n${JSON.stringify(one, null, 1)}`)
          else for (const line of caseLines(item.record.row, one)) console.log(line)
        }
        rows.read = rows.cases + rows.rejected
      }
      if (isJson) process.stdout.write(`\n],\n"problems": ${JSON.stringify(problems.list())},\n"rows": ${JSON.stringify(rows)}\n}\n`)
      else {
        console.log(`${String(rows.read)} read = ${String(rows.cases)} cases + ${String(rows.rejected)} rejected`)
        for (const problem of problems.list()) console.error(problemLine(input.name, problem))
      }
      if (rows.rejected > 0) process.exitCode = exitCodes.someRejected
    })
}
