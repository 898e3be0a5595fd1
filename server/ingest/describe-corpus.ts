import { slug } from '#graph-schema/fold.ts'
import { type CorpusChoice, corpusChoiceOf } from '#graph-schema/import-plan.ts'
import { sampleCorpusId } from '#graph-schema/node-kinds/corpus.ts'
import { BadInputError, NotFoundError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { type DescribedCorpus, describedCorpora } from '../neo4j/queries/described-corpora.ts'
import { writeCorpus } from '../neo4j/queries/write/describe-corpus.ts'
import { isSameChoice, nameKeyOf } from './corpus-choice.ts'

/** What Throughline ships keeps the label under which all screens show it. */
function refuseUnderOtherLabel(known: DescribedCorpus, choice: CorpusChoice): void {
  if (known.id !== sampleCorpusId) return
  const faults = (['name', 'sampling'] as const).filter((field) => known[field] !== choice[field]).map((field) => ({ path: `body.${field}`, message: `stays “${known[field]}”` }))
  if (faults.length > 0) throw new BadInputError('The sample that ships with Throughline keeps its name, and stays a selected sample', faults)
}

function refuseOtherName(all: readonly DescribedCorpus[], id: string, name: string): void {
  const key = nameKeyOf(name, 'body.name')
  const other = all.find((one) => one.id !== id && (one.id === `corpus:${key}` || slug(one.name) === key))
  if (other !== undefined) throw new BadInputError(`Another corpus bears this name, or was brought in under it: “${other.name}”`, [{ path: 'body.name', message: `is that of “${other.name}”` }])
}

/**
 * Says anew what a corpus is; what the imports said is kept beside it, for the way back and for files that say it again
 * (`docs/decisions/034-corpora-edited.md`). NotFoundError for no corpus of that id, BadInputError for what cannot be said of it.
 */
export async function describeCorpus(runner: QueryRunner, id: string, choice: CorpusChoice): Promise<DescribedCorpus> {
  const all = (await runner.run(describedCorpora, {})).map(({ corpus }) => corpus)
  const known = all.find((one) => one.id === id)
  if (known === undefined) throw new NotFoundError(`There is no corpus “${id}” in this graph.`)
  const before = known.asImported ?? corpusChoiceOf(known)
  const isBack = isSameChoice(before, choice)
  refuseUnderOtherLabel(known, choice)
  refuseOtherName(all, id, choice.name)
  if (!isBack && choice.sampling === 'complete' && (choice.periodFrom === null || choice.periodTo === null)) {
    throw new BadInputError('A corpus is complete for a period: give both days of it', [{ path: `body.${choice.periodFrom === null ? 'periodFrom' : 'periodTo'}`, message: 'is needed for a complete corpus' }])
  }
  const asImported = isBack ? null : before
  const [written] = await runner.run(writeCorpus, { corpus: { id, ...choice }, asImported: asImported === null ? null : JSON.stringify(asImported) })
  if (written === undefined) throw new NotFoundError(`The corpus “${id}” has been taken out meanwhile.`)
  return { id, ...choice, asImported }
}
