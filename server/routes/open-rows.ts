import type { Router } from 'express'
import { decideRowEndpoint, openRowsEndpoint } from '#graph-schema/api/open-rows.ts'
import { decideOpenRow } from '../ingest/decide-row.ts'
import { statementOf } from '../ingest/restate.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { openRows } from '../neo4j/queries/open-rows.ts'
import { serve } from './handle.ts'

/** Rows that may mean several cases, and what a person says of them. */
export function addOpenRowRoutes(router: Router, driver: GraphDriver, inForce: TaxonomyProvider): void {
  serve(router, openRowsEndpoint, async ({ query: { show, limit, offset } }) => {
    const [answer] = await driver.run(openRows, { decided: show === 'decided', limit, offset })
    if (answer === undefined) throw new Error('openRows answers with one row, always')
    const { open, decided, rows } = answer
    return {
      open,
      decided,
      rows: rows.map(({ file, states, meant, ...one }) => ({
        batch: one.batch,
        file,
        row: one.row,
        title: statementOf(one).own.title,
        states,
        candidates: meant,
        decided: one.decided === null ? null : one.decided === '' ? ('own-case' as const) : ('same-case' as const),
      })),
    }
  })
  serve(router, decideRowEndpoint, async ({ body }) => ({ caseId: await decideOpenRow(driver, body, await inForce.current(driver)) }))
}
