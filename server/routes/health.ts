import type { Router } from 'express'
import { healthEndpoint, readyEndpoint } from '#graph-schema/api/health.ts'
import { DatabaseUnavailableError } from '../errors.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { missingSchema } from '../neo4j/ensure-schema.ts'
import { serve } from './handle.ts'

/** `/healthz` never asks the database; `/readyz` does, and wants all constraints. */
export function addHealthRoutes(router: Router, driver: GraphDriver): void {
  serve(router, healthEndpoint, () => Promise.resolve({ status: 'ok' as const }))
  serve(router, readyEndpoint, async () => {
    const missing = await missingSchema(driver)
    if (missing.length > 0) throw new DatabaseUnavailableError(`Missing in the database: ${missing.map((one) => one.name).join(', ')}`)
    return { status: 'ready' as const }
  })
}
