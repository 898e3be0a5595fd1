import type { Router } from 'express'
import { dryRunEndpoint, importCasesEndpoint, importEndpoint, importFindingsEndpoint, importPageEndpoint, importsEndpoint } from '#graph-schema/api/imports.ts'
import { NotFoundError } from '../errors.ts'
import type { ImportService } from '../ingest/import-service.ts'
import type { FindingsFolder } from '../jobs/findings-folder.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { importCases, importPage } from '../neo4j/queries/import-page.ts'
import { imports } from '../neo4j/queries/imports.ts'
import { serve, serveFile } from './handle.ts'

/** Dry run and import of a pasted page, the list of imports, and the page of one. */
export function addImportRoutes(router: Router, driver: GraphDriver, importer: ImportService, findings: FindingsFolder): void {
  async function pageOf(id: string) {
    const [page] = await driver.run(importPage, { id })
    if (page === undefined) throw new NotFoundError(`There is no import “${id}” in this graph.`)
    return page
  }

  serve(router, dryRunEndpoint, ({ body }) => importer.dryRun(body))
  serve(router, importEndpoint, ({ body }) => importer.importPage(body))
  serve(router, importsEndpoint, async ({ query }) => {
    const [answer] = await driver.run(imports, query)
    return answer ?? { imports: [], total: 0 }
  })
  serve(router, importPageEndpoint, async ({ param }) => ({ ...(await pageOf(param('id'))), hasFindings: (await findings.find(param('id'))) !== null }))
  serve(router, importCasesEndpoint, async ({ param, query }) => {
    await pageOf(param('id'))
    const [answer] = await driver.run(importCases, { id: param('id'), ...query })
    return answer ?? { cases: [], total: 0 }
  })
  serveFile(router, importFindingsEndpoint, async ({ param }) => {
    const page = await pageOf(param('id'))
    const path = await findings.find(page.id)
    if (path === null) throw new NotFoundError('The whole list of findings lies on the machine that made this import. Import the file again here to have it; that changes nothing else.')
    return { path, name: `findings of ${page.file}.csv` }
  })
}
