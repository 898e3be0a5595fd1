import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { loadEnvFile, readEnv } from '../env.ts'
import { BadInputError } from '../errors.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { printable } from '../evaluate/printable.ts'
import { readGold, readPosts, readReviews } from '../evaluate/read-cases.ts'
import { casesToLearnFrom, trainOnKeywords } from '../evaluate/training.ts'
import { fewestCasesToAgree } from '../narratives/model/link-model.ts'
import { loadTaxonomy, modelPath, ownModelPath } from '../narratives/taxonomy.ts'
import { loadYardstick } from '../narratives/yardstick.ts'
import { findProjectRoot } from '../project-root.ts'
import { withGraph } from './with-graph.ts'

interface TrainOptions {
  before?: string
  out?: string
  fromGraph?: boolean
  restore?: boolean
}

/** Fewer cases than these teach nothing. */
const fewestCases = 20

const nowLink = 'Start the app again if it runs, and say `link` to link all cases with it.'

interface CorpusFiles {
  posts?: string
  reviews?: string
}

function readCorpus({ posts, reviews }: CorpusFiles) {
  if (posts === undefined && reviews === undefined) throw new BadInputError('Give --posts FILE, --reviews FILE or both.')
  return [...(posts === undefined ? [] : readPosts(posts)), ...(reviews === undefined ? [] : readReviews(reviews))]
}

function day(value: string): string {
  const parsed = z.iso.date().safeParse(value)
  if (!parsed.success) throw new BadInputError(`“${value}” is not a day; write it as 2019-01-01`)
  return parsed.data
}

/** `train` and `evaluate`: the model of the linker, and how well it does. Only training on the graph needs a database. */
export function addLinkingCommands(program: Command): void {
  program
    .command('train')
    .option('--posts <file>', 'table of posts (comma)')
    .option('--reviews <file>', 'table of the weekly review (semicolon)')
    .option('--before <day>', 'use only cases published before this day', day)
    .option('--from-graph', 'train on the cases of your graph and what people decided there; so it is without --posts and --reviews')
    .option('--out <file>', 'where to write the model; without it, a model of files replaces the one that ships, and a model of your graph goes into your home folder')
    .option('--restore', 'take the model of your graph away, so that the one that ships is used again')
    .description('train the model of the linker on keywords of the source and accepted links; the same cases give the same model')
    .action(async (options: CorpusFiles & TrainOptions) => {
      const root = findProjectRoot()
      if (options.restore === true) {
        loadEnvFile()
        const own = ownModelPath(readEnv(process.env).home)
        console.log(existsSync(own) ? `Taken away: ${own}. ${nowLink}` : 'There is no model of your own: the one that ships is used already.')
        rmSync(own, { force: true })
        return
      }
      const isFromGraph = options.fromGraph === true || (options.posts === undefined && options.reviews === undefined)
      if (isFromGraph && (options.posts !== undefined || options.reviews !== undefined)) throw new BadInputError('Train on the graph or on files, not on both: import the files, then train on the graph.')
      const { cases, file, taxonomy } = isFromGraph
        ? await withGraph(async (driver, { home }) => ({ cases: await casesToLearnFrom(driver), file: options.out ?? ownModelPath(home), taxonomy: loadTaxonomy(root, { model: 'none', home }) }))
        : { cases: readCorpus(options), file: options.out ?? modelPath(root), taxonomy: loadTaxonomy(root, { model: 'none' }) }
      if (cases.length < fewestCases) throw new BadInputError(`There are ${String(cases.length)} cases to learn from; a model needs at least ${String(fewestCases)}. Import more first.`)
      const { model, text } = trainOnKeywords(cases, options.before ?? null, taxonomy, loadYardstick(root, new Set(taxonomy.nameOf.keys()), { leaveOut: isFromGraph }))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
      if (isFromGraph && options.out === undefined) console.log(`Written to ${file}; it is used instead of the model that ships. ${nowLink}`)
      const few = model.labels.filter(({ cases: count }) => count < fewestCasesToAgree).length
      console.log(`${String(few)} of ${String(model.labels.length)} labels have fewer than ${String(fewestCasesToAgree)} cases: they only suggest.`)
      console.log(`${String(model.trainingCases)} cases, ${String(model.names.length)} features, ${String(model.labels.length)} labels: model ${model.version} (${String(Math.round(text.length / 1024))} KiB)`)
    })

  program
    .command('evaluate')
    .option('--posts <file>', 'table of posts (comma)')
    .option('--reviews <file>', 'table of the weekly review (semicolon)')
    .option('--gold <file>', 'links that a person read: case_id,narrative_id')
    .option('--train-before <day>', 'train on cases published before this day, test on the rest', day, '2019-01-01')
    .option('--json', 'print one JSON object and nothing else')
    .description('measure linking, related cases and new-narrative candidates; touches no graph')
    .action((options: CorpusFiles & { gold?: string; trainBefore: string; json?: boolean }) => {
      const { posts, reviews, gold, trainBefore } = options
      if (posts === undefined && reviews === undefined) throw new BadInputError('Give --posts FILE, --reviews FILE or both.')
      const result = evaluate({
        posts: posts === undefined ? [] : readPosts(posts),
        reviews: reviews === undefined ? [] : readReviews(reviews),
        gold: gold === undefined ? null : readGold(gold),
        trainBefore,
        projectRoot: findProjectRoot(),
      })
      console.log(options.json === true ? JSON.stringify(result, null, 2) : printable(result))
    })
}
