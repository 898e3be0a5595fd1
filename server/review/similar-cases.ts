import { vectorOf } from '../narratives/model/link-model.ts'
import { stemsOf, wordFeatures } from '../narratives/model/text-features.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { tokenise } from '../narratives/tokens.ts'
import type { SureCaseRow } from '../neo4j/queries/review-links.ts'

interface Texts {
  id: string
  title: string
  claim: string | null
}

const mostShown = 3
const mostShared = 4

/** Word of a text → its part of the text's length (words weigh by their rarity, the whole has length 1). Without a model all words weigh alike. */
function weightsOf({ title, claim }: Texts, { model }: Pick<Taxonomy, 'model'>): Map<string, number> {
  const words = [...new Set([title, claim ?? ''].flatMap((text) => wordFeatures(tokenise(text).tokens)))].filter((word) => !word.includes('_'))
  if (model === null) return new Map(words.map((word) => [word, 1 / Math.sqrt(words.length)]))
  const { features, values } = vectorOf(words, [], model.features, model.rarity)
  return new Map(features.map((number, at) => [model.names[number] ?? '', values[at] ?? 0]))
}

/** Stem → the word as the text has it, so that people read words. */
function spelling({ title, claim }: Texts): Map<string, string> {
  const written = new Map<string, string>()
  for (const text of [title, claim ?? '']) {
    const { tokens } = tokenise(text)
    for (const [at, stem] of stemsOf(tokens).entries()) {
      const token = tokens[at]
      if (stem !== null && token !== undefined && !written.has(stem)) written.set(stem, text.slice(token.start, token.end))
    }
  }
  return written
}

/** Of the cases that surely carry a narrative, those whose words are most like the case's (cosine of words weighed by rarity), with the words shared. A case is not like itself. */
export function similarCases(subject: Texts, sure: readonly SureCaseRow[], taxonomy: Pick<Taxonomy, 'model'>): (Omit<SureCaseRow, 'claim'> & { shared: string[] })[] {
  const own = weightsOf(subject, taxonomy)
  const words = spelling(subject)
  return sure
    .filter(({ id }) => id !== subject.id)
    .map((one) => {
      const shares = [...weightsOf(one, taxonomy)].flatMap(([word, value]) => {
        const share = value * (own.get(word) ?? 0)
        return share > 0 ? [{ word, share }] : []
      })
      return { one, alike: shares.reduce((sum, { share }) => sum + share, 0), shares }
    })
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, mostShown)
    .map(({ one: { claim: _claim, ...brief }, shares }) => ({ ...brief, shared: shares.sort((a, b) => b.share - a.share).slice(0, mostShared).map(({ word }) => words.get(word) ?? word) }))
}
