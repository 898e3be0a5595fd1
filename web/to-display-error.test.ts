import { describe, expect, it } from 'vitest'
import { ApiError } from '#web/api/client.ts'
import { toDisplayError } from './to-display-error.ts'

describe('toDisplayError', () => {
  it('says that the database is away and that asking again can help', () => {
    const problem = { type: 'urn:throughline:unavailable', title: 'Unavailable', status: 503, detail: 'Neo4j does not answer', instance: 'abc' }
    expect(toDisplayError(new ApiError('refused', 'x', 503, problem))).toMatchObject({ title: 'The database is away', canRetry: true, reference: 'abc' })
  })
  it('says once that nothing is lost, whatever the server says', () => {
    const problem = { type: 'urn:throughline:database-unavailable', title: 'The database does not answer', status: 503, detail: 'Nothing is lost. Throughline tries again by itself; ask again in a few seconds.', instance: 'abc' }
    const { detail, stillTrue, nextStep } = toDisplayError(new ApiError('refused', 'x', 503, problem))
    expect([detail, stillTrue, nextStep].join(' ').match(/nothing is lost/giu)).toHaveLength(1)
  })
  it('does not take a question that was too large for a database that is away', () => {
    const problem = { type: 'urn:throughline:timeout', title: 'Too much to compute in time', status: 503, detail: 'The question took longer than allowed.', instance: 'abc' }
    expect(toDisplayError(new ApiError('refused', 'x', 503, problem)).title).toBe('It took too long')
  })
  it('does not offer to retry what cannot change', () => {
    expect(toDisplayError(new ApiError('refused', 'x', 404, null)).canRetry).toBe(false)
  })
  it('lists the faults of a refused request with their places', () => {
    const problem = { type: 't', title: 't', status: 400, detail: 'd', instance: 'i', errors: [{ path: 'from', message: 'not a date' }] }
    expect(toDisplayError(new ApiError('refused', 'x', 400, problem)).detail).toBe('from: not a date')
  })
  it('says what to do with what was sent where that is known, and of many faults the first', () => {
    const errors = Array.from({ length: 8 }, (_, at) => ({ path: `line ${String(at)}`, message: 'wrong' }))
    const shown = toDisplayError(new ApiError('refused', 'x', 400, { type: 't', title: 't', status: 400, detail: 'd', instance: 'i', errors }), { title: 'a.json cannot be used', nextStep: 'Put it right.' })
    expect(shown).toMatchObject({ title: 'a.json cannot be used', nextStep: 'Put it right.' })
    expect(shown.detail).toMatch(/^line 0: wrong; .*line 5: wrong; and 2 more$/u)
  })
  it('has words for what is thrown by anything else', () => {
    expect(toDisplayError('odd')).toMatchObject({ title: 'Something in this page failed', detail: 'An unknown error.' })
  })
})
