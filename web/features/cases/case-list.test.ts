import { describe, expect, it } from 'vitest'
import { filterOf, partsOf, removal, windowWords, without } from './case-filter.ts'
import { allMonths, touches, windowOf } from './months.ts'

describe('the filter', () => {
  const filter = filterOf({ narrative: 'narrative:a', country: undefined, from: '2020-01-01', q: '  words ' })
  it('leaves out what is not asked for', () => expect(filter).toEqual({ narrative: 'narrative:a', from: '2020-01-01', q: 'words' }))
  it('has the window as one part', () => expect(partsOf(filter)).toEqual(['narrative', 'window', 'q']))
  it('gives up one part', () => {
    expect(without(filter, 'window')).toEqual({ narrative: 'narrative:a', q: 'words' })
    expect(without(filter, 'narrative')).toEqual({ from: '2020-01-01', q: 'words' })
    expect(removal('window')).toEqual({ from: undefined, to: undefined, page: undefined })
  })
  it('knows the import that cases come from', () => {
    const ofImport = filterOf({ import: 'batch:a', q: 'words' })
    expect([partsOf(ofImport), without(ofImport, 'import'), removal('import')]).toEqual([['q', 'import'], { q: 'words' }, { import: undefined, page: undefined }])
  })
  it('says the window in words', () => {
    expect([windowWords('2020-01-01', '2020-02-01'), windowWords('2020-01-01', '2020-01-01'), windowWords('2020-01-01', undefined), windowWords(undefined, '2020-02-01')]).toEqual(['2020-01-01 to 2020-02-01', 'on 2020-01-01', 'from 2020-01-01', 'until 2020-02-01'])
  })
})

describe('months', () => {
  const months = allMonths([{ month: '2019-12', count: 2 }, { month: '2020-02', count: 1 }])
  it('have no holes, and know a leap year', () => {
    expect(months).toEqual([
      { key: '2019-12', from: '2019-12-01', to: '2019-12-31', count: 2 },
      { key: '2020-01', from: '2020-01-01', to: '2020-01-31', count: 0 },
      { key: '2020-02', from: '2020-02-01', to: '2020-02-29', count: 1 },
    ])
    expect(allMonths([])).toEqual([])
  })
  it('make a window in either order', () => {
    expect(windowOf(months, 2, 1)).toEqual({ from: '2020-01-01', to: '2020-02-29' })
    expect(windowOf(months, 0, 9)).toBeNull()
  })
  it('touch a window or not', () => {
    expect(months.map((month) => touches(month, '2020-01-31', undefined))).toEqual([false, true, true])
    expect(months.map((month) => touches(month, undefined, '2019-12-05'))).toEqual([true, false, false])
  })
})
