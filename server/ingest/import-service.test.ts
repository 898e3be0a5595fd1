import { describe, expect, it } from 'vitest'
import { BadInputError } from '../errors.ts'
import { refuseCrowd } from './import-service.ts'

describe('a text with far more cases than a page has', () => {
  it('is refused before it is read, naming the file', () => {
    const page = { fileName: 'crowd.txt', text: 'Disinfo: synthetic\n'.repeat(1_001) }
    expect(() => refuseCrowd(page)).toThrow(BadInputError)
    expect(() => refuseCrowd(page)).toThrow(/crowd\.txt holds more than 1000 lines/u)
  })

  it('is none with a thousand, nor where the word stands within lines', () => {
    expect(() => refuseCrowd({ fileName: 'a.txt', text: 'Disinfo: synthetic\n'.repeat(1_000) })).not.toThrow()
    expect(() => refuseCrowd({ fileName: 'a.txt', text: 'see Disinfo: synthetic\n'.repeat(5_000) })).not.toThrow()
  })
})
