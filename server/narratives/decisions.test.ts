import { expect, test } from 'vitest'
import { titleCaseId } from '../ingest/case-record.ts'
import { type Decision, DecisionBook } from './decisions.ts'

const taxonomy = { nameOf: new Map([['narrative:n', 'N']]), merged: new Map<string, string>() }
const titleId = titleCaseId('A made-up title', '2019-05-01')
const made = (caseId: string): Decision => ({ id: `decision:${caseId}`, caseId, titleId, narrativeId: 'narrative:n', coder: 'Ada', role: 'coding', verdict: 'accepted', decidedAt: '2026-01-01T00:00:00.000Z', note: null })
const tiersOn = (decided: string, subject: { id: string; aliases: readonly string[] }) => new DecisionBook([made(decided)], taxonomy).rulingsOn(subject).map(({ tier }) => tier)

const one = { id: 'case:euvsdisinfo/a-made-up-title', aliases: [titleId] }
const twin = { id: 'case:euvsdisinfo/a-made-up-title-2', aliases: [titleId] }

test('a decision on a case is none on another one of the same title and day that has an address of its own', () => {
  expect(tiersOn(one.id, one)).toEqual(['accepted'])
  expect(tiersOn(one.id, twin)).toEqual([])
})

test('a decision is found before the address of its case is known, once it is, and under an address that it had before', () => {
  expect(tiersOn(one.id, { id: titleId, aliases: [] })).toEqual(['accepted'])
  expect(tiersOn(titleId, one)).toEqual(['accepted'])
  expect(tiersOn(one.id, { id: 'case:euvsdisinfo/moved', aliases: [one.id, titleId] })).toEqual(['accepted'])
})
