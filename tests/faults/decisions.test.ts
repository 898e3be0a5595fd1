import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { batchId } from '#server/ingest/batch-id.ts'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { decide, decisionId, type Saying, takeBack } from '#server/ingest/decide.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { relinkAll } from '#server/ingest/relink.ts'
import { undoImport } from '#server/ingest/undo-import.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { buildTaxonomy, loadTaxonomy, type Taxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { casePage } from '#server/neo4j/queries/case-page.ts'
import { allDecisions } from '#server/neo4j/queries/decisions-on.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'

const full = loadTaxonomy(findProjectRoot())
const deepState = 'narrative:deep-state'
const revolutions = 'narrative:colour-revolutions'
let driver: GraphDriver

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(async () => {
  await wipeGraph(driver, { decisions: true })
  await storeTaxonomy(driver, full)
})
afterAll(() => driver.close())

const titled = (title: string, number: number): CaseRecord => {
  const [record] = syntheticRecords(1)
  if (record === undefined) throw new Error('no record')
  return { ...record, row: number, title, claim: null, sourceUrl: `https://example.org/report/decided-${String(number)}/`, publishedOn: `2019-03-0${String(number)}`, refersTo: [] }
}
const records = [titled('Synthetic: the Deep State rules everything', 1), titled('Synthetic: a museum opens', 2), titled('Synthetic: the deep state did it again', 3)]
const [first, second] = ['case:synthetic/report-decided-1', 'case:synthetic/report-decided-2']

const bring = (from: readonly CaseRecord[], name = 'synthetic.json', taxonomy = full) => importRecords(driver, syntheticImport(from, name), taxonomy)
const say = (caseId: string, narrativeId: string, verdict: Saying['verdict'], coder = 'Ada', role: Saying['role'] = 'coding'): Saying => ({ caseId, narrativeId, verdict, coder, role, note: null })
const linksOf = async (id: string) => Object.fromEntries(((await driver.run(casePage, { id }))[0]?.links ?? []).filter(({ type }) => type === 'CARRIES').map((link) => [link.id, link]))

/** The taxonomy of another day: without the patterns of a narrative. */
function withoutPatternsOf(id: string, version: string): Taxonomy {
  return buildTaxonomy(full, full.patterns.filter((one) => one.id !== id), full.model, version)
}

