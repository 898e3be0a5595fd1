// npm run bench: how much our layers cost over the bare driver, in the same run. Ratios count; absolute times are this machine's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { createApp } from '#server/app.ts'
import { createImportService } from '#server/ingest/import-service.ts'
import { loadEntities } from '#server/ingest/normalise/entities.ts'
import { createLogger } from '#server/logging.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { fixedTaxonomy } from '#server/narratives/taxonomy-in-force.ts'
import { createGraphDriver } from '#server/neo4j/driver.ts'
import { createSchema } from '#server/neo4j/ensure-schema.ts'
import { startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { RelatedService } from '#server/related/related-service.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'
import { testImports } from '#tests/api/test-app.ts'
import { openBare } from './bare.ts'
import { benchCorpus } from './corpus.ts'
import { benchImport } from './importing.ts'
import { quantile, type Sides, summary, watchDatabase } from './measure.ts'
import { benchRelated, bringReview } from './related.ts'
import { benchRequests } from './requests.ts'

/** `npm run bench -- import` (or `requests`, `related`) measures these alone. */
const only = process.argv[2]
const measures = (part: 'import' | 'requests' | 'related') => only === undefined || only === part

const root = findProjectRoot()
const taxonomy = loadTaxonomy(root)
const corpus = await benchCorpus()
const home = mkdtempSync(path.join(os.tmpdir(), 'throughline-bench-'))
const ratio = (ours: number, bare: number) => Math.round((ours / bare) * 100) / 100

const startDatabase = () => startLocalNeo4j({ home, cache: process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder(), onProgress: () => undefined })
let began = performance.now()
let database = await startDatabase()
const firstReadyMs = performance.now() - began
watchDatabase(database.pid)
const driver = createGraphDriver(database, { retryMs: 60_000, isPatient: true })
// As main.ts opens it for requests: a read is one way there and back. The patient one above is for imports.
const webDriver = createGraphDriver(database)
const bare = openBare(database)
const report: Record<string, unknown> = { corpus: corpus.name, node: process.version }

/** The median of the rounds' ratios: one round of them may meet a pause of the database that the other side did not. */
function percentiles(name: string, goal: string, rounds: readonly Sides[]): void {
  const sides = rounds.map((round) => ({ ours: summary(round.ours), bare: summary(round.bare) }))
  const median = (of: 'p50Ms' | 'p95Ms' | 'cpuMsPerRun') => quantile(sides.map((side) => ratio(side.ours[of], side.bare[of])), 0.5)
  const all = { ours: summary(rounds.flatMap((round) => round.ours)), bare: summary(rounds.flatMap((round) => round.bare)) }
  report[name] = { ratioP95: median('p95Ms'), ratioP50: median('p50Ms'), ratioCpu: median('cpuMsPerRun'), ratiosP95: sides.map((side) => ratio(side.ours.p95Ms, side.bare.p95Ms)), goal, ...all }
  console.log(name, JSON.stringify(report[name]))
}

try {
  await createSchema(driver)
  const importing = await benchImport(driver, bare, taxonomy, corpus.records, measures('import'))
  if (importing !== null) report['import'] = importing
  console.log('import', JSON.stringify(importing ?? 'not measured'))

  const importer = createImportService(driver, { entities: loadEntities(root), inForce: fixedTaxonomy(taxonomy) })
  const app = createApp({ driver: webDriver, related: new RelatedService(webDriver), importer, imports: testImports(driver, home), logger: createLogger('silent'), webRoot: null, allowedHosts: ['127.0.0.1'], writeToken: null, requestsPerMinute: 1_000_000, version: 'bench' })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const agent = new http.Agent({ keepAlive: true })
  const get = (at: string) =>
    new Promise<void>((resolve, reject) => {
      http.get({ host: '127.0.0.1', port: address.port, path: at, agent }, (response) => {
        response.resume()
        response.once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${at}: ${String(response.statusCode)}`))))
      }).once('error', reject)
    })

  if (measures('requests')) {
    const { search, searchBare, expand } = await benchRequests(bare, get)
    percentiles('search', 'at most 1.3', search)
    percentiles('searchAgainstHitsAlone', 'no goal: the bare side reads the first twenty hits and nothing else', searchBare)
    percentiles('expand', 'at most 1.3', expand)
  }

  if (measures('related')) {
    const review = await bringReview(driver, taxonomy)
    const related = await benchRelated(driver, bare, `http://127.0.0.1:${String(address.port)}`, get)
    percentiles('related', 'at most 0.3 at recall@20 of at least .98; best 0.03', related.rounds)
    report['relatedCorpus'] = { corpus: `${corpus.name}, ${review}`, cases: related.cases, recallAt20: Math.round(related.recallAt20 * 1000) / 1000, firstMs: related.firstMs }
    console.log('relatedCorpus', JSON.stringify(report['relatedCorpus']))
  }

  agent.destroy()
  server.close()
  await driver.close()
  await webDriver.close()
  await bare.close()
  await database.stop()
  began = performance.now()
  database = await startDatabase()
  report['startUp'] = { firstReadyMs: Math.round(firstReadyMs), againReadyMs: Math.round(performance.now() - began) }
  console.log('startUp', JSON.stringify(report['startUp']))
} finally {
  await database.stop()
  rmSync(home, { recursive: true, force: true })
}
const folder = path.join(root, 'bench-results')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)
console.log(JSON.stringify(report, null, 2))
