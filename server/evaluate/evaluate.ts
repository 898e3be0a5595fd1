import { loadCorpus } from '#seed/dataset.ts'
import { linkCase } from '../narratives/link-case.ts'
import { loadTaxonomy, type Taxonomy } from '../narratives/taxonomy.ts'
import { loadYardstick, type Yardstick } from '../narratives/yardstick.ts'
import { sha256 } from '../sha256.ts'
import { type GoldResult, measureGold, measureSplit, type SplitResult } from './evaluate-linking.ts'
import { type BurstResult, measureBursts } from './measure-bursts.ts'
import { type RetrievalResult, sharedEvidence, withheldKeyword } from './measure-related.ts'
import type { MeasuredCase } from './read-cases.ts'
import { trainOnKeywords } from './training.ts'

/** Full claims are split here: the review ends in 2017. */
const claimsBefore = '2016-10-01'

export interface EvaluationInput {
  posts: readonly MeasuredCase[]
  reviews: readonly MeasuredCase[]
  gold: ReadonlyMap<string, ReadonlySet<string>> | null
  trainBefore: string
  projectRoot: string
}

export interface Evaluation extends SplitResult {
  /** The review’s full claims, split at 2016-10-01; null without a file of reviews. */
  claims: SplitResult | null
  gold: GoldResult | null
  related: { withheldKeyword: RetrievalResult | null; sharedEvidence: RetrievalResult | null; recallAt10: number; mrr: number }
  bursts: BurstResult
  docsPerCpuSecond: number
  taxonomyVersion: string
}

/** Measures everything that can be measured on these files, without a database. The same files give the same figures, but for `docsPerCpuSecond`. */
export function evaluate({ posts, reviews, gold, trainBefore, projectRoot }: EvaluationInput): Evaluation {
  const taxonomy = loadTaxonomy(projectRoot, { model: 'none' })
  const yardstick = loadYardstick(projectRoot, new Set([...taxonomy.narratives, ...taxonomy.topics].map(({ id }) => id)))
  const cases = [...posts, ...reviews]
  const curated = new Set(loadCorpus(projectRoot).flatMap(({ entry }) => (entry.sourceUrl !== null && (entry.publishedOn ?? '') >= trainBefore ? [entry.sourceUrl] : [])))
  const isPost = new Set(posts)
  const titles = measureSplit(cases, trainBefore, (one) => posts.length === 0 || isPost.has(one), ({ url }) => url !== null && curated.has(url), taxonomy, yardstick)
  const claims = reviews.length === 0 ? null : measureSplit(cases, claimsBefore, (one) => !isPost.has(one), () => false, taxonomy, yardstick)
  const keyword = posts.length === 0 ? null : withheldKeyword(posts)
  const evidence = reviews.length === 0 ? null : sharedEvidence(reviews)
  const bursts = measureBursts(posts.length === 0 ? reviews : posts, taxonomy, yardstick, projectRoot)
  return {
    ...titles,
    claims,
    gold: gold === null ? null : measureGold(cases, gold, trainBefore, taxonomy, yardstick),
    related: { withheldKeyword: keyword, sharedEvidence: evidence, recallAt10: (keyword ?? evidence)?.recallAt10 ?? 0, mrr: (keyword ?? evidence)?.mrr ?? 0 },
    bursts,
    docsPerCpuSecond: docsPerCpuSecond(cases, trainBefore, taxonomy, yardstick),
    taxonomyVersion: taxonomy.version,
    hash: sha256([titles.hash, claims?.hash ?? '', JSON.stringify(bursts.each)].join(' ')),
  }
}

/** Cases linked in a second of processor time: words, patterns, model and evidence, with a model trained before; first run thrown away. */
function docsPerCpuSecond(cases: readonly MeasuredCase[], before: string, taxonomy: Taxonomy, yardstick: Yardstick): number {
  const withModel: Taxonomy = { ...taxonomy, model: trainOnKeywords(cases.slice(0, 2000), before, taxonomy, yardstick).model }
  const run = () => {
    const from = process.cpuUsage()
    for (const { title, claim, disproof, keywords } of cases) linkCase({ title, claim, disproof, keywords }, withModel)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1e6
  }
  run()
  const seconds = run()
  return seconds === 0 ? 0 : Math.round(cases.length / seconds)
}
