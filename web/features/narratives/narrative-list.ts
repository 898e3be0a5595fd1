import type { NarrativeSummary } from '#graph-schema/api/narratives.ts'
import { fold } from '#graph-schema/fold.ts'

export type ListSort = 'theme' | 'cases' | 'latest'

/** Rows that stand together: a head with its sub-narratives, or all of them under no head. */
export interface NarrativeGroup {
  head: NarrativeSummary | null
  rows: NarrativeSummary[]
}

function matches(narrative: NarrativeSummary, words: readonly string[]): boolean {
  const text = ` ${fold(`${narrative.name} ${narrative.definition}`)}`
  return words.every((word) => text.includes(` ${word}`))
}

const orders: Record<ListSort, (a: NarrativeSummary, b: NarrativeSummary) => number> = {
  theme: (a, b) => a.position - b.position,
  cases: (a, b) => b.cases - a.cases || a.position - b.position,
  latest: (a, b) => (b.latest ?? '').localeCompare(a.latest ?? '') || a.position - b.position,
}

/**
 * Narratives whose name or definition holds all the words (beginnings count), in the order asked for: by theme each head with its forms, else one list.
 * A head stays above a form that matches; a head that matches keeps all its forms.
 */
export function groupNarratives(narratives: readonly NarrativeSummary[], text: string, sort: ListSort): NarrativeGroup[] {
  const words = fold(text).split(' ').filter((word) => word !== '')
  if (sort !== 'theme') return [{ head: null, rows: narratives.filter((one) => matches(one, words)).sort(orders[sort]) }]
  const byId = new Map(narratives.map((one) => [one.id, one]))
  const heads = narratives.filter((one) => one.head === null || !byId.has(one.head)).sort(orders.theme)
  return heads.flatMap((head): NarrativeGroup[] => {
    const forms = narratives.filter((one) => one.head === head.id).sort(orders.theme)
    const rows = matches(head, words) ? forms : forms.filter((form) => matches(form, words))
    return rows.length > 0 || matches(head, words) ? [{ head, rows }] : []
  })
}
