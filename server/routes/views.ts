import type { Router } from 'express'
import { saveViewEndpoint, viewEndpoint } from '#graph-schema/api/views.ts'
import { viewIdOf } from '../analysis/view-id.ts'
import { NotFoundError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { saveView } from '../neo4j/queries/save-view.ts'
import { savedView } from '../neo4j/queries/saved-view.ts'
import { serve } from './handle.ts'

/** Views that are too large for a link. */
export function addViewRoutes(router: Router, graph: QueryRunner): void {
  serve(router, saveViewEndpoint, async ({ body: { content } }) => {
    const id = viewIdOf(content)
    await graph.run(saveView, { id, content, savedAt: new Date().toISOString() })
    return { id }
  })

  serve(router, viewEndpoint, async ({ param }) => {
    const id = param('id')
    const [view] = await graph.run(savedView, { id })
    if (view === undefined) throw new NotFoundError(`There is no saved view “${id}” in this graph. Views live in the graph they were saved in.`)
    return view
  })
}
