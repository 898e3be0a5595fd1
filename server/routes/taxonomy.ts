import type { Router } from 'express'
import { changeTaxonomyEndpoint, type Moved, previewTaxonomyEndpoint, taxonomyEndpoint, taxonomyFileEndpoint, undoTaxonomyEndpoint } from '#graph-schema/api/taxonomy.ts'
import type { IngestContext } from '../ingest/inference.ts'
import type { RelinkOutcome } from '../ingest/relink.ts'
import { summariseChanges } from '../ingest/summarise-changes.ts'
import { editableNarratives } from '../narratives/change-taxonomy.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { TaxonomyEditor } from '../narratives/taxonomy-editor.ts'
import { writeTaxonomySource } from '../narratives/taxonomy-source.ts'
import { serve } from './handle.ts'

function moved({ outcome: { cases, changes }, taxonomy }: { outcome: RelinkOutcome; taxonomy: Taxonomy }, before: Taxonomy): Moved {
  return {
    cases,
    added: changes.filter((one) => one.before === null).length,
    dropped: changes.filter(({ after }) => after === null).length,
    tierChanged: changes.filter((one) => one.before !== null && one.after !== null).length,
    byNarrative: summariseChanges(changes, new Map([...before.nameOf, ...taxonomy.nameOf])),
  }
}

/** The taxonomy: reading, previewing and making changes, going back, and the whole as one file. */
export function addTaxonomyRoutes(router: Router, editor: TaxonomyEditor, context: Pick<IngestContext, 'taxonomy'>): void {
  serve(router, taxonomyEndpoint, () => {
    const { source, isOwn } = editor.current()
    return Promise.resolve({ version: context.taxonomy.version, isOwn, narratives: editableNarratives(source), history: editor.history() })
  })
  serve(router, taxonomyFileEndpoint, () => Promise.resolve({ name: `throughline-taxonomy-${context.taxonomy.version}.json`, text: writeTaxonomySource(editor.current().source) }))
  serve(router, previewTaxonomyEndpoint, async ({ body: { change } }) => moved(await editor.preview(change), context.taxonomy))
  serve(router, changeTaxonomyEndpoint, async ({ body: { by, change } }) => {
    const before = context.taxonomy
    const applied = await editor.apply(change, by)
    return { ...moved(applied, before), undo: applied.id }
  })
  serve(router, undoTaxonomyEndpoint, async ({ body: { by, id } }) => {
    const before = context.taxonomy
    const applied = await editor.goBack(id, by)
    return { ...moved(applied, before), undo: applied.id }
  })
}
