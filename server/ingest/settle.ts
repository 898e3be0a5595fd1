import { group } from 'd3-array'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { countAccepted, daysOfImport, daysToSettle, noteSameCases, statementsOfDays } from '../neo4j/queries/write/settle.ts'
import { statementsOf } from '../neo4j/queries/write/undo.ts'
import type { CaseRecord } from './case-record.ts'
import { restate, type Statement, statementOf } from './restate.ts'
import { findSameCase, type SameCaseCandidate } from './same-case.ts'
import { SameCaseIndex } from './same-case-index.ts'
import { daysWithin, settleRepeats, settleRepeatsInSteps } from './settle-repeats.ts'
import { Turns } from './turns.ts'

/** So many days of cases one transaction settles at most; a day of the real corpora has about eight. */
const daysPerStep = 60
/** About so many cases one transaction settles, or looks at for repetitions; a single day may have more. */
const casesPerStep = 4_000

/** What settling looks at in a row. */
export interface StatedRow {
  own: Pick<CaseRecord, 'source' | 'sourceUrl' | 'title' | 'outlets'>
}

/** The outlets of these rows, by id. Not their families: a row that is kept does not name them, so they would count in a file but not in the graph. */
export function outletsOf(statements: readonly StatedRow[]): Set<string> {
  return new Set(statements.flatMap(({ own }) => own.outlets.map(({ id }) => id)))
}

/** The cases that files with addresses state, among the statements of one day. */
export function candidatesAmong(statements: readonly StatedRow[]): SameCaseCandidate[] {
  const addressed = statements.flatMap(({ own }) => (own.sourceUrl === null ? [] : [{ sourceUrl: own.sourceUrl, own }]))
  return [...group(addressed, ({ sourceUrl }) => sourceUrl)].map(([sourceUrl, of]) => ({ sourceUrl, titles: of.map(({ own }) => own.title), outlets: outletsOf(of) }))
}

/** What the statements without address of one day mean now, where that is not what is noted; `left` is what was. */
async function changesOf(statements: readonly Statement[], turns: Turns): Promise<(Statement & { left: string | null })[]> {
  const changes: (Statement & { left: string | null })[] = []
  for (const ofSource of group(statements, ({ own }) => own.source).values()) {
    const candidates = new SameCaseIndex(candidatesAmong(ofSource))
    const changed = await turns.map(ofSource, (one) => {
      if (one.own.sourceUrl !== null) return []
      const found = findSameCase({ title: one.own.title, outlets: outletsOf([one]) }, candidates.maybeMeant(one.own.title))
      const open = found !== null && 'candidates' in found ? found.candidates : null
      const sameAs = one.decided === null ? (found !== null && 'sourceUrl' in found ? found.sourceUrl : null) : one.decided === '' ? null : one.decided
      const noted = one.decided === null ? open : null
      const isSame = sameAs === one.sameAs && JSON.stringify(noted) === JSON.stringify(one.candidates)
      return isSame ? [] : [{ ...one, left: one.sameAs, sameAs, candidates: noted, record: sameAs === null ? one.own : { ...one.own, sourceUrl: sameAs } }]
    })
    changes.push(...changed.flat())
  }
  return changes
}

