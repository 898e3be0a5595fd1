import { expect, it } from 'vitest'
import { isTooOld } from './check-database.ts'

it.each([
  ['Neo4j/4.4.30', true],
  ['Neo4j/5.12.0', true],
  ['Neo4j/5.13.0', false],
  ['Neo4j/5.26.30', false],
  ['Neo4j/5.27-aura', false],
  ['Neo4j/2025.10.1', false],
  ['unknown', false],
])('%s too old: %s', (version, expected) => {
  expect(isTooOld(version)).toBe(expected)
})
