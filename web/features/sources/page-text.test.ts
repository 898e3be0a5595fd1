import { expect, it } from 'vitest'
import { safeName } from './page-text.ts'

it('makes a name the server takes', () => {
  expect(safeName('C:\\pages/issue 269.txt')).toBe('C: pages issue 269.txt')
  expect(safeName('line\nbreak\u0000.csv')).toBe('line break .csv')
  expect(safeName(' / ')).toBe('pasted page')
  expect(safeName('x'.repeat(300), 'file')).toHaveLength(200)
})
