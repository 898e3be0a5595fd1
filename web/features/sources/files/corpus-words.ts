import { corpusChoiceSchema, type CorpusChoice } from '#graph-schema/import-plan.ts'

/** Fields of a corpus as the form holds them: all text. */
export interface CorpusDraft {
  name: string
  sampling: CorpusChoice['sampling']
  periodFrom: string
  periodTo: string
  /** One a line. */
  gaps: string
  licence: string
  disclaimer: string
  description: string
}

export function draftOf(choice: CorpusChoice): CorpusDraft {
  return { name: choice.name, sampling: choice.sampling, periodFrom: choice.periodFrom ?? '', periodTo: choice.periodTo ?? '', gaps: choice.gaps.join('\n'), licence: choice.licence ?? '', disclaimer: choice.disclaimer ?? '', description: choice.description }
}

const corpusFields = ['name', 'sampling', 'periodFrom', 'periodTo', 'gaps', 'licence', 'disclaimer', 'description'] as const

/** What a server holds against single fields, by field; what it holds against others is left out. */
export function faultsOfProblem(errors: readonly { path: string; message: string }[]): Partial<Record<keyof CorpusDraft, string>> {
  return Object.fromEntries(corpusFields.flatMap((field) => {
    const own = errors.find(({ path }) => path === `body.${field}` || path.startsWith(`body.${field}.`))
    return own === undefined ? [] : [[field, `This ${own.message}.`]]
  }))
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** What the form says, checked; or what is wrong, by field. */
export function choiceOf(draft: CorpusDraft): { choice: CorpusChoice } | { faults: Partial<Record<keyof CorpusDraft, string>> } {
  const faults: Partial<Record<keyof CorpusDraft, string>> = {}
  if (!/[\p{L}\p{N}]/u.test(draft.name)) faults.name = 'A corpus needs a name with a letter or a digit.'
  const from = orNull(draft.periodFrom)
  const to = orNull(draft.periodTo)
  if (from !== null && to !== null && from > to) faults.periodTo = 'The period ends before it begins.'
  if (draft.sampling === 'complete' && (from === null || to === null)) faults.periodFrom = 'Complete for which period? Give both days; without them nobody can tell what was not imported from what did not happen.'
  if (Object.keys(faults).length > 0) return { faults }
  const parsed = corpusChoiceSchema.safeParse({
    name: draft.name.trim(),
    sampling: draft.sampling,
    periodFrom: from,
    periodTo: to,
    gaps: draft.gaps.split('\n').map((gap) => gap.trim()).filter((gap) => gap !== ''),
    licence: orNull(draft.licence),
    disclaimer: orNull(draft.disclaimer),
    description: draft.description.trim(),
  })
  if (parsed.success) return { choice: parsed.data }
  for (const { path, message } of parsed.error.issues) {
    const field = corpusFields.find((one) => one === path[0])
    if (field !== undefined) faults[field] = message
  }
  return { faults }
}
