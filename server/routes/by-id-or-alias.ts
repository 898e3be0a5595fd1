import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import { NotFoundError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { resolveAliases } from '../neo4j/queries/resolve-aliases.ts'

/**
 * What `find` gives for an id or, when that is nothing, for the id of the case that was known under it before. Throws NotFoundError when
 * there is neither.
 */
export async function byIdOrAlias<Found>(graph: QueryRunner, id: string, find: (id: string) => Promise<Found | undefined>): Promise<Found> {
  const direct = await find(id)
  if (direct !== undefined) return direct
  // Only cases change their id; every other unknown id need not cost a scan.
  if (kindOfId(id) === 'Case') {
    const [alias] = await graph.run(resolveAliases, { ids: [id] })
    const found = alias === undefined ? undefined : await find(alias.id)
    if (found !== undefined) return found
  }
  throw new NotFoundError(`There is nothing under the id “${id}” in this graph. What it stands for may not have been imported here.`)
}
