import { keywordKey } from '../narratives/compile-rules.ts'
import type { LinkModel } from '../narratives/model/link-model.ts'
import { readModel, writeModel } from '../narratives/model/model-file.ts'
import { trainModel } from '../narratives/model/train-model.ts'
import { patternFeatures, readCase } from '../narratives/read-case.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { Yardstick } from '../narratives/yardstick.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { taughtCases } from '../neo4j/queries/taught-cases.ts'
import type { MeasuredCase } from './read-cases.ts'

/** A case to learn from, with what people decided on it. */
export interface TaughtCase extends Pick<MeasuredCase, 'title' | 'claim' | 'keywords' | 'date'> {
  accepted?: readonly string[]
  rejected?: readonly string[]
}

/** The counted cases of the graph, in the order of their ids. */
export async function casesToLearnFrom(runner: QueryRunner): Promise<TaughtCase[]> {
  return runner.run(taughtCases, {})
}

/** Labels of a case: those of its keywords, without what people rejected, and those of the links that they accepted. */
function labelsOf({ keywords, accepted = [], rejected = [] }: TaughtCase, yardstick: Yardstick): Set<number> {
  const labels = yardstick.labelsOf(keywords)
  for (const id of rejected) for (const label of yardstick.labelsOfTarget.get(id) ?? []) labels.delete(label)
  for (const id of accepted) for (const label of yardstick.labelsOfTarget.get(id) ?? []) labels.add(label)
  return labels
}

/** Trains a model on cases, their keywords and what people decided. What it returns went through its file form, so that it is what would be shipped. */
export function trainOnKeywords(cases: readonly TaughtCase[], before: string | null, { rules }: Pick<Taxonomy, 'rules'>, yardstick: Yardstick): { model: LinkModel; text: string } {
  const chosen = before === null ? cases : cases.filter(({ date }) => date !== null && date < before)
  const training = chosen.map((one) => {
    const { title, claim, date } = one
    const { words, hits } = readCase(title, claim, rules)
    return { words, patterns: patternFeatures(hits), met: hits.map(({ target }) => ({ key: target.key, id: target.id })), publishedOn: date, labels: labelsOf(one, yardstick) }
  })
  const casesOf = new Map<string, Set<number>>()
  for (const [place, { keywords, accepted = [] }] of chosen.entries()) {
    for (const id of accepted) casesOf.set(id, (casesOf.get(id) ?? new Set()).add(place))
    for (const keyword of keywords) for (const { id } of rules.narrativesOfKeyword.get(keywordKey(keyword)) ?? []) casesOf.set(id, (casesOf.get(id) ?? new Set()).add(place))
  }
  const labels = yardstick.labels.map(({ label, narratives, topics }) => ({ name: label, narratives: narratives.map((id) => ({ id, cases: casesOf.get(id) ?? new Set<number>() })), targets: [...narratives, ...topics] }))
  const text = writeModel(trainModel(training, labels, before))
  return { model: readModel(text), text }
}
