import { expect, test } from 'vitest'
import { datedCases, proposeCandidates } from './propose-candidates.ts'
import { newestWindow, type Window } from './newest-window.ts'
import { rejectedTest } from './rejected-candidates.ts'

const text = (id: string, title: string, publishedOn: string) => ({ id, title, claim: null, publishedOn, disproofState: 'missing' as const })
const places = ['harbour', 'valley', 'island', 'desert', 'forest', 'river', 'meadow']
const lines = ['purple balloons poison', 'square melons frighten', 'silent trumpets bewitch', 'frozen lanterns devour', 'golden spoons betray', 'paper tigers repaint', 'wooden clocks divide', 'glass beetles confuse']

/** Lines of May 2019, and earlier titles. All made up. */
const told = [
  ...lines.flatMap((line, number) => places.map((place, at) => text(`case:${String(number)}-${String(at)}`, `${line} the ${place}`, `2019-05-${String(10 + at)}`))),
  ...places.map((place, at) => text(`case:old-${String(at)}`, `a quiet ${place} without any news`, `2018-0${String(1 + at)}-05`)),
]
const late = [text('case:late-0', 'one late title', '2022-01-11'), text('case:late-1', 'another late one', '2021-12-30')]

async function newest(texts: typeof told, isRejected: (caseIds: readonly string[]) => boolean = () => false) {
  const dated = datedCases(texts)
  const looked: Window[] = []
  const answer = await newestWindow(dated.map(({ publishedOn }) => publishedOn), (window) => {
    looked.push(window)
    return Promise.resolve(proposeCandidates(dated, window, [], isRejected))
  })
  return { answer, looked }
}

test('a few late cases after a gap do not hide the newest groups; windows with too few cases are not gone through', async () => {
  const { answer, looked } = await newest([...told, ...late])
  expect(answer?.found.candidates.length).toBeGreaterThan(0)
  expect(answer?.window.from.localeCompare('2019-05-10')).toBeLessThanOrEqual(0)
  expect(looked).toHaveLength(1)
})

test('a window whose groups were all rejected is still the newest one', async () => {
  const { answer } = await newest([...told, ...late], rejectedTest(lines.map((_line, number) => places.map((_place, at) => `case:${String(number)}-${String(at)}`))))
  expect(answer?.found).toMatchObject({ candidates: [], rejected: lines.length })
})

test('where no group stands out it is the window up to the newest case; without a dated case there is none', async () => {
  const { answer } = await newest(late)
  expect(answer?.window.to).toBe('2022-01-11')
  expect((await newest([])).answer).toBeNull()
})
