import type { Router } from 'express'
import { endpoints } from '#graph-schema/api/endpoints.ts'
import { openApiDocument } from '../openapi.ts'
import { docsPage, docsStyle } from './docs-page.ts'

/** The OpenAPI document and a page that people can read, both made from the contracts. */
export function addDocsRoutes(router: Router, version: string): void {
  const document = openApiDocument(version)
  const page = docsPage(endpoints, version)
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document)
  })
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(page)
  })
  router.get('/api/docs.css', (_request, response) => {
    response.type('css').send(docsStyle)
  })
}
