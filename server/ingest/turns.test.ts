import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

it('lets timers and answers in while a long list is made, and makes it whole and in order', async () => {
  let isDone = false
  let others = 0
  const other = () => {
    others += 1
    if (!isDone) setImmediate(other)
  }
  setImmediate(other)
  const made = await new Turns().map([1, 2, 3, 4, 5], (item, at) => {
    work(20)
    return item * 10 + at
  })
  isDone = true
  expect(made).toEqual([10, 21, 32, 43, 54])
  expect(others).toBeGreaterThanOrEqual(5)
})
