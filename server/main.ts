import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { createApp } from './app.ts'
import { failureLines } from './cli/print.ts'
import { formerLinksLine } from './cli/tell-former-links.ts'
import { loadEnvFile, readEnv } from './env.ts'
import { createImportService } from './ingest/import-service.ts'
import { loadEntities } from './ingest/normalise/entities.ts'
import { seedIfEmpty } from './ingest/seed-graph.ts'
import { buildImports } from './jobs/build-imports.ts'
import { Lane } from './jobs/lane.ts'
import { createLogger } from './logging.ts'
import { TaxonomyInForce } from './narratives/taxonomy-in-force.ts'
import { createGraphDriver } from './neo4j/driver.ts'
import { findProjectRoot } from './project-root.ts'
import { RelatedService } from './related/related-service.ts'
import { rotateLog } from './rotate-log.ts'
import { checkDatabase, ensureSchema } from './start-up/check-database.ts'
import { assertPortFree, closeServer, listen } from './start-up/listen.ts'
import { openDatabase, refuseSecondStart } from './start-up/open-database.ts'
import { createShutdown, type Shutdown } from './start-up/shutdown.ts'
import { warmUp } from './start-up/warm-up.ts'
import { terminalProgress } from './start-up/terminal-progress.ts'

const requestsPerMinute = 1_200

const quickenAfterMs = 120_000

/** Opens everything in order: settings, database, schema, seed, web server. What is opened is closed by `shutdown`. */
async function start(shutdown: Shutdown): Promise<void> {
  loadEnvFile()
  const settings = readEnv(process.env)
  await refuseSecondStart(settings)
  await assertPortFree(settings)

  const progress = terminalProgress(process.stdout)
  const opening = openDatabase(settings, { onProgress: progress.onProgress, shareWith: 'parent', signal: shutdown.signal })
  // One that is still opening gives up at the signal, tidies after itself, and leaves nothing to close.
  await shutdown.onClose(() =>
    opening.then(
      (opened) => opened.close(),
      () => undefined,
    ),
  )
  const database = await opening
  progress.end()
  void database.exited?.then(() => {
    if (shutdown.signal.aborted) return
    say(['The database ended unexpectedly.', `Why: Java stopped; the end of ${path.join(settings.home, 'logs', 'neo4j-java.log')} may tell.`, 'What to do: start again; what was saved is still there.'])
    void shutdown.end(1)
  })

  const driver = createGraphDriver(database.connection)
  await shutdown.onClose(() => driver.close())
  await checkDatabase(driver, database.connection)
  await ensureSchema(driver, database.kind)

  const projectRoot = findProjectRoot()
  const inForce = new TaxonomyInForce(projectRoot)
  const seeded = await seedIfEmpty(driver, await inForce.current(driver), projectRoot, (done, all) => process.stdout.write(`Loading the curated corpus: ${String(done)} of ${String(all)} cases\n`))
  if (seeded !== null) process.stdout.write(`The graph was empty: ${String(seeded.accepted + seeded.merged)} cases of the curated corpus are in it now\n`)
  const log = path.join(settings.home, 'logs', 'throughline.log')
  if (database.kind === 'managed') rotateLog(log)
  const logger = createLogger(settings.logLevel, database.kind === 'managed' ? log : undefined)
  const entities = loadEntities(projectRoot)
  const lane = new Lane()
  const importer = createImportService(driver, { entities, inForce }, lane)
  const patientDriver = createGraphDriver(database.connection, { retryMs: 60_000, isPatient: true })
  await shutdown.onClose(() => patientDriver.close())
  const imports = buildImports({ driver: patientDriver, entities, inForce, home: settings.home, logger, lane, mostUploadBytes: settings.mostUploadBytes })
  await imports.uploads.tidy()
  await shutdown.onClose(() => imports.jobs.stop())
  const related = new RelatedService(driver)
  const app = createApp({
    driver,
    related,
    importer,
    imports,
    logger,
    webRoot: path.join(projectRoot, 'dist', 'web'),
    allowedHosts: settings.allowedHosts,
    writeToken: settings.writeToken,
    requestsPerMinute,
    version: z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))).version,
  })
  const { server, address } = await listen(app, settings)
  await shutdown.onClose(() => closeServer(server))
  await warmUp(driver)
  await database.announce(address)
  process.stdout.write(`Throughline is open at ${address}\n`)
  // Once the first visitor has had the machine to themselves.
  setTimeout(() => void database.quicken(shutdown.signal), quickenAfterMs).unref()
  // What goes wrong here is left to the request that really needs it.
  related.prepare().catch(() => undefined)
  // The app is open by now: a database that goes away just here is told of by its own end, and other failures end no app that serves.
  const former = await formerLinksLine(driver, inForce).catch((error: unknown) => {
    logger.error({ err: error }, 'Whether links were made with a former edition could not be looked up')
    return null
  })
  if (former !== null) process.stdout.write(`${former} So does the button under Review.\n`)
  const resumed = await imports.imports.resume().catch((error: unknown) => {
    logger.error({ err: error }, 'What was interrupted could not be gone on with')
    return []
  })
  if (resumed.length > 0) process.stdout.write(`Going on with what was interrupted: ${resumed.map(({ kind, file }) => `${kind} of ${file}`).join(', ')}\n`)
}

function say(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
}

const shutdown = createShutdown({
  exit: (code) => process.exit(code),
  onError: (error) => {
    say(failureLines(error))
  },
})

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // Asked twice: at once. The database closes by itself when our end of its input goes away.
    if (shutdown.signal.aborted) process.exit(1)
    void shutdown.end(0)
  })
}

start(shutdown).catch(async (error: unknown) => {
  // What gave up because the end was asked for has nothing to add.
  if (shutdown.signal.aborted) return
  say(['', ...failureLines(error)])
  await shutdown.end(1)
})
