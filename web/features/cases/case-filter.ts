import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { type CaseField, caseFields } from '#web/ui/cases-link.tsx'

/** The shared filter as the list of cases asks with it: every part is optional. */
export type CaseFilter = Partial<Record<CaseField | 'from' | 'to' | 'q' | 'import', string>>

/** The node kind behind a field. */
export const kindOfField: Record<CaseField, NodeKind> = { narrative: 'Narrative', country: 'Country', outlet: 'Outlet', keyword: 'Keyword', language: 'Language', issue: 'Issue', topic: 'Topic' }

/** What a field says of a case, before the name of what was chosen. */
export const fieldWords: Record<CaseField, string> = { narrative: 'carries', country: 'discusses', outlet: 'appeared in', keyword: 'keyword', language: 'language', issue: 'reported in', topic: 'about' }

/** The parts of the address that filter cases, blank ones left out. */
export function filterOf(params: { readonly [Name in keyof CaseFilter]?: string | undefined }): CaseFilter {
  const filter: CaseFilter = {}
  for (const name of [...caseFields, 'from', 'to', 'import'] as const) {
    const value = params[name]
    if (value !== undefined) filter[name] = value
  }
  const text = params.q?.trim() ?? ''
  if (text !== '') filter.q = text
  return filter
}

/** One thing that a filter asks for; the two ends of the time window are one. */
export type FilterPart = CaseField | 'window' | 'q' | 'import'

/** What a filter asks for, in the order in which chips stand. */
export function partsOf(filter: CaseFilter): FilterPart[] {
  const parts: FilterPart[] = caseFields.filter((field) => filter[field] !== undefined)
  if (filter.from !== undefined || filter.to !== undefined) parts.push('window')
  if (filter.q !== undefined) parts.push('q')
  if (filter.import !== undefined) parts.push('import')
  return parts
}

/** The filter without one part. */
export function without(filter: CaseFilter, part: FilterPart): CaseFilter {
  const rest = { ...filter }
  if (part === 'window') {
    delete rest.from
    delete rest.to
  } else delete rest[part]
  return rest
}

/** The change of the address that takes a part out; the list starts at its first page again. */
export function removal(part: FilterPart): Partial<Record<CaseField | 'from' | 'to' | 'q' | 'import' | 'page', undefined>> {
  return part === 'window' ? { from: undefined, to: undefined, page: undefined } : { [part]: undefined, page: undefined }
}

/** The time window in words. */
export function windowWords(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return from === to ? `on ${from}` : `${from} to ${to}`
  return from !== undefined ? `from ${from}` : `until ${to ?? ''}`
}
