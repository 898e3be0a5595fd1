import { expect, it } from 'vitest'
import { readableId } from './readable-id.ts'

it('names countries, regions, languages and narratives', () => {
  expect(['country:KZ', 'region:the-west', 'region:baltic-states', 'language:fr', 'narrative:deep-state'].map((id) => readableId(id))).toEqual(['Kazakhstan', 'the West', 'Baltic states', 'French', 'Deep state'])
})
it('prefers the name in the graph, and leaves plain names and unknown codes as they are', () => {
  expect(readableId('narrative:deep-state', new Map([['narrative:deep-state', 'Deep State']]))).toBe('Deep State')
  expect(readableId('George Soros')).toBe('George Soros')
  expect(readableId('https://example.org/a')).toBe('https://example.org/a')
  expect(readableId('country:?!')).toBe('?!')
})
