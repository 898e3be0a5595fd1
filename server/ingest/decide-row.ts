import { BadInputError, NotFoundError } from '../errors.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { decideRow, openRow, statedBy } from '../neo4j/queries/open-rows.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { settleAll } from './settle.ts'

/** What a person says of a row without address: the id of the case that it means, that it is a case of its own, or nothing any more. */
export type RowMeaning = 'own-case' | 'undecided' | (string & {})

/**
 * Lets a row without address state the case that a person says it means, in one transaction, and settles its day and the week after it anew, so
 * that the graph is the one that would have come of importing with this known from the start. The decision stays with the row: other
 * imports and undoing them do not change it; it goes when its own import is undone. Taking it back lets the rules decide again.
 * NotFoundError for no such row, BadInputError for a case of another source or day. Resolves with the case that the row states then.
 */
export async function decideOpenRow(driver: GraphDriver, { batch, row, means }: { batch: string; row: number; means: RowMeaning }, taxonomy: Taxonomy): Promise<string> {
  return driver.write(async (tx) => {
    await tx.run(beginChunk, { id: `decide:${batch}`, taxonomy: taxonomy.version })
    const [found] = await tx.run(openRow, { batch, row })
    if (found === undefined) throw new NotFoundError(`Row ${String(row)} of “${batch}” is none that a person has to decide on: it has an address or no date, or the import is not in this graph.`)
    await tx.run(decideRow, { batch, row, decided: means === 'undecided' ? null : means === 'own-case' ? '' : addressOf(means, found.cases) })
    await settleAll(tx, [found.day], taxonomy)
    const [after] = await tx.run(statedBy, { batch, row })
    if (after === undefined) throw new Error('a row that is settled states a case')
    return after.id
  })
}

function addressOf(caseId: string, cases: readonly { id: string; sourceUrl: string }[]): string {
  const meant = cases.find(({ id }) => id === caseId)
  if (meant === undefined) throw new BadInputError('The row cannot mean that case', [{ path: 'body.means', message: 'No case of the same source and day with an address of its own has this id.' }])
  return meant.sourceUrl
}
