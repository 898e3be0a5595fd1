import { expect, it } from 'vitest'
import { externalUrl } from './external-url.ts'

it('lets http and https through and nothing else', () => {
  expect(externalUrl('https://example.org/report/a')).toBe('https://example.org/report/a')
  expect(externalUrl('javascript:alert(1)')).toBeNull()
  expect(externalUrl('data:text/html,x')).toBeNull()
  expect(externalUrl('no address')).toBeNull()
  expect(externalUrl(null)).toBeNull()
})
