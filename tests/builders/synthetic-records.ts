import type { CaseRecord } from '#server/ingest/case-record.ts'

/** A small generator with a seed, so that a failing run can be repeated (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = ['colour revolution', 'deep state', 'harvest', 'bridge', 'NATO broke its promise', 'railway', 'weather', 'museum']

/** Labelled synthetic cases in the shape of real ones: few countries on most cases, many rare outlets, some titles that come twice. */
export function syntheticRecords(count: number, seed = 1): CaseRecord[] {
  const random = randomFrom(seed)
  const pick = (limit: number) => Math.floor(random() ** 2 * limit)
  return Array.from({ length: count }, (_, index) => {
    const number = random() < 0.05 && index > 10 ? index - 7 : index
    const title = `Synthetic case ${String(number)} about the ${words[pick(words.length)] ?? 'museum'}`
    const withUrl = random() < 0.8
    const day = String(1 + (number % 28)).padStart(2, '0')
    const country = pick(40)
    const keyword = pick(60)
    const outlet = pick(200)
    return {
      row: index + 1,
      raw: { title },
      sourceUrl: withUrl ? `https://example.org/report/synthetic-${String(number)}/` : null,
      source: 'synthetic',
      title,
      claim: `A synthetic claim, number ${String(number)}.`,
      claimOrigin: 'paraphrase',
      disproof: random() < 0.8 ? `A synthetic disproof, number ${String(number)}: nothing of this exists outside the test.` : null,
      disproofOrigin: 'paraphrase',
      publishedOn: `2019-0${String(1 + (number % 9))}-${day}`,
      issue: 100 + (number % 40),
      status: 'active',
      countries: [{ id: `region:synthetic-${String(country)}`, name: `Synthetic region ${String(country)}`, rawValue: `r${String(country)}`, code: null, isRegion: true, aliases: [] }],
      inferredCountries: [],
      languages: [{ id: 'language:en', name: 'English', rawValue: 'English', code: 'en' }],
      outlets: [{ id: `outlet:synthetic-${String(outlet)}`, name: `Synthetic outlet ${String(outlet)}`, rawValue: `o${String(outlet)}`, domain: null, family: null, url: null, archiveUrl: null, aliases: [] }],
      keywords: [{ id: `keyword:synthetic-${String(keyword)}`, name: `Synthetic keyword ${String(keyword)}`, rawValue: `k${String(keyword)}`, keywordType: null, aliases: [] }],
      sources: [],
      refersTo: random() < 0.1 ? [{ title: `Synthetic title never imported ${String(pick(20))}`, quote: null, note: null }] : [],
      inferred: [],
    }
  })
}
