import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { seededRandom } from './model/seeded-random.ts'
import { wordFeatures } from './model/text-features.ts'
import { tokenise } from './tokens.ts'

/** A case as new narratives are looked for. */
export interface CandidateCase {
  id: string
  title: string
  publishedOn: string
  /** Whether a pattern already links it to a narrative. */
  isLinked: boolean
}

/** Cases of a window that say something alike which was not said so before: a proposal for a person, never a narrative by itself. */
export interface NarrativeCandidate {
  /** All cases of the cluster, most central first. */
  cases: string[]
  /** Words (stems) that are more frequent in it than in all earlier cases, with the z-score of that. */
  risingTerms: { term: string; z: number }[]
  /** Share of its cases that a pattern already links. */
  linkedShare: number
  score: number
}

/** Each title is joined to so many nearest ones at most, where they are at least this near (cosine of TF-IDF). */
const neighbours = 8
const leastCosine = 0.12

/** Above 1 the clustering prefers more and smaller clusters (Louvain with resolution). Between 1 and 5 it mattered little; see docs/measurement.md. */
const resolution = 5

const smallestCluster = 5
const shownTerms = 5

/** Weight of the prior in the log-odds: as many imagined cases, spread as in the earlier ones. */
const priorCases = 50

/**
 * Clusters of the window’s cases, most promising first: the mean z of the five terms that rise most against all earlier cases (log-odds
 * with a Dirichlet prior, Monroe, Colaresi and Quinn, “Fightin’ words”, 2008), times the root of the size, times .25 + the share that no
 * pattern links. Repeatable: the order of the input does not matter, and the seed is fixed.
 */
export function narrativeCandidates(window: readonly CandidateCase[], earlierTitles: readonly string[], termsIn: (title: string) => readonly string[] = termsOf): NarrativeCandidate[] {
  const cases = window.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => ({ ...one, terms: termsIn(one.title) }))
  const earlier = countTerms(earlierTitles.map(termsIn))
  const inWindow = countTerms(cases.map(({ terms }) => terms))
  const total = earlierTitles.length + cases.length
  const vectors = cases.map(({ terms }) => unitVector(terms, (term) => Math.log((total + 1) / ((earlier.get(term) ?? 0) + (inWindow.get(term) ?? 0) + 0.5))))
  const clusters = clustersOf(vectors)
  const candidates = clusters.flatMap((members): NarrativeCandidate[] => {
    if (members.length < smallestCluster) return []
    const own = members.flatMap((at) => cases[at] ?? [])
    const risingTerms = risingIn(own.map(({ terms }) => terms), earlier, earlierTitles.length)
    const meanZ = risingTerms.slice(0, shownTerms).reduce((sum, { z }) => sum + z, 0) / shownTerms
    const linkedShare = own.filter(({ isLinked }) => isLinked).length / own.length
    return [{
      cases: byCentrality(members, vectors).flatMap((at) => cases[at]?.id ?? []),
      risingTerms: risingTerms.slice(0, shownTerms),
      linkedShare,
      score: meanZ * Math.sqrt(own.length) * (0.25 + 1 - linkedShare),
    }]
  })
  return candidates.sort((a, b) => b.score - a.score || ((a.cases[0] ?? '') < (b.cases[0] ?? '') ? -1 : 1))
}

/** Single words: pairs make near titles nearer, but keep apart those that tell the same in other words. */
function termsOf(title: string): string[] {
  return wordFeatures(tokenise(title).tokens).filter((term) => !term.includes('_'))
}

/** `termsOf` with a memory, for going through several windows: taking the earlier titles apart is most of the work. */
export function rememberedTerms(): (title: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (title) => {
    const terms = known.get(title) ?? termsOf(title)
    known.set(title, terms)
    return terms
  }
}

function countTerms(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const terms of lists) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function unitVector(terms: readonly string[], rarity: (term: string) => number): Map<string, number> {
  const values = new Map(terms.map((term) => [term, rarity(term)]))
  const length = Math.sqrt([...values.values()].reduce((sum, value) => sum + value * value, 0)) || 1
  for (const [term, value] of values) values.set(term, value / length)
  return values
}

/** Groups of positions: communities of the graph that joins each title to its nearest. */
function clustersOf(vectors: readonly ReadonlyMap<string, number>[]): number[][] {
  const graph = new UndirectedGraph<object, { weight: number }>()
  for (const position of vectors.keys()) graph.addNode(String(position))
  const having = new Map<string, number[]>()
  for (const [position, vector] of vectors.entries()) for (const term of vector.keys()) having.set(term, [...(having.get(term) ?? []), position])
  for (const [position, vector] of vectors.entries()) {
    const near = new Map<number, number>()
    for (const [term, value] of vector) {
      for (const other of having.get(term) ?? []) if (other !== position) near.set(other, (near.get(other) ?? 0) + value * (vectors[other]?.get(term) ?? 0))
    }
    const nearest = [...near].filter(([, cosine]) => cosine >= leastCosine).sort(([a, x], [b, y]) => y - x || a - b).slice(0, neighbours)
    for (const [other, cosine] of nearest) graph.mergeEdge(String(position), String(other), { weight: cosine })
  }
  if (graph.size === 0) return []
  const communities = louvain(graph, { resolution, rng: seededRandom(5), getEdgeWeight: 'weight' })
  const groups = new Map<number, number[]>()
  for (const position of vectors.keys()) {
    const community = communities[String(position)]
    if (community !== undefined) groups.set(community, [...(groups.get(community) ?? []), position])
  }
  return [...groups.values()]
}

/** Positions by their mean nearness to the others of the cluster, nearest first. */
function byCentrality(members: readonly number[], vectors: readonly ReadonlyMap<string, number>[]): number[] {
  const centre = new Map<string, number>()
  for (const at of members) for (const [term, value] of vectors[at] ?? []) centre.set(term, (centre.get(term) ?? 0) + value)
  const nearness = new Map(members.map((at) => [at, [...(vectors[at] ?? [])].reduce((sum, [term, value]) => sum + value * (centre.get(term) ?? 0), 0)]))
  return members.toSorted((a, b) => (nearness.get(b) ?? 0) - (nearness.get(a) ?? 0) || a - b)
}

function risingIn(own: readonly (readonly string[])[], earlier: ReadonlyMap<string, number>, earlierCases: number): { term: string; z: number }[] {
  const counts = countTerms(own)
  const rising: { term: string; z: number }[] = []
  for (const [term, count] of counts) {
    if (count < 2) continue
    const before = earlier.get(term) ?? 0
    const prior = (priorCases * (before + 0.5)) / (earlierCases + 1)
    const odds = (hits: number, of: number, of0: number) => Math.log((hits + prior) / (of + of0 - hits - prior))
    const difference = odds(count, own.length, priorCases) - odds(before, earlierCases, priorCases)
    rising.push({ term, z: difference / Math.sqrt(1 / (count + prior) + 1 / (before + prior)) })
  }
  return rising.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1))
}
