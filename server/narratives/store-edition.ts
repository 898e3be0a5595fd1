import { randomInt } from 'node:crypto'
import type { QueryRunner, GraphDriver } from '../neo4j/driver.ts'
import { lockTaxonomy, newestEdition, writeEdition } from '../neo4j/queries/write/taxonomy-edition.ts'
import { type TaxonomySource, writeTaxonomySource } from './taxonomy-source.ts'

/** A state of the taxonomy that somebody made; `source` is null for the one that ships. */
export interface NewEdition {
  by: string
  what: string
  source: TaxonomySource | null
}

const idPrefix = 'edition:'

/** The id of an edition as it is told outside; digits, T, Z and - only. */
export function shortEditionId(id: string): string {
  return id.slice(idPrefix.length)
}

/** The id of the node of an edition. */
export function editionNodeId(short: string): string {
  return `${idPrefix}${short}`
}

function newId(at: Date): string {
  return editionNodeId(`${at.toISOString().replaceAll(/[:.]/gu, '-')}-${String(randomInt(1_000_000)).padStart(6, '0')}`)
}

async function append(tx: QueryRunner, row: { id: string; at: string; by: string; what: string; source: string | null }, after: string | null | undefined): Promise<boolean> {
  await tx.run(lockTaxonomy, {})
  const [newest] = await tx.run(newestEdition, {})
  // The driver may run the transaction twice, where it never heard that the first was committed.
  if (newest?.id === row.id) return true
  if (after !== undefined && (newest?.id ?? null) !== after) return false
  await tx.run(writeEdition, { row: { ...row, number: (newest?.number ?? 0) + 1 } })
  return true
}

/**
 * Adds an edition if the one it was made of (null: none was there; left out: it does not rest on any) is still the newest, in one transaction;
 * all who do this queue. Resolves with its id; null where somebody else added one meanwhile: then nothing is written.
 */
export async function storeEdition(driver: GraphDriver, { by, what, source }: NewEdition, after?: string | null, now: Date = new Date()): Promise<string | null> {
  const row = { id: newId(now), at: now.toISOString(), by, what, source: source === null ? null : writeTaxonomySource(source) }
  return (await driver.write((tx) => append(tx, row, after))) ? row.id : null
}
