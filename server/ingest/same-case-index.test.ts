import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findSameCase, type SameCaseCandidate, titleLikeness } from './same-case.ts'
import { SameCaseIndex } from './same-case-index.ts'

const candidate = (name: string, titles: readonly string[], outlet = 'outlet:a'): SameCaseCandidate => ({ sourceUrl: `https://example.org/report/${name}/`, titles, outlets: new Set([outlet]) })

/** Many titles share the first words of this list. */
const vocabulary = ['the', 'synthetic', 'lake', '3', 'tea', 'moon', 'paint', 'bridge', 'river', '4', 'station', 'harvest', 'winter', 'signal', 'border', 'letter']
const word = fc.oneof(fc.constantFrom(...vocabulary.slice(0, 4)), fc.constantFrom(...vocabulary))

/** Titles of some few texts, each cut or with a word or two changed or left out. */
const day = fc.array(fc.array(word, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }).chain((texts) => {
  const title = fc
    .record({ of: fc.nat(texts.length - 1), keep: fc.integer({ min: 1, max: 14 }), change: fc.array(fc.record({ at: fc.nat(13), to: fc.oneof(word, fc.constant('')) }), { maxLength: 2 }) })
    .map(({ of, keep, change }) => (texts[of] ?? []).slice(0, keep).map((own, at) => change.find((one) => one.at === at)?.to ?? own).join(' '))
  const listed = fc.record({ titles: fc.array(title, { minLength: 1, maxLength: 2 }), outlet: fc.constantFrom('outlet:a', 'outlet:b') })
  return fc.record({ rows: fc.array(title, { maxLength: 10, size: 'max' }), listed: fc.array(listed, { maxLength: 15, size: 'max' }) })
})

it('finds for each row what is found among all cases of its day', () => {
  const byLikeness = [0, 0, 0, 0]
  fc.assert(
    fc.property(day, ({ rows, listed }) => {
      const all = listed.map(({ titles, outlet }, at) => candidate(String(at), titles, outlet))
      const index = new SameCaseIndex(all)
      for (const title of rows) {
        const row = { title, outlets: new Set(['outlet:a']) }
        expect(findSameCase(row, index.maybeMeant(title))).toEqual(findSameCase(row, all))
        const most = Math.max(0, ...all.flatMap(({ titles }) => titles.map((other) => titleLikeness(title, other))))
        byLikeness[most] = (byLikeness[most] ?? 0) + 1
      }
    }),
    { numRuns: 1_000 },
  )
  // Each sort of likeness came up, near-equal titles too.
  expect(Math.min(...byLikeness)).toBeGreaterThan(100)
})

it('asks nothing of cases that share only common words with a row', () => {
  const all = Array.from({ length: 300 }, (_, at) => candidate(String(at), [`Made up ${String(at)} the synthetic lake and the moon paint a bridge ${String(at * 7 + 1)} ${String(at * 11 + 2)}`]))
  const index = new SameCaseIndex(all)
  expect(index.maybeMeant('Made up by nobody the synthetic lake and the moon paint a bridge somewhere else altogether')).toEqual([])
  expect(index.maybeMeant('Made up 5 the synthetic lake')).toEqual([all[5]])
})

it('counts words that a title says several times as often as it says them', () => {
  const all = [candidate('one', ['lighthouse the lake of the lake of the lake moved again']), candidate('two', ['again and again the bank of another lake far away'])]
  const title = 'museum the lake of the lake of the lake opened again'
  expect(titleLikeness(title, all[0]?.titles[0] ?? '')).toBe(1)
  expect(new SameCaseIndex(all).maybeMeant(title)).toEqual([all[0]])
})