describe('what people decide', () => {
  it('gives a link its tier, says who and when, and makes a link where the linker sees none', async () => {
    await bring(records)
    expect((await linksOf(first))[deepState]?.tier).not.toBe('accepted')
    const { changes } = await decide(driver, [say(first, deepState, 'rejected'), say(second, revolutions, 'accepted')], full, new Date('2026-11-28T10:00:00Z'))
    expect(changes).toMatchObject([{ caseId: first, after: 'rejected' }, { caseId: second, before: null, after: 'accepted' }])
    expect((await linksOf(first))[deepState]).toMatchObject({ tier: 'rejected', basis: 'person' })
    expect((await linksOf(second))[revolutions]).toMatchObject({ tier: 'accepted', evidence: [{ kind: 'decision', verdict: 'accepted', by: 'Ada', on: '2026-11-28', note: null }] })
  })

  it('holds after importing again, undoing and importing anew, wiping, linking anew, and a taxonomy that was written anew', async () => {
    await bring(records)
    await decide(driver, [say(first, deepState, 'rejected'), say(second, revolutions, 'accepted')], full)
    const decided = await graphHash(driver, 'domain')

    await bring(records.map((record) => ({ ...record, raw: { again: 'yes' } })), 'again.json')
    expect(await graphHash(driver, 'domain')).toBe(decided)
    await undoImport(driver, batchId(syntheticImport([], 'again.json')), full)
    expect(await graphHash(driver, 'domain')).toBe(decided)
    await undoImport(driver, batchId(syntheticImport([])), full)
    await bring(records)
    expect(await graphHash(driver, 'domain')).toBe(decided)
    await relinkAll(driver, full)
    expect(await graphHash(driver, 'domain')).toBe(decided)
    await storeTaxonomy(driver, withoutPatternsOf(revolutions, 'another'))
    await storeTaxonomy(driver, full)
    expect(await graphHash(driver, 'domain')).toBe(decided)
    await wipeGraph(driver)
    await storeTaxonomy(driver, full)
    await bring(records)
    expect(await graphHash(driver, 'domain')).toBe(decided)
  })

  it('is found again while only title and day of the case are known', async () => {
    await bring(records)
    await decide(driver, [say(second, revolutions, 'accepted')], full)
    await undoImport(driver, batchId(syntheticImport([])), full)
    await bring(records.map((record) => ({ ...record, sourceUrl: null })), 'titles.json')
    const [titleId] = (await driver.run(allDecisions, {})).map((decision) => decision.titleId)
    expect((await linksOf(titleId ?? ''))[revolutions]?.tier).toBe('accepted')
    await bring(records)
    expect((await linksOf(second))[revolutions]?.tier).toBe('accepted')
  })

  it('can be taken back', async () => {
    await bring(records)
    const before = await graphHash(driver, 'domain')
    const accepted = await decide(driver, [say(first, deepState, 'accepted')], full, new Date('2026-11-28T10:00:00Z'))
    const inBetween = await graphHash(driver)
    const rejected = await decide(driver, [say(first, deepState, 'rejected')], full, new Date('2026-11-28T10:00:01Z'))
    await takeBack(driver, rejected.before, [first], full)
    expect(await graphHash(driver)).toBe(inBetween)
    await takeBack(driver, accepted.before, [first], full)
    expect(await graphHash(driver, 'domain')).toBe(before)
    expect(await driver.run(allDecisions, {})).toEqual([])
  })

  it('decides nothing while coders disagree, until somebody settles it', async () => {
    await bring(records)
    const own = (await linksOf(first))[deepState]?.tier
    await decide(driver, [say(first, deepState, 'accepted', 'Ada')], full)
    await decide(driver, [say(first, deepState, 'rejected', 'Bo')], full)
    const open = (await linksOf(first))[deepState]
    expect(open?.tier).toBe(own)
    expect(open?.evidence?.filter(({ kind }) => kind === 'decision')).toHaveLength(2)
    await decide(driver, [say(first, deepState, 'rejected', 'Ada', 'settlement')], full)
    expect((await linksOf(first))[deepState]?.tier).toBe('rejected')
  })

  it('keeps nothing where one of several names a case that is not there', async () => {
    await bring(records)
    await expect(decide(driver, [say(first, deepState, 'accepted'), say('case:synthetic/none', deepState, 'accepted')], full)).rejects.toThrow('There is no case')
    expect(await driver.run(allDecisions, {})).toEqual([])
  })

  it('waits while the taxonomy does not have the narrative', async () => {
    await bring(records)
    await decide(driver, [say(second, deepState, 'accepted')], full)
    const decided = await graphHash(driver, 'domain')
    const narratives = full.narratives.filter(({ id }) => id !== deepState)
    await relinkAll(driver, buildTaxonomy({ ...full, narratives }, full.patterns.filter(({ id }) => id !== deepState), full.model, 'without'))
    expect(await linksOf(second)).toEqual({})
    await relinkAll(driver, full)
    expect(await graphHash(driver, 'domain')).toBe(decided)
    expect((await driver.run(allDecisions, {})).map(({ id }) => id)).toEqual([decisionId(say(second, deepState, 'accepted'))])
  })
})

describe('linking all cases anew', () => {
  const many = syntheticRecords(150, 3)

  it('gives the graph that importing with the new patterns gives, and a second run changes nothing', async () => {
    const next = withoutPatternsOf(deepState, 'next')
    await bring(many)
    const would = await relinkAll(driver, next, { dryRun: true })
    const before = await graphHash(driver, 'domain')
    expect(await graphHash(driver, 'domain')).toBe(before)
    const { changes, cases } = await relinkAll(driver, next)
    expect(would.changes).toEqual(changes)
    expect(cases).toBeGreaterThan(100)
    expect(changes.some(({ narrativeId }) => narrativeId === deepState)).toBe(true)
    const relinked = await graphHash(driver, 'domain')
    expect(await relinkAll(driver, next)).toMatchObject({ changes: [], reasonsOnly: 0 })
    expect(await graphHash(driver, 'domain')).toBe(relinked)

    await wipeGraph(driver, { decisions: true })
    await storeTaxonomy(driver, next)
    await bring(many, 'synthetic.json', next)
    expect(await graphHash(driver, 'domain')).toBe(relinked)
  })
})
