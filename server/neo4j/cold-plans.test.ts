import { describe, expect, it } from 'vitest'
import { QueryTimeoutError } from '../errors.ts'
import { ColdPlans } from './cold-plans.ts'

const cutOff = new QueryTimeoutError('cut off')

/** A promise that the test settles. */
function later() {
  let settle = { resolve: (_answer: string) => {}, reject: (_error: Error) => {} }
  const promise = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}

describe('a query that was cut off', () => {
  it('runs once more with a longer limit; others of its name wait for that and keep theirs', async () => {
    const plans = new ColdPlans()
    const planning = later()
    const limits: (number | undefined)[] = []
    const run = (answer: Promise<string>) => (limitMs?: number) => {
      limits.push(limitMs)
      return answer
    }
    const first = plans.again('q', run(planning.promise), cutOff)
    const second = plans.again('q', run(Promise.resolve('second')), cutOff)
    expect(limits).toEqual([20_000])
    planning.resolve('first')
    expect(await Promise.all([first, second])).toEqual(['first', 'second'])
    expect(limits).toEqual([20_000, undefined])
  })

  it('is refused at once when the longer limit was too short as well, for its name alone', async () => {
    const plans = new ColdPlans()
    await expect(plans.again('q', () => Promise.reject(cutOff), cutOff)).rejects.toBe(cutOff)
    await expect(plans.again('q', () => Promise.resolve('never asked'), cutOff)).rejects.toBe(cutOff)
    expect(await plans.again('other', () => Promise.resolve('asked'), cutOff)).toBe('asked')
  })

  it('says what else went wrong, and is tried again next time', async () => {
    const plans = new ColdPlans()
    await expect(plans.again('q', () => Promise.reject(new Error('away')), cutOff)).rejects.toThrow('away')
    expect(await plans.again('q', () => Promise.resolve('back'), cutOff)).toBe('back')
  })
})