/** Settles which case each row without address means, on these days. */
async function settleDays(tx: QueryRunner, days: readonly string[], taxonomy: Taxonomy): Promise<void> {
  // Rows without a day go by their title alone, when they come in; nothing of them is settled here.
  const turns = new Turns()
  const stated = await turns.map(await tx.run(statementsOfDays, { days: [...days] }), ({ day, ...row }) => ({ day, statement: statementOf(row) }))
  const rows = stated.filter(({ statement }) => statement.own.publishedOn !== null)
  const changed: Awaited<ReturnType<typeof changesOf>> = []
  for (const ofDay of group(rows, ({ day }) => day).values()) changed.push(...(await changesOf(ofDay.map(({ statement }) => statement), turns)))
  if (changed.length === 0) return
  await tx.run(noteSameCases, { rows: changed.map(({ caseId, batch, row, sameAs, candidates }) => ({ caseId, batch, row, sameAs, candidates })) })
  const caseOfUrl = new Map(rows.flatMap(({ statement: { own, caseId } }) => (own.sourceUrl === null ? [] : [[own.sourceUrl, caseId] as const])))
  const haveUrl = new Set(caseOfUrl.values())
  // One that stands where it belongs needs no more than the note.
  const moving = changed.filter(({ sameAs, left, caseId }) => (sameAs === null ? left !== null || haveUrl.has(caseId) : caseOfUrl.get(sameAs) !== caseId))
  const affected = [...new Set(moving.flatMap(({ caseId, sameAs }) => [caseId, ...(sameAs === null ? [] : [caseOfUrl.get(sameAs) ?? caseId])]))]
  if (affected.length === 0) return
  await restate(tx, affected, (await tx.run(statementsOf, { ids: affected })).map(statementOf), taxonomy)
}

const casesIn = (counted: readonly { day: string; cases: number }[]): ReadonlyMap<string, number> => new Map(counted.map(({ day, cases }) => [day, cases]))

/** Days in the pieces that one transaction takes. */
function* inSteps(days: readonly string[], casesOn: ReadonlyMap<string, number>, mostDays = daysPerStep): Generator<string[]> {
  let [some, cases]: [string[], number] = [[], 0]
  for (const day of days) {
    some.push(day)
    cases += casesOn.get(day) ?? 0
    if (some.length < mostDays && cases <= casesPerStep) continue
    yield some
    ;[some, cases] = [[], 0]
  }
  if (some.length > 0) yield some
}

/** Settles in the order in which it must be: first what is one case, then what repeats what. */
export async function settleAll(tx: QueryRunner, days: readonly string[], taxonomy: Taxonomy): Promise<void> {
  if (days.length === 0) return
  await settleDays(tx, days, taxonomy)
  await settleRepeats(tx, daysWithin(days, 1), taxonomy)
}

/** What an import knows of itself that would have to be asked otherwise. */
export interface OwnWrites {
  /** The id of its last chunk: as long as no other holds the lock, nothing has changed since. */
  last: string
  /** The days of its cases with how many of them a day has; null unless all were new to the graph. */
  days: ReadonlyMap<string, number> | null
}

/**
 * Finds for every row without address the case that it means, among all cases of its source and day, and lets it state that one; where
 * several could be meant, notes them for a person. Then finds which cases repeat which. Looks at the days that an import
 * touched. What comes out depends on what all imports state and not on their order, so it may be stopped at any moment and run again: the signal
 * stops it between two transactions, with its reason. Resolves with the number of cases that the import brought and no earlier one had stated.
 */
export async function settleImport(driver: GraphDriver, batch: string, taxonomy: Taxonomy, { own, signal }: { own?: OwnWrites | null; signal?: AbortSignal | undefined } = {}): Promise<number> {
  const holder = `settle:${batch}`
  const askDays = async () => casesIn(await driver.run(daysOfImport, { batch }))
  const days = (await driver.run(daysToSettle, { batch })).map(({ day }) => day)
  let touched = days.length === 0 ? (own?.days ?? null) : null
  if (days.length > 0) {
    for (const some of inSteps(days, await askDays())) {
      await driver.write(async (tx) => {
        signal?.throwIfAborted()
        await tx.run(beginChunk, { id: holder, taxonomy: taxonomy.version })
        await settleDays(tx, some, taxonomy)
      })
    }
  }
  touched ??= await askDays()
  // What is whose case is settled by now; what repeats what changes no count.
  const counted = driver.run(countAccepted, { batch })
  counted.catch(() => undefined)
  const steps = [...inSteps(daysWithin([...touched.keys(), ...days], 1), touched, Infinity)]
  await settleRepeatsInSteps(driver, steps, { holder, after: days.length === 0 ? (own?.last ?? null) : null, taxonomy, signal })
  const [row] = await counted
  if (row === undefined) throw new Error('countAccepted answers with one row, always')
  return row.accepted
}
