import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { relinkInForce } from '../ingest/link-in-force.ts'
import { type NewEdition, storeEdition } from '../narratives/store-edition.ts'
import { compileSource } from '../narratives/taxonomy.ts'
import { TaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import { hashOf, readTaxonomySource, shippedSource, writeTaxonomySource } from '../narratives/taxonomy-source.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { taxonomyInForce } from '../neo4j/queries/taxonomy-in-force.ts'
import { findProjectRoot } from '../project-root.ts'
import { readText } from './read-text.ts'
import { withGraph } from './with-graph.ts'

interface By {
  by: string
}

const byOption = ['--by <name>', 'who does this, for the history', 'command line'] as const

/** The text is given as it is stored: one that this version cannot use must come out, too. */
async function textInForce(driver: GraphDriver): Promise<string> {
  const [found] = await driver.run(taxonomyInForce, {})
  return found?.source ?? writeTaxonomySource(shippedSource(findProjectRoot()).source)
}

/** Puts a whole taxonomy in force whatever was before it, be it one that this version cannot use, and links all cases anew. */
async function putInForce(edition: NewEdition): Promise<void> {
  const { outcome, taxonomy } = await withGraph(async (driver) => {
    await storeEdition(driver, edition)
    return relinkInForce(driver, new TaxonomyInForce(findProjectRoot()))
  })
  console.log(`Taxonomy ${taxonomy.version} is in force: ${String(taxonomy.narratives.length)} narratives. ${String(outcome.cases)} cases linked anew, ${String(outcome.changes.length)} links changed.`)
}

/** `taxonomy`: the taxonomy of the graph as one file, and the way back to the one that ships. */
export function addTaxonomyCommands(program: Command): void {
  const taxonomy = program.command('taxonomy').description('the taxonomy of the graph as one file, and the way back to the one that ships')
  taxonomy
    .command('export')
    .argument('[file]', 'where to write; standard output without it')
    .description('write the taxonomy in force: narratives, topics, techniques, aliases and patterns')
    .action(async (file: string | undefined) => {
      const text = await withGraph(textInForce)
      if (file === undefined) process.stdout.write(text)
      else {
        writeFileSync(file, text)
        console.log(`The taxonomy is written to ${file}`)
      }
    })
  taxonomy
    .command('import')
    .argument('<file>', 'a file that `taxonomy export` or the screen wrote')
    .option(...byOption)
    .description('put a whole taxonomy in force and link all cases anew; the one before it stays in the history')
    .action(async (file: string, { by }: By) => {
      const source = readTaxonomySource(readText(file), path.basename(file))
      compileSource(source, hashOf(source), null)
      await putInForce({ by, what: 'brought in a whole taxonomy', source })
    })
  taxonomy
    .command('restore')
    .option(...byOption)
    .description('put the taxonomy that ships in force again and link all cases anew; what was edited stays in the history')
    .action(({ by }: By) => putInForce({ by, what: 'went back to the taxonomy that ships', source: null }))
}
