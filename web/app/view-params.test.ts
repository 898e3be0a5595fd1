import { describe, expect, it } from 'vitest'
import { parseSearch, readViewParams, stringifySearch } from './view-params.ts'

describe('the shared parameters of an address', () => {
  it('survive a round trip', () => {
    const params = { from: '2020-01-01', to: '2020-12-31', narrative: 'narrative:deep-state', q: 'a&b=c +d', sort: 'cases' as const }
    expect(readViewParams(parseSearch(stringifySearch(params)))).toEqual(params)
  })
  it('keep ids readable', () => expect(stringifySearch({ narrative: 'narrative:deep-state' })).toBe('?narrative=narrative:deep-state'))
  it('count as not given when unreadable, and unknown ones are dropped', () => {
    expect(readViewParams({ from: '2020-13-45', by: 'decade', utm: 'x', narrative: 'narrative:a' })).toEqual({ narrative: 'narrative:a' })
  })
  it('turn a window around that ends before it begins', () => {
    expect(readViewParams({ from: '2021-01-01', to: '2020-01-01' })).toEqual({ from: '2020-01-01', to: '2021-01-01' })
  })
})
