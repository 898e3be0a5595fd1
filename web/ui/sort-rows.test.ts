import { expect, it } from 'vitest'
import { sortRows } from './sort-rows.ts'

it('puts rows without a key last in both directions and keeps equal rows in order', () => {
  const rows = [{ id: 'a', n: 2 }, { id: 'b', n: null }, { id: 'c', n: 1 }, { id: 'd', n: 2 }]
  expect(sortRows(rows, (row) => row.n, false).map((row) => row.id)).toEqual(['c', 'a', 'd', 'b'])
  expect(sortRows(rows, (row) => row.n, true).map((row) => row.id)).toEqual(['a', 'd', 'c', 'b'])
})
