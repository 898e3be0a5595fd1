import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slug } from '#graph-schema/fold.ts'
import { daysBetween } from '../analysis/days.ts'
import { leastLikeness, titleLikeness, titleWords } from '../analysis/repeats.ts'
import type { DatedCase } from './recent-cases.ts'
import { repeatsAmong, repeatWithinDays } from './repeats.ts'

const on = (id: string, publishedOn: string, name = 'A synthetic claim') => ({ id: `case:synthetic/${id}`, name, titleKey: slug(name), publishedOn })
const pairs = (edges: readonly { from: string; to: string }[]) => edges.map(({ from, to }) => [from, to].map((id) => id.slice('case:synthetic/'.length)).join(' > '))

it('leads each case to the one before it within seven days', async () => {
  const edges = await repeatsAmong([on('c', '2019-01-10'), on('a', '2019-01-01'), on('b', '2019-01-08'), on('d', '2019-01-18')])
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    ['case:synthetic/b', 'case:synthetic/a'],
    ['case:synthetic/c', 'case:synthetic/b'],
  ])
  expect(edges[0]).toMatchObject({ type: 'REPEATS', basis: 'inferred', evidence: [{ kind: 'match', rule: 'same-title', text: 'A synthetic claim', start: 0 }] })
})

it('orders cases of one day by id, whatever the order they come in', async () => {
  const pair = [on('b', '2019-01-01'), on('a', '2019-01-01')]
  expect(await repeatsAmong(pair)).toEqual(await repeatsAmong(pair.toReversed()))
  expect(await repeatsAmong(pair)).toHaveLength(1)
})

const long = 'The old white lighthouse of Synthetia was secretly moved to another island'

it('leads to a nearly equal title where none is equal, and says how alike they are', async () => {
  const near = on('b', '2019-01-04', `${long} by night`)
  expect(pairs(await repeatsAmong([on('a', '2019-01-02', long), near]))).toEqual(['b > a'])
  expect((await repeatsAmong([on('a', '2019-01-02', long), near]))[0]?.evidence).toEqual([{ kind: 'likeness', in: 'title', share: 0.8, other: long }])
  expect(pairs(await repeatsAmong([on('x', '2019-01-02', `${long} by night`), on('a', '2019-01-03', long), near]))).toEqual(['a > x', 'b > x'])
  expect(await repeatsAmong([on('a', '2019-01-02', long), on('b', '2019-01-10', `${long} by night`)])).toEqual([])
})

it.each([
  ['says the opposite', long.replace('was', 'was not')],
  ['has other words', 'The old white lighthouse of Synthetia was painted and sold to three islands'],
])('does not lead to a title that %s', async (_what, other) => {
  expect(await repeatsAmong([on('a', '2019-01-02', long), on('b', '2019-01-04', other)])).toEqual([])
})

it('a day’s edges depend on that day and the seven before it alone, in any order', async () => {
  const names = [long, `${long} by night`, `${long}…`, 'Bread is made of stone in the Synthetic mills', 'Bread is made of stones in Synthetic mills']
  const some = fc.array(fc.record({ name: fc.constantFrom(...names), day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 8, max: 28 }), async (drawn, day) => {
      const cases = drawn.map(({ name, day: on_ }, at) => on(String(at), `2019-01-${String(on_).padStart(2, '0')}`, name))
      const wanted = `2019-01-${String(day).padStart(2, '0')}`
      const whole = (await repeatsAmong(cases)).filter(({ from }) => cases.find(({ id }) => id === from)?.publishedOn === wanted)
      const window = cases.filter(({ publishedOn }) => publishedOn <= wanted && publishedOn >= `2019-01-${String(day - 7).padStart(2, '0')}`).toReversed()
      expect(await repeatsAmong(window, (one) => one === wanted)).toEqual(whole)
    }),
  )
})

interface Found {
  from: string
  to: string
  evidence: readonly object[]
}

/** The same said plainly: each case held against every earlier one, with no index. */
function allPairs(cases: readonly DatedCase[]): Found[] {
  const sorted = [...cases].sort((a, b) => (`${a.publishedOn} ${a.id}` < `${b.publishedOn} ${b.id}` ? -1 : 1))
  return sorted.flatMap((later, at): Found[] => {
    const earlier = sorted.slice(0, at).filter(({ publishedOn }) => daysBetween(publishedOn, later.publishedOn) <= repeatWithinDays)
    const same = earlier.findLast(({ titleKey }) => titleKey === later.titleKey)
    if (same !== undefined) return [{ from: later.id, to: same.id, evidence: [{ kind: 'match', rule: 'same-title', in: 'title', text: later.name, start: 0, end: later.name.length }] }]
    const shares = earlier.map(({ name }) => titleLikeness(titleWords(later.name), titleWords(name)))
    const most = Math.max(...shares)
    const like = earlier[shares.lastIndexOf(most)]
    return like === undefined || most < leastLikeness ? [] : [{ from: later.id, to: like.id, evidence: [{ kind: 'likeness', in: 'title', share: Math.round(most * 1000) / 1000, other: like.name }] }]
  })
}

/** Most titles share the first words of this list, few the last; sea and seas fall into one, “not” turns a title round. */
const vocabulary = ['synthetic', 'lake', 'tea', 'moon', 'paint', 'not', 'bridge', 'river', 'sea', 'seas', 'station', 'harvest', 'winter', 'signal', 'border', 'letter']
const word = fc.oneof(fc.constantFrom(...vocabulary.slice(0, 6)), fc.constantFrom(...vocabulary))
const end = fc.constantFrom('', '', '…', '...')

/** Titles of some few texts, each shortened, cut or with a word changed, so that many are nearly alike. */
const variants = fc.array(fc.array(word, { minLength: 4, maxLength: 14 }), { minLength: 1, maxLength: 3 }).chain((texts) =>
  fc.array(
    fc.record({ of: fc.nat(texts.length - 1), keep: fc.integer({ min: 3, max: 14 }), change: fc.option(fc.record({ at: fc.nat(13), to: word }), { nil: null }), end, day: fc.integer({ min: 1, max: 20 }) })
      .map(({ of, keep, change, end: tail, day }) => ({ title: `${(texts[of] ?? []).slice(0, keep).map((own, at) => (change?.at === at ? change.to : own)).join(' ')}${tail}`, day })),
    { maxLength: 30, size: 'max' },
  ),
)

it('finds just what comparing every case with every earlier one finds, in the same order', async () => {
  let likenesses = 0
  await fc.assert(
    fc.asyncProperty(variants, async (drawn) => {
      const cases = drawn.map(({ title, day }, at) => on(String(at).padStart(2, '0'), `2019-01-${String(day).padStart(2, '0')}`, title))
      const edges = (await repeatsAmong(cases)).map(({ from, to, evidence }) => ({ from, to, evidence }))
      likenesses += edges.filter(({ evidence: [first] }) => first?.kind === 'likeness').length
      expect(edges).toEqual(allPairs(cases))
    }),
    { numRuns: 1_000 },
  )
  // Titles that all differ or are all the same would prove nothing.
  expect(likenesses).toBeGreaterThan(500)
})
