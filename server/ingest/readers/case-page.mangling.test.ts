import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadResult } from '#graph-schema/read-result.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { loadEntities } from '../normalise/entities.ts'
import { readCasePage } from './case-page.ts'
import { anyMangling, mangled, straightened } from './mangle.test-support.ts'
import { fixture, hasSharedSeeds, sharedSeed } from './shared-seeds.test-support.ts'

const context = { entities: loadEntities(findProjectRoot()), taxonomy: loadTaxonomy(findProjectRoot()) }

/** Everything read, with straight quotes. */
function readStraight(text: string): unknown {
  return straightened(readCasePage(text, context))
}

function expectTrueOffsets({ cases }: ReadResult): void {
  for (const { title, claim, disproof, inferred } of cases) {
    const texts = { title, claim: claim ?? '', disproof: disproof ?? '' }
    for (const one of inferred) if (one.in !== 'facts') expect(texts[one.in].slice(one.start, one.end)).toBe(one.text)
  }
}

describe('wrapping, bullets, order of facts, headings, quotes, blanks and line ends do not matter', () => {
  test('on the made-up page', { timeout: 60_000 }, () => {
    const plain = readStraight(fixture.text)
    fc.assert(fc.property(anyMangling, (how) => { expect(readStraight(mangled(fixture.text, how))).toEqual(plain) }), { numRuns: 300 })
  })

  test.skipIf(!hasSharedSeeds)('on the real page', { timeout: 60_000 }, () => {
    const page = sharedSeed('case-page.txt')
    const plain = readStraight(page)
    fc.assert(fc.property(anyMangling, (how) => { expect(readStraight(mangled(page, how))).toEqual(plain) }), { numRuns: 300 })
  })
})

test('offsets are true on any text, and any text gives an answer', { timeout: 60_000 }, () => {
  const line = fc.oneof(
    fc.constantFrom('Disinfo: The US and NATO’s promise', 'Summary', 'Disproof', '', '', 'see more', '• Country: Russia, US', 'Keywords: NATO', 'home - disinfo cases', 'RT', 'Recurring narrative about the Deep State in the UK.'),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('\uD83D', '\u0000', 'ß', '’', ' ', 'US', '.', 'İ', '\u0301', 'ﬁ', 'Ukraine', ' nazi', '\u00A0'), maxLength: 40 }),
  )
  const pages = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(pages, (page) => {
      const result = readCasePage(page, context)
      expectTrueOffsets(result)
      expect(result.cases.length + result.problems.length).toBeGreaterThan(0)
      for (const one of result.cases) expect(`${one.title}${one.claim ?? ''}${one.disproof ?? ''}`).not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: 500 },
  )
})
