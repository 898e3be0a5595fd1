import path from 'node:path'
import compression from 'compression'
import express, { type Express, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { endpoints } from '#graph-schema/api/endpoints.ts'
import { errorHandler } from './error-handler.ts'
import { NotFoundError } from './errors.ts'
import { guardWrites, hostAllowlist, jsonBody } from './guards.ts'
import type { ImportService } from './ingest/import-service.ts'
import type { Entities } from './ingest/normalise/entities.ts'
import type { FindingsFolder } from './jobs/findings-folder.ts'
import type { ImportJobs } from './jobs/import-jobs.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import type { TaxonomyEditor } from './narratives/taxonomy-editor.ts'
import type { TaxonomyProvider } from './narratives/taxonomy-in-force.ts'
import type { GraphDriver } from './neo4j/driver.ts'
import type { RelatedService } from './related/related-service.ts'
import { addCandidateRoutes } from './routes/candidates.ts'
import { addCaseRoutes } from './routes/cases.ts'
import { addCorpusRoutes } from './routes/corpora.ts'
import { addDocsRoutes } from './routes/docs.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addImportRoutes } from './routes/imports.ts'
import { addJobRoutes } from './routes/jobs.ts'
import { addNarrativeRoutes } from './routes/narratives.ts'
import { addNodeRoutes } from './routes/nodes.ts'
import { addOpenRowRoutes } from './routes/open-rows.ts'
import { addOverviewRoutes } from './routes/overview.ts'
import { refuseOtherMethods } from './routes/refuse-methods.ts'
import { addRelatedRoutes } from './routes/related.ts'
import { addPatternRoutes } from './routes/patterns.ts'
import { addReviewRoutes } from './routes/review.ts'
import { addSearchRoutes } from './routes/search.ts'
import { addTaxonomyRoutes } from './routes/taxonomy.ts'
import { addUploadRoutes } from './routes/uploads.ts'
import { addViewRoutes } from './routes/views.ts'
import type { UploadStore } from './uploads/upload-store.ts'

/** What importing files and editing the taxonomy need. */
export interface ImportFacilities {
  jobs: JobRunner
  imports: ImportJobs
  uploads: UploadStore
  findings: FindingsFolder
  entities: Entities
  inForce: TaxonomyProvider
  editor: TaxonomyEditor
}

/** What the app needs from outside; it reads no environment and does not listen. */
export interface AppOptions {
  driver: GraphDriver
  importer: ImportService
  /** Files that are sent, and what is made of them. */
  imports: ImportFacilities
  /** Finds related cases. */
  related: RelatedService
  logger: Logger
  /** Folder of the built web client; null serves the API alone. */
  webRoot: string | null
  /** Host names we answer to, without ports. */
  allowedHosts: readonly string[]
  /** With a token, writes must carry it. */
  writeToken: string | null
  /** Requests an address may make a minute. */
  requestsPerMinute: number
  version: string
}

/** Cytoscape and React Aria put one style element each into the page; only these are let through. Recompute at each upgrade: a browser test fails on any violation. */
const cytoscapeStyle = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", cytoscapeStyle, pressableStyle],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Plain HTTP on loopback: browsers would refuse the next plain request of any local server.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Assembles the server: guards, API, documents, web client, and the one error handler at the end. */
export function createApp(options: AppOptions): Express {
  const { driver, importer, imports, logger, related } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(pinoHttp({ logger, autoLogging: { ignore: (request) => request.url === '/healthz' }, serializers: { req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }), res: ({ statusCode }: { statusCode: number }) => ({ statusCode }) } }))
  app.use(securityHeaders())
  app.use(hostAllowlist(options.allowedHosts))
  app.use(compression())

  const api = Router()
  addHealthRoutes(api, driver)
  api.use('/api', rateLimit({ windowMs: 60_000, limit: options.requestsPerMinute, standardHeaders: 'draft-8', legacyHeaders: false, handler: (_request, _response, next) => next(Object.assign(new Error('too many requests'), { status: 429 })) }))
  api.use(guardWrites(options.writeToken, new Set(endpoints.filter((endpoint) => endpoint.onlyReads === true).map((endpoint) => endpoint.path))))
  api.post('/api/imports{/dry-run}', ...jsonBody('8mb'))
  api.post(['/api/uploads/:id/:step', '/api/imports/:id/undo', '/api/jobs/:id/cancel', '/api/open-rows/decide', '/api/corpora/:id'], ...jsonBody('1mb'))
  api.post('/api/views', ...jsonBody('1mb'))
  api.post(['/api/review/decisions{/undo}', '/api/patterns/try', '/api/candidates/reject'], ...jsonBody('1mb'))
  api.post('/api/taxonomy/:step', ...jsonBody('8mb'))
  api.post('/api/subgraph', ...jsonBody('1mb'))
  addDocsRoutes(api, options.version)
  addOverviewRoutes(api, driver)
  addSearchRoutes(api, driver)
  addNodeRoutes(api, driver)
  addCaseRoutes(api, driver)
  addRelatedRoutes(api, driver, related)
  addNarrativeRoutes(api, driver)
  addReviewRoutes(api, driver, imports.inForce)
  addPatternRoutes(api, driver, imports.inForce)
  addImportRoutes(api, driver, importer, imports.findings)
  addTaxonomyRoutes(api, driver, imports.editor)
  addCandidateRoutes(api, driver)
  addCorpusRoutes(api, driver)
  addOpenRowRoutes(api, driver, imports.inForce)
  addUploadRoutes(api, driver, imports)
  addJobRoutes(api, imports)
  addViewRoutes(api, driver)
  refuseOtherMethods(api, [...endpoints, ...['/api/openapi.json', '/api/docs', '/api/docs.css'].map((path) => ({ path, method: 'get' }))])
  api.use('/api', () => {
    throw new NotFoundError('No such endpoint. GET /api/docs lists them all.')
  })
  app.use(api)

  if (options.webRoot !== null) {
    const root = options.webRoot
    app.use('/assets', express.static(path.join(root, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }))
    app.use(express.static(root, { index: false, maxAge: 0, cacheControl: true }))
    // Every other address is a screen of the client.
    app.get('/{*screen}', (_request, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(path.join(root, 'index.html'))
    })
    refuseOtherMethods(app, [{ path: '/{*screen}', method: 'get' }])
  }
  app.use(() => {
    throw new NotFoundError('Nothing at this address')
  })
  app.use(errorHandler(logger))
  return app
}
