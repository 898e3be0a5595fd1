import { group } from 'd3-array'
import type { QueryRunner } from '../neo4j/driver.ts'
import { countRowsByTitle, statementsOfDays } from '../neo4j/queries/write/settle.ts'
import { titleCaseId } from './case-record.ts'
import { statementOf } from './restate.ts'
import { findSameCase } from './same-case.ts'
import { SameCaseIndex } from './same-case-index.ts'
import { candidatesAmong, outletsOf, type StatedRow } from './settle.ts'

/** Days that one query asks for. */
const daysPerStep = 60

/** A dated row of a file that is tried. */
export interface TriedRow extends StatedRow {
  day: string
  /** Before anything is settled, it would bring a case that is not known. */
  isNew: boolean
}

interface Row extends StatedRow {
  isOfFile: boolean
  decided: string | null
}

/** What tells the case that a row means once all is settled, as `settleImport` does it: an address, or else its title on that day. */
function meaningOf({ own, decided }: Row, day: string, candidates: SameCaseIndex): string {
  if (own.sourceUrl !== null) return own.sourceUrl
  if (decided !== null && decided !== '') return decided
  const found = decided === null ? findSameCase({ title: own.title, outlets: outletsOf([{ own }]) }, candidates.maybeMeant(own.title)) : null
  return found !== null && 'sourceUrl' in found ? found.sourceUrl : titleCaseId(own.title, day, own.source)
}

/** Titles of the cases of one day that only the file states. */
function newTitles(rows: readonly Row[], day: string): string[] {
  const known = new Set<string>()
  const ofFile = new Map<string, string>()
  for (const ofSource of group(rows, ({ own }) => own.source).values()) {
    const candidates = new SameCaseIndex(candidatesAmong(ofSource))
    for (const row of ofSource) {
      const meaning = meaningOf(row, day, candidates)
      if (row.isOfFile) ofFile.set(meaning, row.own.title)
      else known.add(meaning)
    }
  }
  return [...ofFile].flatMap(([meaning, title]) => (known.has(meaning) ? [] : [title]))
}

/**
 * How many rows of a file that would bring a new case come, once it is settled which case a row without address means, to state one that is
 * known; and the titles of the dated ones that stay new. Null where nothing is to be settled. Reads only.
 */
export async function settledNewCases(runner: QueryRunner, tried: readonly TriedRow[]): Promise<{ fewer: number; titles: string[] } | null> {
  const [known] = await runner.run(countRowsByTitle, {})
  if (tried.every(({ own }) => own.sourceUrl !== null) && (known?.imports ?? 0) === 0) return null
  const byDay = group(tried, ({ day }) => day)
  const days = [...byDay.keys()].sort()
  const titles: string[] = []
  for (let start = 0; start < days.length; start += daysPerStep) {
    const asked = days.slice(start, start + daysPerStep)
    const stated = group(await runner.run(statementsOfDays, { days: asked }), ({ day }) => day)
    for (const day of asked) {
      const ofGraph = (stated.get(day) ?? []).map(({ day: _day, ...row }): Row => {
        const { own, decided } = statementOf(row)
        return { own, decided, isOfFile: false }
      })
      titles.push(...newTitles([...ofGraph, ...(byDay.get(day) ?? []).map(({ own }): Row => ({ own, decided: null, isOfFile: true }))], day))
    }
  }
  return { fewer: tried.filter(({ isNew }) => isNew).length - titles.length, titles }
}
