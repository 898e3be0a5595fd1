import type { Router } from 'express'
import { changeTaxonomyEndpoint, formerLinksEndpoint, linkAnewEndpoint, type Moved, previewTaxonomyEndpoint, taxonomyEndpoint, taxonomyFileEndpoint, taxonomyProgressEndpoint, undoTaxonomyEndpoint } from '#graph-schema/api/taxonomy.ts'
import { formerLinksOf } from '../ingest/former-links.ts'
import { summariseChanges } from '../ingest/summarise-changes.ts'
import { editableNarratives } from '../narratives/change-taxonomy.ts'
import type { Applied, TaxonomyEditor } from '../narratives/taxonomy-editor.ts'
import { writeTaxonomySource } from '../narratives/taxonomy-source.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { serve } from './handle.ts'

function moved({ outcome: { cases, changes }, before, taxonomy }: Omit<Applied, 'id'>): Moved {
  return {
    cases,
    added: changes.filter((one) => one.before === null).length,
    dropped: changes.filter(({ after }) => after === null).length,
    tierChanged: changes.filter((one) => one.before !== null && one.after !== null).length,
    byNarrative: summariseChanges(changes, new Map([...before.nameOf, ...taxonomy.nameOf])),
  }
}

/** The taxonomy: reading, previewing and making changes, going back, and the whole as one file. */
export function addTaxonomyRoutes(router: Router, driver: GraphDriver, editor: TaxonomyEditor): void {
  serve(router, taxonomyEndpoint, async () => {
    const { source, isOwn, taxonomy } = await editor.current(driver)
    return { version: taxonomy.version, isOwn, narratives: editableNarratives(source), history: await editor.history(driver) }
  })
  serve(router, taxonomyFileEndpoint, async () => {
    const { source, taxonomy } = await editor.current(driver)
    return { name: `throughline-taxonomy-${taxonomy.version}.json`, text: writeTaxonomySource(source) }
  })
  serve(router, previewTaxonomyEndpoint, async ({ body: { change }, signal }) => moved(await editor.preview(change, signal)))
  serve(router, taxonomyProgressEndpoint, () => Promise.resolve({ running: editor.progress }))
  serve(router, formerLinksEndpoint, async () => ({ former: await formerLinksOf(driver, (await editor.current(driver)).taxonomy) }))
  serve(router, linkAnewEndpoint, async () => moved(await editor.linkAnew()))
  serve(router, changeTaxonomyEndpoint, async ({ body: { by, change } }) => {
    const applied = await editor.apply(change, by)
    return { ...moved(applied), undo: applied.id }
  })
  serve(router, undoTaxonomyEndpoint, async ({ body: { by, id } }) => {
    const applied = await editor.goBack(id, by)
    return { ...moved(applied), undo: applied.id }
  })
}
