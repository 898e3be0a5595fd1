import type { Inferred } from '#graph-schema/read-result.ts'
import { linkCase } from '../narratives/link-case.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { citedSources } from './cited-sources.ts'
import type { Entities } from './normalise/entities.ts'

/** What readers and records are made against: the entity tables and a taxonomy, the same for one whole import. */
export interface IngestContext {
  entities: Entities
  taxonomy: Taxonomy
}

export interface InferableCase {
  title: string
  claim: string | null
  disproof: string | null
  /** Whether the facts state countries: then nothing is inferred beside them. */
  statesCountries: boolean
}

/**
 * What the text of a case says beyond its facts, each with the words it rests on: countries (where the facts state none),
 * narratives, cited sources. Offsets count UTF-16 code units into the title, claim or disproof, so that
 * `text.slice(start, end)` is the quoted text.
 */
export function inferFromText(subject: InferableCase, { entities, taxonomy }: IngestContext): Inferred[] {
  return [
    ...(subject.statesCountries ? [] : namedCountries(subject, entities)),
    ...namedNarratives(subject, taxonomy),
    ...(subject.disproof === null ? [] : citedSources(subject.disproof)),
  ]
}

/** As `inferFromText`, without narratives: those the writer links anew from the texts. */
export function inferFacts(subject: InferableCase, { entities }: IngestContext): Inferred[] {
  return [...(subject.statesCountries ? [] : namedCountries(subject, entities)), ...(subject.disproof === null ? [] : citedSources(subject.disproof))]
}

/**
 * Countries named in title and claim, the first mention in each. A disproof names countries for comparison, so it is left out. An
 * adjective (“Russian”) counts in the title, which says what a case is about, but not in the claim (“a Libyan scenario in Kazakhstan”),
 * and never for a region (“Western media”, “European Parliament”).
 */
function namedCountries({ title, claim }: InferableCase, entities: Entities): Inferred[] {
  const inferred: Inferred[] = []
  for (const [place, text] of [['title', title], ['claim', claim ?? '']] as const) {
    const seen = new Set<string>()
    for (const { country, by, start, end } of entities.countriesIn(text)) {
      if (seen.has(country.id) || (by === 'demonym' && (place === 'claim' || country.isRegion))) continue
      seen.add(country.id)
      inferred.push({ field: 'country', value: country.id, in: place, text: text.slice(start, end), start, end })
    }
  }
  return inferred
}

function namedNarratives(subject: InferableCase, taxonomy: Taxonomy): Inferred[] {
  return linkCase({ ...subject, keywords: [] }, taxonomy).flatMap(({ narrativeId, evidence }) =>
    evidence.flatMap((one): Inferred[] =>
      (one.kind === 'match' || one.kind === 'quote') && one.start !== null && one.end !== null
        ? [{ field: 'narrative', value: narrativeId, in: one.in, text: one.text, start: one.start, end: one.end }]
        : [],
    ),
  )
}
