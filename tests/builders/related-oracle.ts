import { defaultWeights } from '#graph-schema/api/related.ts'
import { comparedText, type RelatableCase, type RelatedWeights } from '#server/analysis/related.ts'
import { stemsOf } from '#server/narratives/model/text-features.ts'
import { tokenise } from '#server/narratives/tokens.ts'

/**
 * Related cases worked out the plain way, from the definition and with no index: every case compared with every other by lists and sets.
 * What the index answers is held against it.
 */
export function relatedOracle(cases: readonly RelatableCase[]): (id: string, weights?: RelatedWeights) => { id: string; score: number }[] {
  const read = cases.map((one) => ({ one, stems: stemsOf(tokenise(comparedText(one)).tokens).filter((stem) => stem !== null) }))
  const mean = read.reduce((sum, { stems }) => sum + stems.length, 0) / Math.max(1, read.length) || 1
  const spreads = new Map<string, number>()
  const note = (sort: string, values: readonly string[]) => {
    for (const value of new Set(values)) spreads.set(`${sort} ${value}`, (spreads.get(`${sort} ${value}`) ?? 0) + 1)
  }
  for (const { one, stems } of read) {
    note('word', stems)
    note('keyword', one.keywords)
    note('country', one.countries)
    note('source', one.sources ?? [])
  }
  const spread = (sort: string, value: string) => spreads.get(`${sort} ${value}`) ?? 0
  const rarity = (sort: string, value: string) => Math.log(1 + (cases.length - spread(sort, value) + 0.5) / (spread(sort, value) + 0.5))
  const common = (a: readonly string[], b: readonly string[]) => [...new Set(a)].filter((value) => b.includes(value))
  const day = (date: string | null) => (date === null ? null : Date.parse(date) / 86_400_000)
  return (id, weights = defaultWeights) => {
    const query = read.find(({ one }) => one.id === id)
    if (query === undefined) return []
    const scored = read
      .filter(({ one }) => one.id !== id && one.isShown !== false)
      .map(({ one, stems }) => {
        const text = [...new Set(query.stems)].reduce((sum, word) => {
          const count = stems.filter((stem) => stem === word).length
          return count === 0 ? sum : sum + (rarity('word', word) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * stems.length) / mean))
        }, 0)
        const [from, to] = [day(query.one.publishedOn), day(one.publishedOn)]
        const names = (by: RelatableCase, named: string) => [...(by.refersTo ?? []), ...(by.repeats ?? [])].includes(named)
        const isNamed = names(query.one, one.id) || names(one, id)
        const evidence = common(query.one.sources ?? [], one.sources ?? []).filter((source) => spread('source', source) <= 20).reduce((sum, source) => sum + rarity('source', source) / Math.log(1 + cases.length), 0)
        return {
          id: one.id,
          text,
          theme: common(query.one.keywords, one.keywords).reduce((sum, keyword) => sum + rarity('keyword', keyword), 0),
          place: common(query.one.countries, one.countries).reduce((sum, country) => sum + rarity('country', country), 0),
          time: from === null || to === null ? 0 : 1 / (1 + Math.abs(to - from) / 30),
          ties: isNamed ? 1 : Math.min(1, evidence),
        }
      })
    const most = (part: keyof RelatedWeights) => Math.max(0, ...scored.map((one) => one[part])) || 1
    const [text, theme, place, time] = [most('text'), most('theme'), most('place'), most('time')]
    return scored
      .filter((one) => one.text + one.theme + one.place + one.ties > 0)
      .map((one) => ({ id: one.id, score: (one.text / text) * weights.text + (one.theme / theme) * weights.theme + (one.place / place) * weights.place + (one.time / time) * weights.time + one.ties * 0.5 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  }
}
