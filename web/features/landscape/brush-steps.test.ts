import { expect, it } from 'vitest'
import { binAt, moveEdge } from './brush-steps.ts'

it('moves an end by a bin, by a year, or to the end, and never past the other', () => {
  const run = { first: 10, last: 20 }
  expect(moveEdge(run, 'first', 'ArrowRight', 40)).toEqual({ first: 11, last: 20 })
  expect(moveEdge(run, 'first', 'PageUp', 40)).toEqual({ first: 20, last: 20 })
  expect(moveEdge(run, 'first', 'Home', 40)).toEqual({ first: 0, last: 20 })
  expect(moveEdge(run, 'last', 'End', 40)).toEqual({ first: 10, last: 39 })
  expect(moveEdge(run, 'last', 'PageDown', 40)).toEqual({ first: 10, last: 10 })
  expect(moveEdge(run, 'last', 'a', 40)).toBeNull()
})

it('finds the bin under the pointer, inside the strip', () => {
  expect([binAt(-5, 100, 10), binAt(0, 100, 10), binAt(99, 100, 10), binAt(140, 100, 10)]).toEqual([0, 0, 9, 9])
})
