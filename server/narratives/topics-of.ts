import type { Evidence } from '#graph-schema/evidence.ts'
import { keywordKey } from './compile-rules.ts'
import { matchesOf } from './match-evidence.ts'
import type { CaseReading } from './read-case.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A case is about a topic, through these words of its title or claim and these keywords. */
export interface TopicLink {
  topicId: string
  evidence: Evidence[]
}

/** More spans than these explain nothing further. */
const mostSpans = 5

/** The topics whose patterns title or claim meet, or to which a case's keywords belong, in the order of the taxonomy. */
export function topicsOf({ title, claim, keywords }: { title: string; claim: string | null; keywords: readonly string[] }, reading: CaseReading, taxonomy: Taxonomy): TopicLink[] {
  const spans = new Map<string, Map<string, Evidence>>()
  for (const hit of reading.hits) {
    if (!hit.target.id.startsWith('topic:')) continue
    const found = spans.get(hit.target.id) ?? new Map<string, Evidence>()
    const fresh = matchesOf(hit, hit.place === 'title' ? title : (claim ?? '')).map((span) => [`${span.in} ${String(span.start)} ${String(span.end)}`, span] as const).filter(([place]) => !found.has(place))
    // All spans of a pattern or none: half a pattern explains nothing.
    if (found.size === 0 || found.size + fresh.length <= mostSpans) for (const [place, span] of fresh) found.set(place, span)
    spans.set(hit.target.id, found)
  }
  const named = new Map<string, Evidence[]>()
  for (const key of new Set(keywords.map(keywordKey))) {
    for (const { id, keyword } of taxonomy.rules.topicsOfKeyword.get(key) ?? []) named.set(id, [...(named.get(id) ?? []), { kind: 'keyword', keyword }])
  }
  return taxonomy.topics.flatMap(({ id }) => {
    const evidence = [...(spans.get(id)?.values() ?? []), ...(named.get(id) ?? [])]
    return evidence.length === 0 ? [] : [{ topicId: id, evidence }]
  })
}
