import { describe, expect, it } from 'vitest'
import type { ReadPlanChoice } from './import-plan.ts'
import { mappingTextOf, planWithMapping, readMappingText } from './mapping-file.ts'

const plan: ReadPlanChoice = { format: 'mapped-csv', encoding: 'windows-1251', isGzip: false, delimiter: ';', mapping: { Überschrift: 'title', 'a › b': 'countries' }, dateOrder: 'dmy', source: 'made-up checkers', keepsReporters: false }
const guessed: ReadPlanChoice = { ...plan, encoding: 'utf-8', delimiter: ',', mapping: { Überschrift: 'claim' }, dateOrder: null, source: null }

function taken(text: string) {
  const read = readMappingText(text)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.mapping
}
function faultsOf(content: unknown) {
  const read = readMappingText(typeof content === 'string' ? content : JSON.stringify(content))
  return 'faults' in read ? read.faults : []
}

describe('a mapping file', () => {
  it('says all that a plan does of columns', () => expect(planWithMapping(guessed, taken(mappingTextOf(plan)))).toEqual(plan))
  it('leaves to the file what it is silent on, and no delimiter to JSON', () => {
    const short = taken('\uFEFF{"throughlineMapping": 1, "fields": {"t": "title"}, "delimiter": "|"}')
    expect(planWithMapping(guessed, short)).toEqual({ ...guessed, mapping: { t: 'title' }, delimiter: '|' })
    expect(planWithMapping({ ...guessed, format: 'mapped-json', delimiter: null }, short)).toMatchObject({ delimiter: null, encoding: 'utf-8' })
  })
  it('names the field and the reason where it does not fit, all of them at once', () => {
    expect(faultsOf({ throughlineMapping: 1, fields: { Titel: 'titel', Datum: 'title' }, dateOrder: 'ydm', colour: 'red' })).toEqual([
      { field: 'fields › Titel', reason: expect.stringContaining('"titel", which is no field of a case; it can be title, claim') },
      { field: 'dateOrder', reason: 'is "ydm"; it can be "dmy", "mdy", "ymd"' },
      { field: 'colour', reason: 'is nothing that a mapping file knows' },
    ])
    expect(faultsOf({ throughlineMapping: 1, fields: { Datum: 'publishedOn' } })).toEqual([{ field: 'fields', reason: 'one column must be the title' }])
    expect(faultsOf({ throughlineMapping: 1 })).toEqual([{ field: 'fields', reason: 'is missing' }])
    expect(faultsOf({ throughlineMapping: 2, fields: { a: 'title' } })).toEqual([{ field: 'throughlineMapping', reason: 'is 2; it can be 1' }])
    expect(faultsOf({ throughlineMapping: 1, fields: { '': 'claim', a: 'title' } })).toEqual([{ field: 'fields › ', reason: expect.stringContaining('no name that a column can have') }])
  })
  it('is told from other files', () => {
    for (const other of ['a;b', '{"a": 1', 'null', '[]', '{"fields": {"a": "title"}}']) expect(faultsOf(other)).toMatchObject([{ field: null }])
  })
})
