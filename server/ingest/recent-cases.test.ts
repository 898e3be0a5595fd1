import { expect, it } from 'vitest'
import { slug } from '#graph-schema/fold.ts'
import { inOrderOfTime, RecentCases } from './recent-cases.ts'
import { Turns } from './turns.ts'

const titled = (names: readonly string[]) => inOrderOfTime(names.map((name, at) => ({ id: `case:synthetic/${String(at)}`, name, titleKey: slug(name), publishedOn: `2019-01-0${String(at + 1)}` })), new Turns())
const ids = (found: Iterable<{ id: string }>) => [...found].map(({ id }) => id.slice('case:synthetic/'.length)).sort()

const long = 'Synthetic lake, tea and moon paint the bridge beside a river'

it('holds a title against none that shares only common words with it', async () => {
  const cases = await titled([`${long} one two three four`, `${long} five six seven eight`, `${long} one two three five`, 'Synthetic tea'])
  const recent = new RecentCases()
  for (const one of cases.slice(0, 2)) recent.add(one)
  expect(cases.slice(2).map((one) => ids(recent.maybeAlike(one)))).toEqual([['0'], []])
})

it('finds a cut title and the longer one from each other', async () => {
  const names = ['Zebras paint the synthetic lake and …', 'Zebras paint the synthetic lake and quarrel with rare unheard birds']
  for (const order of [names, names.toReversed()]) {
    const [first, second] = await titled(order)
    if (first === undefined || second === undefined) throw new Error('two titles')
    const recent = new RecentCases()
    recent.add(first)
    expect(ids(recent.maybeAlike(second))).toEqual(['0'])
  }
})

it('forgets old cases and nothing else', async () => {
  const cases = await titled([long, `${long} again`, long, 'Synthetic tea'])
  const [first, second, third] = cases
  if (first === undefined || second === undefined || third === undefined) throw new Error('three titles')
  const recent = new RecentCases()
  for (const one of cases.slice(0, 3)) recent.add(one)
  recent.forget(({ publishedOn }) => publishedOn < '2019-01-02')
  expect(ids(recent.maybeAlike(first))).toEqual(['1', '2'])
  expect(recent.lastTitled(first.titleKey)).toBe(third)
  recent.forget(({ publishedOn }) => publishedOn < '2019-01-04')
  expect(ids(recent.maybeAlike(first))).toEqual([])
  expect(recent.lastTitled(first.titleKey)).toBeNull()
})
