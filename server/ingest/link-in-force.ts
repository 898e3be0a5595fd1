import { CancelledError } from '../errors.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { relinkAll, type RelinkOptions, type RelinkOutcome } from './relink.ts'

/** Links all cases anew until they are linked with what is in force. `used`: what they are linked with by now. */
async function catchUp(driver: GraphDriver, inForce: TaxonomyProvider, used: Taxonomy): Promise<void> {
  for (let now = await inForce.current(driver); now !== used; now = await inForce.current(driver)) {
    used = now
    await relinkAll(driver, used)
  }
}

/**
 * Does work that writes links with the taxonomy in force. Where another process changed taxonomy or model meanwhile, all cases are linked
 * anew with what is in force at the end: else the links would be made in part of the one, in part of the other. So they are after work that a person
 * stopped, for what it wrote stays and nobody may ever go on. Work that ends otherwise (a shutdown, a crash) is caught up when it goes on.
 */
export async function linkingInForce<Result>(driver: GraphDriver, inForce: TaxonomyProvider, work: (taxonomy: Taxonomy) => Promise<Result>): Promise<Result> {
  const used = await inForce.current(driver)
  try {
    const result = await work(used)
    await catchUp(driver, inForce, used)
    return result
  } catch (error) {
    if (error instanceof CancelledError) await catchUp(driver, inForce, used)
    throw error
  }
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
