import { describe, expect, it } from 'vitest'
import { defaultWeights } from '#graph-schema/api/related.ts'
import { readWeights, writeWeights } from './weights.ts'

describe('weights in the address', () => {
  it('survive a round trip, and the usual ones need no place', () => {
    const weights = { text: 0, theme: 2, place: 0.35, time: 1.05 }
    expect(readWeights(writeWeights(weights))).toEqual(weights)
    expect(writeWeights(defaultWeights)).toBeUndefined()
    expect(readWeights(undefined)).toEqual(defaultWeights)
  })

  it.each(['', 'x', ',,,', '3,-1,NaN,Infinity', '1e9'])('“%s” says nothing', (text) => expect(readWeights(text)).toEqual(defaultWeights))
})
