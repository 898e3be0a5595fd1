import { afterEach, describe, expect, it, vi } from 'vitest'
import { searchEndpoint } from '#graph-schema/api/search.ts'
import { addressOf, ApiError, callApi } from './client.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = { hits: [], counts: [], total: 0, more: false }

describe('addressOf', () => {
  it('encodes ids with colons and slashes into one path segment', () => {
    expect(addressOf('/api/cases/:id', { id: 'case:euvsdisinfo/a b' })).toBe('/api/cases/case%3Aeuvsdisinfo%2Fa%20b')
  })
  it('leaves out what is undefined and encodes the rest', () => {
    expect(addressOf('/api/search', {}, { q: 'Київ & more', kinds: undefined, limit: 5 })).toBe('/api/search?q=%D0%9A%D0%B8%D1%97%D0%B2+%26+more&limit=5')
  })
  it('refuses a path whose parameter is missing', () => {
    expect(() => addressOf('/api/cases/:id')).toThrow('No value for :id')
  })
})

describe('callApi', () => {
  it('gives the parsed answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)))
    await expect(callApi(searchEndpoint, { query: { q: 'x' } })).resolves.toEqual(answer)
  })
  it('turns an answer that breaks the contract into an ApiError', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ...answer, surprise: 1 })))
    await expect(callApi(searchEndpoint, { query: { q: 'x' } })).rejects.toMatchObject({ failure: 'unreadable', status: 200 })
  })
  it('carries the problem of a refused request', async () => {
    const problem = { type: 'urn:throughline:not-found', title: 'Not found', status: 404, detail: 'No such node', instance: 'i1' }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(problem, { status: 404 })))
    const failed = callApi(searchEndpoint, { query: { q: 'x' } })
    await expect(failed).rejects.toBeInstanceOf(ApiError)
    await expect(failed).rejects.toMatchObject({ failure: 'refused', status: 404, problem })
  })
  it('says so when no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    await expect(callApi(searchEndpoint, { query: { q: 'x' } })).rejects.toMatchObject({ failure: 'unreachable', status: null })
  })
  it('leaves an abort an abort', async () => {
    const controller = new AbortController()
    controller.abort()
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')))
    await expect(callApi(searchEndpoint, { query: { q: 'x' }, signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
