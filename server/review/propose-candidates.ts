import type { Candidate, CandidatesAnswer } from '#graph-schema/api/candidates.ts'
import type { Tier } from '#graph-schema/evidence.ts'
import { type CorpusExtent, coverage } from '../analysis/time-bins.ts'
import { narrativeCandidates } from '../narratives/candidates.ts'
import { stemsOf } from '../narratives/model/text-features.ts'
import { tokenise } from '../narratives/tokens.ts'
import type { CaseText } from '../neo4j/queries/case-texts.ts'
import { sha256 } from '../sha256.ts'

/** Links of cases in a window. */
export interface WindowLink {
  caseId: string
  narrativeId: string
  name: string
  tier: Tier
}

type Dated = CaseText & { publishedOn: string }

const dayMs = 86_400_000
export const windowDays = 90
const mostShown = 10
const mostCentral = 5
const mostDrafts = 4

/** The day so many days later. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

/** The week of a window in which a day lies, from 0. */
const weekOf = (day: string, from: string) => Math.floor((Date.parse(day) - Date.parse(from)) / dayMs / 7)

/** For each week of a window, whether anything was imported for it, as the landscape tells it of months. */
export function importedWeeks(dated: readonly Pick<Dated, 'publishedOn'>[], { from, to }: { from: string; to: string }, corpora: readonly CorpusExtent[]): boolean[] {
  const withCases = new Set(dated.flatMap(({ publishedOn }) => (publishedOn >= from && publishedOn <= to ? [weekOf(publishedOn, from)] : [])))
  return Array.from({ length: weekOf(to, from) + 1 }, (_, week) => {
    const last = shiftDay(from, 7 * week + 6)
    return coverage({ key: String(week), from: shiftDay(from, 7 * week), to: last < to ? last : to }, corpora, withCases.has(week)).imported
  })
}

/** Cases that have a date, oldest first. */
export function datedCases(texts: readonly CaseText[]): Dated[] {
  return texts.flatMap((one): Dated[] => (one.publishedOn === null ? [] : [{ ...one, publishedOn: one.publishedOn }])).sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1))
}

/** Stem → how its word is most often written in these titles, in small letters. */
function writtenForms(titles: readonly string[]): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>()
  for (const title of titles) {
    const { tokens } = tokenise(title)
    for (const [at, stem] of stemsOf(tokens).entries()) {
      const key = tokens[at]?.key
      if (stem === null || key === undefined) continue
      const ofStem = forms.get(stem) ?? new Map<string, number>()
      forms.set(stem, ofStem.set(key, (ofStem.get(key) ?? 0) + 1))
    }
  }
  return forms
}

/** The most frequent spelling of a stem. */
function spelled(term: string, forms: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const [most] = [...(forms.get(term) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return most?.[0] ?? term
}

/** Patterns of two rising words each, those that meet most of the cluster and little else first. Words of one stem are joined by |. */
function draftsOf(members: readonly Dated[], window: readonly Dated[], terms: readonly string[], forms: ReadonlyMap<string, ReadonlyMap<string, number>>): Candidate['drafts'] {
  const stems = new Map(window.map(({ id, title }) => [id, new Set(stemsOf(tokenise(title).tokens))]))
  const own = new Set(members.map(({ id }) => id))
  const written = (term: string) => [...(forms.get(term)?.keys() ?? [term])].sort().slice(0, 4).join('|')
  const drafts = terms.flatMap((a, index) =>
    terms.slice(index + 1).map((b) => {
      const met = window.filter(({ id }) => stems.get(id)?.has(a) === true && stems.get(id)?.has(b) === true)
      return { pattern: `${written(a)} & ${written(b)}`, inCluster: met.filter(({ id }) => own.has(id)).length, inWindow: met.length }
    }),
  )
  const worth = ({ inCluster, inWindow }: Candidate['drafts'][number]) => (inCluster * inCluster) / Math.max(1, inWindow)
  return drafts.filter(({ inCluster }) => inCluster >= 2).sort((a, b) => worth(b) - worth(a) || (a.pattern < b.pattern ? -1 : 1)).slice(0, mostDrafts)
}

function nearestOf(members: readonly Dated[], linksOf: ReadonlyMap<string, readonly WindowLink[]>): Candidate['nearest'] {
  const counts = new Map<string, { id: string; name: string; cases: number }>()
  for (const { id } of members) {
    for (const { narrativeId, name, tier } of linksOf.get(id) ?? []) {
      if (tier === 'rejected') continue
      const known = counts.get(narrativeId)
      if (known === undefined) counts.set(narrativeId, { id: narrativeId, name, cases: 1 })
      else known.cases += 1
    }
  }
  return [...counts.values()].sort((a, b) => b.cases - a.cases || (a.id < b.id ? -1 : 1))[0] ?? null
}

/**
 * Proposals for new narratives among the cases of a window, the most promising first (`narratives/candidates.ts` says how they are found).
 * Nothing is made of them by itself. Pure.
 */
export function proposeCandidates(dated: readonly Dated[], { from, to }: { from: string; to: string }, links: readonly WindowLink[], isRejected: (caseIds: readonly string[]) => boolean, termsIn?: (title: string) => readonly string[]): Pick<CandidatesAnswer, 'candidates' | 'rejected' | 'cases' | 'earlier'> {
  const window = dated.filter(({ publishedOn }) => publishedOn >= from && publishedOn <= to)
  const earlier = dated.filter(({ publishedOn }) => publishedOn < from)
  const linksOf = new Map<string, WindowLink[]>()
  for (const link of links) linksOf.set(link.caseId, [...(linksOf.get(link.caseId) ?? []), link])
  const isLinked = (id: string) => (linksOf.get(id) ?? []).some(({ tier }) => tier !== 'suggested' && tier !== 'rejected')
  const found = narrativeCandidates(window.map(({ id, title, publishedOn }) => ({ id, title, publishedOn, isLinked: isLinked(id) })), earlier.map(({ title }) => title), termsIn)
  const left = found.filter(({ cases }) => !isRejected(cases))
  const byId = new Map(window.map((one) => [one.id, one]))
  const weeks = weekOf(to, from) + 1
  return {
    cases: window.length,
    earlier: earlier.length,
    rejected: found.length - left.length,
    candidates: left.slice(0, mostShown).map(({ cases, risingTerms, linkedShare, score }): Candidate => {
      const members = cases.flatMap((id) => byId.get(id) ?? [])
      const forms = writtenForms(members.map(({ title }) => title))
      const perWeek = Array.from({ length: weeks }, () => 0)
      for (const { publishedOn } of members) {
        const week = weekOf(publishedOn, from)
        perWeek[week] = (perWeek[week] ?? 0) + 1
      }
      return {
        key: sha256([...cases].sort().join(' ')).slice(0, 16),
        caseIds: cases,
        central: members.slice(0, mostCentral).map(({ id, title, publishedOn, disproofState }) => ({ id, title, publishedOn, disproofState })),
        risingTerms: risingTerms.map(({ term, z }) => ({ term: spelled(term, forms), z })),
        linkedShare,
        score,
        weeks: perWeek,
        nearest: nearestOf(members, linksOf),
        drafts: draftsOf(members, window, risingTerms.map(({ term }) => term), forms),
      }
    }),
  }
}
