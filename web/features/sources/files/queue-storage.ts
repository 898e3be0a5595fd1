import { z } from 'zod'
import { corpusChoiceSchema, readPlanSchema } from '#graph-schema/import-plan.ts'
import { newFile, type Queue, steps } from './queue.ts'

const storageKey = 'throughline.files'

const keptSchema = z.strictObject({
  open: z.string().nullable(),
  files: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      size: z.int(),
      upload: z.string(),
      plan: readPlanSchema.nullable(),
      columns: z.array(z.string()),
      corpus: corpusChoiceSchema.nullable(),
      isCorpusChosen: z.boolean(),
      step: z.enum(steps),
      trialJob: z.string().nullable(),
      importJob: z.string().nullable(),
      batch: z.string().nullable(),
    }),
  ),
})

/** A file as it was when the page was left, to be asked for again by the id of its upload. */
export interface KeptFile {
  key: string
  upload: string
}

/** Keeps the files of this tab over a reload: those that were sent whole. */
export function keepQueue(queue: Queue): void {
  const files = queue.files.flatMap(({ key, name, size, upload, plan, columns, corpus, isCorpusChosen, step, trialJob, importJob, batch }) =>
    upload === null ? [] : [{ key, name, size, upload: upload.id, plan, columns: [...columns], corpus, isCorpusChosen, step, trialJob, importJob, batch }],
  )
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify({ open: queue.open, files } satisfies z.input<typeof keptSchema>))
  } catch {
    // Storage can be switched off or full; a reload then begins anew.
  }
}

/** The files of before the reload, and the uploads that have to be asked for again. */
export function recallQueue(): { queue: Queue; uploads: KeptFile[] } {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(window.sessionStorage.getItem(storageKey) ?? 'null'))
    if (!parsed.success) return { queue: { files: [], open: null }, uploads: [] }
    const { open, files } = parsed.data
    return {
      queue: { open: files.some(({ key }) => key === open) ? open : (files[0]?.key ?? null), files: files.map(({ upload: _upload, ...kept }) => ({ ...newFile(kept.key, kept.name, kept.size), ...kept })) },
      uploads: files.map(({ key, upload }) => ({ key, upload })),
    }
  } catch {
    return { queue: { files: [], open: null }, uploads: [] }
  }
}
