import { expect, it } from 'vitest'
import { areasOf } from './areas.ts'
import { anAnswer, aRow } from './landscape-fixture.ts'

const rows = [aRow('a', { series: [1, 0, 0, 20], strong: [1, 0, 0, 2] }), aRow('b', { series: [2, 0, 0, 0], strong: [0, 0, 0, 0] })]

it('draws nothing over a selected sample', () => {
  expect(areasOf(anAnswer(rows, { sampling: ['selected'] }), 'share', 'own')).toBeNull()
})

it('prints each row’s peak, with the count where it is small, and scales by it or alike', () => {
  const answer = anAnswer(rows, { sampling: ['complete'], effortComplete: [10, 0, 10, 40] })
  const own = areasOf(answer, 'share', 'own')
  expect([own?.get(0)?.full, own?.get(0)?.peak, own?.get(1)?.full, own?.get(1)?.peak]).toEqual([0.5, '50 %', 0.2, '20 %, n = 2'])
  const same = areasOf(answer, 'count', 'same')
  expect([same?.get(0)?.full, same?.get(1)?.full, same?.get(1)?.peak]).toEqual([20, 20, '2'])
})
