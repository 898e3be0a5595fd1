import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { tierWords } from '#graph-schema/evidence.ts'
import { bringDecisions, decisionLines, readDecisions } from '../ingest/decision-file.ts'
import { relinkInForce } from '../ingest/link-in-force.ts'
import { relinkAll, type RelinkOutcome } from '../ingest/relink.ts'
import { summariseChanges } from '../ingest/summarise-changes.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { TaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import { findProjectRoot } from '../project-root.ts'
import { type ImportProgress, importProgress } from './import-progress.ts'
import { print } from './print.ts'
import { readText } from './read-text.ts'
import { tellFormerLinks } from './tell-former-links.ts'
import { withGraph } from './with-graph.ts'

/** What `link --json` prints. */
function answerOf({ cases, changes, reasonsOnly, cpuMs }: RelinkOutcome, taxonomy: Taxonomy, dryRun: boolean) {
  return {
    dryRun,
    taxonomy: taxonomy.version,
    model: taxonomy.model?.version ?? null,
    cases,
    added: changes.filter(({ before }) => before === null).length,
    dropped: changes.filter(({ after }) => after === null).length,
    tierChanged: changes.filter(({ before, after }) => before !== null && after !== null).length,
    reasonsOnly,
    cpuMs: Math.round(cpuMs),
    byNarrative: summariseChanges(changes, taxonomy.nameOf),
  }
}

function tell({ dryRun, taxonomy, model, cases, added, dropped, tierChanged, reasonsOnly, byNarrative }: ReturnType<typeof answerOf>): void {
  console.log(`${dryRun ? 'Nothing was written. Linking' : 'Linked'} ${String(cases)} cases with taxonomy ${taxonomy} and ${model === null ? 'no model' : `model ${model}`}${dryRun ? ' would give' : ''}: ${String(added)} links added, ${String(dropped)} dropped, ${String(tierChanged)} surer or less sure; of ${String(reasonsOnly)} more only the reasons or the version change${dryRun ? '' : 'd'}.`)
  for (const { name, added: more, dropped: fewer, tiers } of byNarrative) {
    const parts = [more > 0 ? `${String(more)} added` : null, fewer > 0 ? `${String(fewer)} dropped` : null, ...tiers.map(({ before, after, cases: count }) => `${String(count)} from “${tierWords[before]}” to “${tierWords[after]}”`)]
    console.log(`  ${name}: ${parts.filter((part) => part !== null).join(', ')}`)
  }
}

/** `link` and `decisions`: which case carries which narrative, by rule and by people. */
export function addLinkCommands(program: Command): void {
  program
    .command('link')
    .option('--dry-run', 'say what would change; write nothing')
    .option('--json', 'print one JSON object and nothing else')
    .description('link all cases anew with the taxonomy, patterns and model as they now are; what people decided stays. Running it again changes nothing')
    .action(async (options: { dryRun?: boolean; json?: boolean }) => {
      const dryRun = options.dryRun === true
      const answer = await withGraph(async (driver) => {
        const inForce = new TaxonomyInForce(findProjectRoot())
        const progress: { shown?: ImportProgress } = {}
        try {
          const onProgress = (done: number, all: number) => (progress.shown ??= importProgress('linking', all)).tell(done, done)
          if (!dryRun) {
            const { outcome, taxonomy } = await relinkInForce(driver, inForce, { onProgress })
            return answerOf(outcome, taxonomy, dryRun)
          }
          const taxonomy = await inForce.current(driver)
          await tellFormerLinks(driver, inForce)
          return answerOf(await relinkAll(driver, taxonomy, { dryRun, onProgress }), taxonomy, dryRun)
        } finally {
          progress.shown?.end()
        }
      })
      if (options.json === true) print(answer)
      else tell(answer)
    })

  const decisions = program.command('decisions').description('what people decided on links, as one file')
  decisions
    .command('export')
    .argument('[file]', 'where to write; standard output without it')
    .description('write all decisions as NDJSON, a decision a line')
    .action(async (file: string | undefined) => {
      const text = (await withGraph(decisionLines)).map((line) => `${line}\n`).join('')
      if (file === undefined) process.stdout.write(text)
      else {
        writeFileSync(file, text)
        console.log(`${String(text.split('\n').length - 1)} decisions written to ${file}`)
      }
    })
  decisions
    .command('import')
    .argument('<file>', 'a file that `decisions export` wrote')
    .option('--json', 'print one JSON object and nothing else')
    .description('bring decisions in and give the links their tiers; of two by one coder on one link the newer stays')
    .action(async (file: string, options: { json?: boolean }) => {
      const read = readDecisions(readText(file))
      const answer = await withGraph(async (driver) => {
        const { kept, older } = await bringDecisions(driver, read)
        const { outcome } = await relinkInForce(driver, new TaxonomyInForce(findProjectRoot()))
        return { read: read.length, kept, older, linksChanged: outcome.changes.length }
      })
      if (options.json === true) print(answer)
      else console.log(`${String(answer.read)} decisions read, ${String(answer.kept)} kept, ${String(answer.older)} not newer than what was there; ${String(answer.linksChanged)} links changed`)
    })
}
