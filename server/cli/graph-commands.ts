import { once } from 'node:events'
import type { Command } from 'commander'
import { graphHash } from '../analysis/graph-hash.ts'
import { BadInputError, UnusableTaxonomyError } from '../errors.ts'
import { caseDocuments } from '../export/case-documents.ts'
import { seedGraph } from '../ingest/seed-graph.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { createSchema } from '../neo4j/ensure-schema.ts'
import { findRunning } from '../neo4j/local-neo4j/start-local-neo4j.ts'
import { loadTaxonomyInForce, TaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import { corpora } from '../neo4j/queries/corpora.ts'
import { interruptedImports } from '../neo4j/queries/import-page.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { everything, wipeGraph, type WipeToo } from '../neo4j/wipe.ts'
import { findProjectRoot } from '../project-root.ts'
import { failureLines, print } from './print.ts'
import { formerLinksLine } from './tell-former-links.ts'
import { withGraph } from './with-graph.ts'

/** What is amiss with the links as a whole; null when nothing is. A taxonomy that cannot be used keeps no status back. */
async function linkingLine(driver: GraphDriver): Promise<string | null> {
  try {
    return await formerLinksLine(driver, new TaxonomyInForce(findProjectRoot()))
  } catch (error) {
    if (error instanceof UnusableTaxonomyError) return failureLines(error).join('\n')
    throw error
  }
}

/** Commands on the graph as a whole. */
export function addGraphCommands(program: Command): void {
  program
    .command('migrate')
    .description('create the constraints and indexes that Throughline relies on')
    .action(async () => {
      const created = await withGraph(createSchema, { schema: 'any' })
      console.log(created.length === 0 ? 'Nothing was missing.' : created.map(({ name, reason }) => `created ${name}: ${reason}`).join('\n'))
    })

  program
    .command('status')
    .option('--json', 'print one JSON object and nothing else')
    .description('say what the graph holds, where it lies, whether an import was interrupted, and whether links were made with a former edition')
    .action(async (options: { json?: boolean }) => {
      const status = await withGraph(async (driver, settings) => ({
        database: settings.neo4j === null ? settings.home : settings.neo4j.uri,
        app: settings.neo4j === null ? ((await findRunning(settings.home, 0))?.address ?? null) : null,
        kinds: Object.fromEntries((await driver.run(countKinds, {})).map(({ kind, count }) => [kind, count])),
        corpora: await driver.run(corpora, {}),
        interrupted: (await driver.run(interruptedImports, {})).map(({ id, file, status: state }) => ({ id, file, status: state })),
        linking: await linkingLine(driver),
      }))
      if (options.json === true) {
        print(status)
        return
      }
      console.log(`Database: ${status.database}${status.app === null ? '' : `; the app is open at ${status.app}`}`)
      for (const [kind, count] of Object.entries(status.kinds)) console.log(`  ${kind}: ${String(count)}`)
      for (const { name, sampling, cases, firstDate, lastDate } of status.corpora) console.log(`Corpus ${name} (${sampling}): ${String(cases)} cases${firstDate === null ? '' : `, ${firstDate} to ${lastDate ?? firstDate}`}`)
      for (const { id, file, status: state } of status.interrupted) console.log(`Interrupted: ${id} of ${file} (${state}). Import the file again to go on, or undo it.`)
      if (status.linking !== null) console.log(status.linking)
    })

  program
    .command('export')
    .option('--withdrawn', 'cases that the source withdrew as well')
    .description('write all cases as NDJSON to standard output, each beside its disproof or the word that it is missing; `import` reads it')
    .action(async (options: { withdrawn?: boolean }) => {
      await withGraph(async (driver) => {
        for await (const document of caseDocuments(driver, { withdrawn: options.withdrawn === true })) {
          if (!process.stdout.write(`${JSON.stringify(document)}\n`)) await once(process.stdout, 'drain')
        }
      })
    })

  program
    .command('seed')
    .description('load taxonomy and curated corpus; what is there already stays as it is')
    .action(async () => {
      const outcome = await withGraph(async (driver) => seedGraph(driver, await loadTaxonomyInForce(driver, findProjectRoot()), findProjectRoot()))
      console.log(`${String(outcome.read)} cases read = ${String(outcome.accepted)} accepted + ${String(outcome.merged)} merged into known + ${String(outcome.rejected)} rejected`)
    })

  program
    .command('wipe')
    .option('--yes', 'do it')
    .option('--views', 'delete saved views too: links to them stop working')
    .option('--decisions', 'delete what people decided on links too')
    .option('--taxonomy', 'delete what was edited in the taxonomy, with its history, too: the one that ships holds again')
    .option('--model', 'delete the model that was trained on this graph too: the one that ships is used again')
    .option('--candidates', 'delete which proposals for narratives were rejected too')
    .option('--everything', 'delete all of these too')
    .description('delete all cases, narratives and imports from the database; what people made stays: saved views, decisions, the edited taxonomy, the trained model, rejected proposals')
    .action(async ({ yes, everything: isAll, ...too }: WipeToo & { yes?: boolean; everything?: boolean }) => {
      if (yes !== true) throw new BadInputError('wipe deletes every case, narrative and import in the graph. Say --yes if that is meant.')
      console.log(`${String(await withGraph((driver) => wipeGraph(driver, isAll === true ? everything : too)))} nodes deleted`)
    })

  program
    .command('hash')
    .option('--domain', 'leave imports out')
    .description('print the canonical hash of the graph: equal hashes, equal graphs')
    .action(async (options: { domain?: boolean }) => {
      console.log(await withGraph((driver) => graphHash(driver, options.domain === true ? 'domain' : 'all')))
    })
}
