import { defaultWeights } from '#graph-schema/api/related.ts'
import { indexRelated, type RelatableCase, type RelatedWeights } from '../analysis/related.ts'
import { mean } from './agreement.ts'
import type { MeasuredCase } from './read-cases.ts'

export interface RetrievalResult {
  queries: number
  recallAt10: number
  mrr: number
  successAt10: number
  cpuMsPerQuery: number
}

function relatable({ id, title, claim, date, keywords, countries }: MeasuredCase): RelatableCase {
  return { id, title, claim, publishedOn: date, keywords, countries }
}

/** Cases by id, the first of those that share one. */
function distinct(cases: readonly MeasuredCase[]): MeasuredCase[] {
  return [...new Map(cases.toReversed().map((one) => [one.id, one])).values()].toReversed()
}

function retrieval(ranks: readonly { ranked: readonly string[]; relevant: ReadonlySet<string> }[], cpuMs: number): RetrievalResult {
  return {
    queries: ranks.length,
    recallAt10: mean(ranks.map(({ ranked, relevant }) => ranked.slice(0, 10).filter((id) => relevant.has(id)).length / relevant.size)),
    mrr: mean(ranks.map(({ ranked, relevant }) => reciprocal(ranked.findIndex((id) => relevant.has(id))))),
    successAt10: mean(ranks.map(({ ranked, relevant }) => (ranked.slice(0, 10).some((id) => relevant.has(id)) ? 1 : 0))),
    cpuMsPerQuery: ranks.length === 0 ? 0 : cpuMs / ranks.length,
  }
}

function cpuMs(): number {
  return process.cpuUsage().user / 1000
}

/** Ranks deeper than this do not change R@10, and hardly the MRR. */
const depth = 100

/** A rare keyword (5 to 40 cases) is taken off every case; the others that had it should be found again. Every second such keyword is used, by name. */
export function withheldKeyword(all: readonly MeasuredCase[], weights: RelatedWeights = defaultWeights): RetrievalResult {
  const cases = distinct(all)
  const index = indexRelated(cases.map(relatable))
  const having = new Map<string, string[]>()
  for (const { id, keywords } of cases) for (const keyword of new Set(keywords)) having.set(keyword, [...(having.get(keyword) ?? []), id])
  const rare = [...having].filter(([, ids]) => ids.length >= 5 && ids.length <= 40).sort(([a], [b]) => (a < b ? -1 : 1)).filter((_, place) => place % 2 === 0)
  const from = cpuMs()
  const ranks = rare.flatMap(([keyword, ids]) => ids.map((id) => ({ ranked: index.relatedTo(id, { limit: depth, weights, withoutKeyword: keyword }).map((hit) => hit.id), relevant: new Set(ids.filter((other) => other !== id)) })))
  return retrieval(ranks, cpuMs() - from)
}

/** Cases whose disproofs cite the same address should be found by claim, keywords, countries and date alone. Addresses in more than 20 cases tell nothing. */
export function sharedEvidence(all: readonly MeasuredCase[], weights: RelatedWeights = defaultWeights): RetrievalResult {
  const cases = distinct(all)
  const index = indexRelated(cases.map(relatable))
  const citing = new Map<string, string[]>()
  for (const { id, disproof } of cases) {
    const addresses = ((disproof ?? '').match(/https?:\/\/[^\s,;)"”]{4,200}/g) ?? []).map((address) => address.replace(/[./]+$/, ''))
    for (const address of new Set(addresses)) citing.set(address, [...(citing.get(address) ?? []), id])
  }
  const relevant = new Map<string, Set<string>>()
  for (const ids of citing.values()) {
    if (ids.length < 2 || ids.length > 20) continue
    for (const id of ids) relevant.set(id, new Set([...(relevant.get(id) ?? []), ...ids.filter((other) => other !== id)]))
  }
  const from = cpuMs()
  const ranks = [...relevant].map(([id, others]) => ({ ranked: index.relatedTo(id, { limit: depth, weights }).map((hit) => hit.id), relevant: others }))
  return retrieval(ranks, cpuMs() - from)
}

/** 1 / rank of the first one found, counted from 0 here; 0 where none was. */
function reciprocal(place: number): number {
  return place === -1 ? 0 : 1 / (place + 1)
}
