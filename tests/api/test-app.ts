import os from 'node:os'
import path from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import { createApp } from '#server/app.ts'
import { loadEntities } from '#server/ingest/normalise/entities.ts'
import { buildImports } from '#server/jobs/build-imports.ts'
import { Lane } from '#server/jobs/lane.ts'
import { TaxonomyInForce } from '#server/narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { RelatedService } from '#server/related/related-service.ts'
import { findProjectRoot } from '#server/project-root.ts'

const noImports = () => Promise.reject(new Error('these tests import nothing'))

const entities = loadEntities(findProjectRoot())

/** Everything that imports files, over a home folder of the test. */
export function testImports(driver: GraphDriver, home: string, mostUploadBytes = 5_000_000) {
  return buildImports({ driver, entities, inForce: new TaxonomyInForce(findProjectRoot()), home, logger: pino({ level: 'silent' }), lane: new Lane(), mostUploadBytes })
}

/** The whole server over a driver, without the web client and without listening. Sends files nowhere unless `imports` are given. */
export function testApp(driver: GraphDriver, imports = testImports(driver, path.join(os.tmpdir(), 'throughline-no-such-home'))): Express {
  return createApp({
    driver,
    related: new RelatedService(driver),
    importer: { dryRun: noImports, importPage: noImports },
    imports,
    logger: pino({ level: 'silent' }),
    webRoot: null,
    allowedHosts: ['127.0.0.1'],
    writeToken: null,
    requestsPerMinute: 10_000,
    version: '0.0.0-test',
  })
}

/** A path parameter as the client sends it. */
export const at = (id: string) => encodeURIComponent(id)
