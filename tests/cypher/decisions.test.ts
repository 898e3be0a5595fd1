import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '#server/narratives/decisions.ts'
import { allDecisions, decisionsOn } from '#server/neo4j/queries/decisions-on.ts'
import { writeDecisions } from '#server/neo4j/queries/write/decisions.ts'
import { everything, wipeGraph } from '#server/neo4j/wipe.ts'
import { emptyGraph } from '#tests/setup/graph.ts'

const driver = await emptyGraph()

beforeEach(() => wipeGraph(driver, everything))
afterAll(() => driver.close())

const decided = (name: string, caseId: string, titleId: string | null): Decision => ({
  id: `decision:synthetic-${name}`, caseId: `case:synthetic/${caseId}`, titleId: titleId === null ? null : `case:synthetic/${titleId}`, narrativeId: 'narrative:synthetic',
  coder: name, role: 'coding', verdict: 'accepted', decidedAt: '2026-11-28T10:00:00.000Z', note: null,
})

const some = [
  decided('by-case', 'one', null),
  decided('by-title', 'unasked', 'title-of-two'),
  decided('by-both', 'one', 'title-of-two'),
  decided('another', 'one', 'unasked'),
  decided('elsewhere', 'unasked', 'unasked-title'),
]
const ids = ['case:synthetic/one', 'case:synthetic/title-of-two', 'case:synthetic/undecided']

describe('decisions on cases', () => {
  // From 2,001 on they are looked up by id, up to there gone through one by one.
  it.each([5, 2_000, 2_001, 2_500])('are those that name one of the ids as case or as title, each once, among %i', async (all) => {
    const others = Array.from({ length: all - some.length }, (_, at) => decided(`other-${String(at)}`, `other-${String(at)}`, at % 2 === 0 ? null : `other-title-${String(at)}`))
    await driver.run(writeDecisions, { rows: [...some, ...others] })
    expect(await driver.run(allDecisions, {})).toHaveLength(all)
    const found = await driver.run(decisionsOn, { ids })
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(found.sort(byId)).toEqual(some.slice(0, 4).sort(byId))
    expect(await driver.run(decisionsOn, { ids: [] })).toEqual([])
  })
})
