import { decisionKind } from '#graph-schema/node-kinds/decision.ts'
import { BadInputError } from '../errors.ts'
import type { Decision } from '../narratives/decisions.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { allDecisions } from '../neo4j/queries/decisions-on.ts'
import { writeDecisions } from '../neo4j/queries/write/decisions.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { decisionId } from './decide.ts'

/** Ids are made of the rest: a file does not hold them. */
const lineSchema = decisionKind.properties

/** All decisions as NDJSON, a decision a line, in the order of their ids: equal decisions give equal files. */
export async function decisionLines(driver: GraphDriver): Promise<string[]> {
  return (await driver.run(allDecisions, {})).map(({ id: _id, ...decision }) => JSON.stringify(decision))
}

/** Reads such a file. Throws BadInputError with the line and the field of every fault. */
export function readDecisions(text: string): Decision[] {
  const faults: { path: string; message: string }[] = []
  const decisions = text.split(/\r?\n/u).flatMap((line, index): Decision[] => {
    if (line.trim() === '') return []
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      faults.push({ path: `line ${String(index + 1)}`, message: 'it is not JSON' })
      return []
    }
    const parsed = lineSchema.safeParse(value)
    if (parsed.success) return [{ id: decisionId(parsed.data), ...parsed.data }]
    for (const issue of parsed.error.issues) faults.push({ path: [`line ${String(index + 1)}`, ...issue.path].map(String).join(', '), message: issue.message })
    return []
  })
  if (faults.length > 0) throw new BadInputError(`The file of decisions cannot be read:\n${faults.slice(0, 20).map(({ path, message }) => `${path}: ${message}`).join('\n')}`, faults)
  return decisions
}

/** Keeps decisions of a file: of two by one coder on one link the newer stays. Resolves with how many were kept. The links are not made anew here. */
export function bringDecisions(driver: GraphDriver, decisions: readonly Decision[]): Promise<{ kept: number; older: number }> {
  return driver.write(async (tx) => {
    await tx.run(beginChunk, { id: 'decisions:import', taxonomy: '' })
    const known = new Map((await tx.run(allDecisions, {})).map((one) => [one.id, one]))
    const newest = new Map<string, Decision>()
    for (const one of decisions) {
      const other = newest.get(one.id)
      if (other === undefined || other.decidedAt < one.decidedAt) newest.set(one.id, one)
    }
    const rows = [...newest.values()].filter((one) => (known.get(one.id)?.decidedAt ?? '') < one.decidedAt)
    await tx.run(writeDecisions, { rows: rows })
    return { kept: rows.length, older: decisions.length - rows.length }
  })
}
