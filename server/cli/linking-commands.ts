import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { BadInputError } from '../errors.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { printable } from '../evaluate/printable.ts'
import { readGold, readPosts, readReviews } from '../evaluate/read-cases.ts'
import { casesToLearnFrom, type TaughtCase, trainOnKeywords } from '../evaluate/training.ts'
import { fewestCasesToAgree } from '../narratives/model/link-model.ts'
import { loadTaxonomy, modelPath, type Taxonomy } from '../narratives/taxonomy.ts'
import { loadTaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import { keepTrainedModel, takeTrainedModelAway } from '../narratives/trained-model.ts'
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

const nowLink = 'Say `link` to link all cases with it; what is imported from now on is, by an app that runs, too.'

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

function train(cases: readonly TaughtCase[], before: string | null, taxonomy: Taxonomy, isFromGraph: boolean) {
  if (cases.length < fewestCases) throw new BadInputError(`There are ${String(cases.length)} cases to learn from; a model needs at least ${String(fewestCases)}. Import more first.`)
  return trainOnKeywords(cases, before, taxonomy, loadYardstick(findProjectRoot(), new Set(taxonomy.nameOf.keys()), { leaveOut: isFromGraph }))
}

/** `train` and `evaluate`: the model of the linker, and how well it does. Only training on the graph needs a database. */
export function addLinkingCommands(program: Command): void {
  program
    .command('train')
    .option('--posts <file>', 'table of posts (comma)')
    .option('--reviews <file>', 'table of the weekly review (semicolon)')
    .option('--before <day>', 'use only cases published before this day', day)
    .option('--from-graph', 'train on the cases of your graph and what people decided there; so it is without --posts and --reviews')
    .option('--out <file>', 'where to write the model; without it, a model of files replaces the one that ships, and a model of your graph is kept in the graph')
    .option('--restore', 'take the model of your graph away, so that the one that ships is used again')
    .description('train the model of the linker on keywords of the source and accepted links; the same cases give the same model')
    .action(async (options: CorpusFiles & TrainOptions) => {
      const root = findProjectRoot()
      if (options.restore === true) {
        const wasThere = await withGraph(takeTrainedModelAway)
        console.log(wasThere ? `Taken away; the model that ships is used again. ${nowLink}` : 'No model was trained on this graph: the one that ships is used already.')
        return
      }
      const { out, posts, reviews, before = null } = options
      const isFromGraph = options.fromGraph === true || (posts === undefined && reviews === undefined)
      if (isFromGraph && (posts !== undefined || reviews !== undefined)) throw new BadInputError('Train on the graph or on files, not on both: import the files, then train on the graph.')
      const made = isFromGraph
        ? await withGraph(async (driver) => {
            const { model, text } = train(await casesToLearnFrom(driver), before, await loadTaxonomyInForce(driver, root, { model: 'none' }), isFromGraph)
            if (out === undefined) await keepTrainedModel(driver, model, text)
            return { model, text }
          })
        : train(readCorpus(options), before, loadTaxonomy(root, { model: 'none' }), isFromGraph)
      const { model, text } = made
      const file = out ?? (isFromGraph ? null : modelPath(root))
      if (file !== null) {
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, text)
      } else console.log(`Kept in the graph; it is used instead of the model that ships. ${nowLink}`)
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
