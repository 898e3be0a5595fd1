import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slug } from '#graph-schema/fold.ts'
import { repeatsAmong } from './repeats.ts'

const on = (id: string, publishedOn: string, name = 'A synthetic claim') => ({ id: `case:synthetic/${id}`, name, titleKey: slug(name), publishedOn })
const pairs = (edges: readonly { from: string; to: string }[]) => edges.map(({ from, to }) => [from, to].map((id) => id.slice('case:synthetic/'.length)).join(' > '))

it('leads each case to the one before it within seven days', () => {
  const edges = repeatsAmong([on('c', '2019-01-10'), on('a', '2019-01-01'), on('b', '2019-01-08'), on('d', '2019-01-18')])
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    ['case:synthetic/b', 'case:synthetic/a'],
    ['case:synthetic/c', 'case:synthetic/b'],
  ])
  expect(edges[0]).toMatchObject({ type: 'REPEATS', basis: 'inferred', evidence: [{ kind: 'match', rule: 'same-title', text: 'A synthetic claim', start: 0 }] })
})

it('orders cases of one day by id, whatever the order they come in', () => {
  const pair = [on('b', '2019-01-01'), on('a', '2019-01-01')]
  expect(repeatsAmong(pair)).toEqual(repeatsAmong(pair.toReversed()))
  expect(repeatsAmong(pair)).toHaveLength(1)
})

const long = 'The old white lighthouse of Synthetia was secretly moved to another island'

it('leads to a nearly equal title where none is equal, and says how alike they are', () => {
  const near = on('b', '2019-01-04', `${long} by night`)
  expect(pairs(repeatsAmong([on('a', '2019-01-02', long), near]))).toEqual(['b > a'])
  expect(repeatsAmong([on('a', '2019-01-02', long), near])[0]?.evidence).toEqual([{ kind: 'likeness', in: 'title', share: 0.8, other: long }])
  expect(pairs(repeatsAmong([on('x', '2019-01-02', `${long} by night`), on('a', '2019-01-03', long), near]))).toEqual(['a > x', 'b > x'])
  expect(repeatsAmong([on('a', '2019-01-02', long), on('b', '2019-01-10', `${long} by night`)])).toEqual([])
})

it.each([
  ['says the opposite', long.replace('was', 'was not')],
  ['has other words', 'The old white lighthouse of Synthetia was painted and sold to three islands'],
])('does not lead to a title that %s', (_what, other) => {
  expect(repeatsAmong([on('a', '2019-01-02', long), on('b', '2019-01-04', other)])).toEqual([])
})

it('a day’s edges depend on that day and the seven before it alone, in any order', () => {
  const names = [long, `${long} by night`, `${long}…`, 'Bread is made of stone in the Synthetic mills', 'Bread is made of stones in Synthetic mills']
  const some = fc.array(fc.record({ name: fc.constantFrom(...names), day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 25 })
  fc.assert(
    fc.property(some, fc.integer({ min: 8, max: 28 }), (drawn, day) => {
      const cases = drawn.map(({ name, day: on_ }, at) => on(String(at), `2019-01-${String(on_).padStart(2, '0')}`, name))
      const wanted = `2019-01-${String(day).padStart(2, '0')}`
      const whole = repeatsAmong(cases).filter(({ from }) => cases.find(({ id }) => id === from)?.publishedOn === wanted)
      const window = cases.filter(({ publishedOn }) => publishedOn <= wanted && publishedOn >= `2019-01-${String(day - 7).padStart(2, '0')}`).toReversed()
      expect(repeatsAmong(window, (one) => one === wanted)).toEqual(whole)
    }),
  )
})
