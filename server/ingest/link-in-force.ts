import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { relinkAll, type RelinkOptions, type RelinkOutcome } from './relink.ts'

/**
 * Does work that writes links with the taxonomy in force. Where another process changed taxonomy or model meanwhile, all cases are linked
 * anew with what is in force at the end: else the links would be made in part of the one, in part of the other.
 */
export async function linkingInForce<Result>(driver: GraphDriver, inForce: TaxonomyProvider, work: (taxonomy: Taxonomy) => Promise<Result>): Promise<Result> {
  let used = await inForce.current(driver)
  const result = await work(used)
  for (let now = await inForce.current(driver); now !== used; now = await inForce.current(driver)) {
    used = now
    await relinkAll(driver, used)
  }
  return result
}

/** Links all cases anew with the taxonomy in force, and again where another process changed it meanwhile. Resolves with all that was changed and the taxonomy it was done with. */
export async function relinkInForce(driver: GraphDriver, inForce: TaxonomyProvider, options: Omit<RelinkOptions, 'dryRun'> = {}): Promise<{ outcome: RelinkOutcome; taxonomy: Taxonomy }> {
  let taxonomy = await inForce.current(driver)
  let outcome = await relinkAll(driver, taxonomy, options)
  for (let now = await inForce.current(driver); now !== taxonomy; now = await inForce.current(driver)) {
    taxonomy = now
    const again = await relinkAll(driver, taxonomy, options)
    outcome = { cases: again.cases, changes: [...outcome.changes, ...again.changes], reasonsOnly: outcome.reasonsOnly + again.reasonsOnly, cpuMs: outcome.cpuMs + again.cpuMs }
  }
  return { outcome, taxonomy }
}
