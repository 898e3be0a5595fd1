import { expect, it } from 'vitest'
import { groupHits } from './group-hits.ts'
import { type RecentHit, withRecent } from './recent-hits.ts'

it('groups hits by kind, the best hit’s kind first, with the counts of the whole answer', () => {
  const hits = [
    { id: 'narrative:a', kind: 'Narrative' as const, name: 'a' },
    { id: 'case:x/1', kind: 'Case' as const, name: 'of a' },
    { id: 'narrative:b', kind: 'Narrative' as const, name: 'b' },
  ]
  const groups = groupHits(hits, [{ kind: 'Case', count: 40 }, { kind: 'Narrative', count: 2 }])
  expect(groups.map((group) => [group.label, group.count, group.hits.map((hit) => hit.id)])).toEqual([
    ['narratives', 2, ['narrative:a', 'narrative:b']],
    ['cases', 40, ['case:x/1']],
  ])
})

it('lets the narrative lead where a keyword of the same name was found first', () => {
  const hits = [
    { id: 'keyword:deep-state', kind: 'Keyword' as const, name: 'deep state' },
    { id: 'case:x/1', kind: 'Case' as const, name: 'UK-led Deep State failed' },
    { id: 'narrative:deep-state', kind: 'Narrative' as const, name: 'Deep State' },
  ]
  expect(groupHits(hits, []).map((group) => group.kind)).toEqual(['Narrative', 'Keyword', 'Case'])
})

it('keeps six recent results, the newest first and none twice', () => {
  const hit = (id: string): RecentHit => ({ id, kind: 'Case', name: id, disproofState: 'full' })
  let list = ['1', '2', '3', '4', '5', '6', '7'].reduce<RecentHit[]>((before, id) => withRecent(before, hit(id)), [])
  list = withRecent(list, hit('3'))
  expect(list.map((entry) => entry.id)).toEqual(['3', '7', '6', '5', '4', '2'])
})
