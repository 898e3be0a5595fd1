import { describe, expect, it } from 'vitest'
import type { NarrativeSummary } from '#graph-schema/api/narratives.ts'
import { groupNarratives, type ListSort } from './narrative-list.ts'

const one = (id: string, own: Partial<NarrativeSummary> = {}): NarrativeSummary => ({ id, name: id, definition: '', level: 'sub', head: null, position: 0, cases: 0, sourceTagOnly: 0, earliest: null, latest: null, ...own })
const all = [
  one('Western regime change', { level: 'head', position: 0, cases: 9, latest: '2022-01-01' }),
  one('Coup', { head: 'Western regime change', position: 2, cases: 3, latest: '2020-01-01', definition: 'Claims of a staged overthrow.' }),
  one('Colour revolutions', { head: 'Western regime change', position: 1, cases: 6, latest: '2022-01-01' }),
  one('Lone', { level: 'head', position: 3 }),
]
const shape = (text: string, sort: ListSort) => groupNarratives(all, text, sort).map((group) => [group.head?.name ?? null, group.rows.map((row) => row.name)])

describe('groupNarratives', () => {
  it('puts forms under their head in the editors’ order', () => {
    expect(shape('', 'theme')).toEqual([['Western regime change', ['Colour revolutions', 'Coup']], ['Lone', []]])
  })
  it('keeps the head above a form that matches, by name or definition, whatever the case and accents', () => {
    expect(shape('COLOÚR', 'theme')).toEqual([['Western regime change', ['Colour revolutions']]])
    expect(shape('overthr', 'theme')).toEqual([['Western regime change', ['Coup']]])
    expect(shape('regime', 'theme')).toEqual([['Western regime change', ['Colour revolutions', 'Coup']]])
    expect(shape('nothing', 'theme')).toEqual([])
  })
  it('is one list in another order', () => {
    expect(shape('', 'cases')).toEqual([[null, ['Western regime change', 'Colour revolutions', 'Coup', 'Lone']]])
    expect(shape('co', 'latest')).toEqual([[null, ['Colour revolutions', 'Coup']]])
  })
})
