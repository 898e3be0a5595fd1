import { z } from 'zod'
import { slug } from '#graph-schema/fold.ts'
import { type CorpusChoice, corpusChoiceOf, corpusChoiceSchema } from '#graph-schema/import-plan.ts'
import { BadInputError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { describedCorpora } from '../neo4j/queries/described-corpora.ts'
import type { Corpus } from './import-records.ts'
import { pageCorpus } from './page-corpus.ts'

const licence = z.object({ name: z.string().optional(), title: z.string().optional(), path: z.string().optional() })
const span = z.object({ start: z.iso.date().optional(), end: z.iso.date().optional() })

/** What we take from a Frictionless datapackage.json; the rest of it is none of our business. */
const dataPackageSchema = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  homepage: z.string().optional(),
  licenses: z.array(licence).optional(),
  temporal: span.optional(),
  resources: z.array(z.object({ path: z.union([z.string(), z.array(z.string())]).optional() })),
})

const cut = (text: string, length: number) => text.trim().slice(0, length)

/** What a file's name alone says of its corpus: a name, and that nobody knows more. Selected, until somebody knows better. */
export function corpusFromName(fileName: string): CorpusChoice {
  const name = fileName.replace(/\.gz$/iu, '').replace(/\.[a-z]{2,6}$/iu, '')
  return { name: cut(name === '' ? fileName : name, 120), sampling: 'selected', periodFrom: null, periodTo: null, gaps: [], licence: null, disclaimer: null, description: '' }
}

/** What is said of a file until somebody says more: case pages go to the corpus of pages, others to one of their own. */
export function suggestedCorpus(format: string | null, fileName: string): CorpusChoice {
  if (format === null || !format.startsWith('case-page')) return corpusFromName(fileName)
  const { id: _id, ...choice } = pageCorpus
  return choice
}

/** What a datapackage.json says of its corpus; null where the text is none. It cannot know whether the cases are all of their period. */
export function corpusFromPackage(text: string): CorpusChoice | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = dataPackageSchema.safeParse(json)
  if (!parsed.success) return null
  const { name, title, description, homepage, licenses, temporal } = parsed.data
  const licences = (licenses ?? []).map((one) => [one.title ?? one.name, one.path].filter((part) => part !== undefined).join(', ')).filter((one) => one !== '')
  const choice = corpusChoiceSchema.safeParse({
    name: cut(title ?? name ?? 'Data package', 120),
    sampling: 'selected',
    periodFrom: temporal?.start ?? null,
    periodTo: temporal?.end ?? null,
    gaps: [],
    licence: licences.length === 0 ? null : cut(licences.join('; '), 500),
    disclaimer: null,
    description: cut([description, homepage].filter((part) => part !== undefined).join(' · '), 2_000),
  })
  return choice.success ? choice.data : null
}

/** What tells the name of a corpus from other names. BadInputError for a name without a letter or digit. */
export function nameKeyOf(name: string, path = 'body.corpus.name'): string {
  const key = slug(name)
  if (key === '') throw new BadInputError('The name of a corpus needs a letter or a digit', [{ path, message: 'needs a letter or a digit' }])
  return key
}

/** The corpus as it is stored. BadInputError for a name without a letter or digit. */
export function corpusOf(choice: CorpusChoice): Corpus {
  return { id: `corpus:${nameKeyOf(choice.name)}`, ...choice }
}

/** Whether the same is said of two corpora. */
export function isSameChoice(a: CorpusChoice, b: CorpusChoice): boolean {
  return JSON.stringify(corpusChoiceOf(a)) === JSON.stringify(corpusChoiceOf(b))
}

/**
 * The corpus that an import goes into: one of the graph as it stands there if the same is said of it, or was said before a person edited
 * it; else a new one. BadInputError where something else is said of a corpus of that name: an import must not change what earlier ones
 * were counted by, nor what a person said.
 */
export async function joinCorpus(runner: QueryRunner, corpus: Corpus): Promise<Corpus> {
  const all = (await runner.run(describedCorpora, {})).map(({ corpus: one }) => one)
  const choice = corpusChoiceOf(corpus)
  const key = nameKeyOf(corpus.name)
  const named = all.find((one) => slug(one.name) === key)
  const broughtIn = all.find((one) => one.id === corpus.id)
  const joined = [named, broughtIn].find((one) => one !== undefined && (isSameChoice(one, choice) || (one.asImported !== null && isSameChoice(one.asImported, choice))))
  if (joined !== undefined) return { id: joined.id, ...corpusChoiceOf(joined) }
  const known = named ?? broughtIn
  if (known === undefined) return corpus
  const isRenamed = slug(known.name) !== key
  const said = isRenamed && known.asImported !== null ? known.asImported : known
  const differing = corpusFields.filter((field) => JSON.stringify(said[field]) !== JSON.stringify(choice[field]))
  throw new BadInputError(
    `There is a corpus ${isRenamed ? `that was brought in under this name and is called “${known.name}” now` : `named “${known.name}” already`}, and something else is said of it (${differing.join(', ')}). Say the same, or give this one another name.`,
    differing.map((field) => ({ path: `body.corpus.${field}`, message: `is ${JSON.stringify(said[field])} in the graph` })),
  )
}

const corpusFields = ['name', 'sampling', 'periodFrom', 'periodTo', 'gaps', 'licence', 'disclaimer', 'description'] as const
