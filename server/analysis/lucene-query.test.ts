import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luceneSearch } from './lucene-query.ts'

describe('luceneSearch', () => {
  it('requires every word and takes the last one as a beginning too', () => {
    expect(luceneSearch('Orange rev')).toEqual({
      folded: 'orange rev',
      lastWord: ' rev ',
      strict: '+orange +(rev^2 OR rev*)',
      forgiving: '+orange~1 +(rev OR rev*)',
    })
  })

  it('forgives one wrong letter from four letters on, two from eight on, none below', () => {
    expect(luceneSearch('the bad skripal poisoning')?.forgiving).toBe('+the +bad +skripal~1 +(poisoning~2 OR poisoning*)')
    expect(luceneSearch('the eu')?.forgiving).toBeNull()
  })

  it('folds diacritics and Cyrillic like the stored text', () => {
    expect(luceneSearch('Киев')?.folded).toBe('kiev')
    expect(luceneSearch('Łukašenka')?.folded).toBe('lukasenka')
  })

  it('finds a name under its other spellings', () => {
    expect(luceneSearch('kiev coup')?.strict).toBe('+(kyiv OR kiiv OR kiev) +(coup^2 OR coup*)')
    expect(luceneSearch('Kiev')?.strict).toBe('+(kyiv OR kiiv OR kiev^2 OR kiev*)')
    expect(luceneSearch('Київ')?.strict).toContain('kyiv OR')
    expect(luceneSearch('Крым')?.strict).toContain('crimea OR')
    expect(luceneSearch('Зеленський')?.strict).toContain('zelensky OR')
    expect(luceneSearch('color revolution')?.forgiving).toBe('+(colour OR color~1) +(revolution~2 OR revolution*)')
  })

  it('is null where there is nothing to look for', () => {
    expect(luceneSearch('')).toBeNull()
    expect(luceneSearch(' *?"!~ ')).toBeNull()
  })

  it('leaves none of Lucene’s own signs or words in force, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const search = luceneSearch(`${typed} AND (NOT x:y) [a TO b] /r/ && || "p" ~9 ^3 \\`)
        const ours = search?.strict.replace(/^\+|(?<= )\+|\(|\)| OR |\^2|\*(?=\)$)/gu, ' ') ?? ''
        expect(ours).not.toMatch(/[^\p{L}\p{N}\s]/u)
        expect(ours).not.toMatch(/\b(?:AND|OR|NOT|TO)\b/u)
      }),
    )
  })

  it('takes no more than twenty words', () => {
    expect(luceneSearch('word '.repeat(100))?.strict.split(' +')).toHaveLength(20)
  })
})
