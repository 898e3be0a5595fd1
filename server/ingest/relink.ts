import { randomUUID } from 'node:crypto'
import type { Tier } from '#graph-schema/evidence.ts'
import { type Decision, DecisionBook } from '../narratives/decisions.ts'
import { storeTaxonomy } from '../narratives/store-taxonomy.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { type StoredReasons, toStoredReasons } from '../neo4j/edge-reasons.ts'
import { decisionsOn } from '../neo4j/queries/decisions-on.ts'
import { allCaseIds, keywordLinks, type LinkableCaseRow, linkableCases } from '../neo4j/queries/linkable-cases.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { beginRelinking, endRelinking } from '../neo4j/queries/write/relinking.ts'
import { withRulings } from './decided-links.ts'
import type { PlannedEdge } from './edge-facts.ts'
import { keywordEdges } from './entity-nodes.ts'
import { type MadeBy, madeBy } from './importer-version.ts'
import { inOrder, linksOf } from './prepare-record.ts'
import { dropEdges, writeEdges } from './write-nodes.ts'

/** What linking anew changes between a case and a narrative; null: no link. Links whose tier stays are not told. */
export interface LinkChange {
  caseId: string
  narrativeId: string
  before: Tier | null
  after: Tier | null
}

/** What linking some cases anew comes to. */
export interface RelinkPlan {
  changes: LinkChange[]
  /** Links of which only the reasons or the version change. */
  reasonsOnly: number
  edges: PlannedEdge[]
  dropped: { from: string; type: PlannedEdge['type']; to: string }[]
}

interface StoredLink {
  type: PlannedEdge['type']
  to: string
  tier?: Tier | null
  basis?: string | null
  evidence: readonly string[]
  version: string | null
}

/** Whether an edge would be stored just as it is. */
function isStored(now: StoredReasons, was: StoredLink): boolean {
  return (was.tier ?? undefined) === now['tier'] && (was.basis ?? undefined) === now['basis'] && (was.version ?? undefined) === now['version'] && JSON.stringify(was.evidence) === JSON.stringify(now['evidence'] ?? [])
}

function difference(from: string, was: readonly StoredLink[], now: readonly PlannedEdge[], versionOf: MadeBy): RelinkPlan {
  const before = new Map(was.map((link) => [`${link.type} ${link.to}`, link]))
  const plan: RelinkPlan = { changes: [], reasonsOnly: 0, edges: [], dropped: [] }
  for (const edge of now) {
    const key = `${edge.type} ${edge.to}`
    const stored = before.get(key)
    before.delete(key)
    if (stored !== undefined && isStored(toStoredReasons(edge, versionOf(edge.type)), stored)) continue
    plan.edges.push(edge)
    if (edge.type === 'CARRIES' && stored?.tier !== edge.tier) plan.changes.push({ caseId: from, narrativeId: edge.to, before: stored?.tier ?? null, after: edge.tier })
    else plan.reasonsOnly += 1
  }
  for (const { type, to, tier = null } of before.values()) {
    plan.dropped.push({ from, type, to })
    if (type === 'CARRIES') plan.changes.push({ caseId: from, narrativeId: to, before: tier, after: null })
  }
  return plan
}

function unite(plans: readonly RelinkPlan[]): RelinkPlan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    reasonsOnly: plans.reduce((sum, plan) => sum + plan.reasonsOnly, 0),
    edges: plans.flatMap(({ edges }) => edges),
    dropped: plans.flatMap(({ dropped }) => dropped),
  }
}

/** What linking these cases anew would change, from their stored texts and what people decided. Pure. */
export function planRelink(cases: readonly LinkableCaseRow[], decisions: readonly Decision[], taxonomy: Taxonomy): RelinkPlan {
  const book = new DecisionBook(decisions, taxonomy)
  const versionOf = madeBy(taxonomy)
  return unite(
    cases.map((one) => {
      const links = one.status === 'known-by-title' ? [] : withRulings(one.id, linksOf({ ...one, name: one.title }, inOrder(one.keywords), taxonomy), book.rulingsOn(one))
      return difference(one.id, one.links, links, versionOf)
    }),
  )
}

async function planFor(runner: QueryRunner, ids: readonly string[], taxonomy: Taxonomy): Promise<RelinkPlan & { cpuMs: number }> {
  const cases = await runner.run(linkableCases, { ids: [...ids] })
  const decisions = await runner.run(decisionsOn, { ids: cases.flatMap(({ id, aliases }) => [id, ...aliases]) })
  const before = process.cpuUsage()
  const plan = planRelink(cases, decisions, taxonomy)
  const { user, system } = process.cpuUsage(before)
  return { ...plan, cpuMs: (user + system) / 1000 }
}

/** Links these cases anew in the transaction, which must have taken the import lock. Resolves with what changed. */
export async function relinkCases(tx: QueryRunner, ids: readonly string[], taxonomy: Taxonomy): Promise<LinkChange[]> {
  const plan = await planFor(tx, ids, taxonomy)
  await dropEdges(tx, plan.dropped)
  await writeEdges(tx, plan.edges, madeBy(taxonomy))
  return plan.changes
}

/** So many cases are linked in one transaction. */
const casesPerStep = 500

/** What linking all cases anew did, or would do. */
export interface RelinkOutcome {
  cases: number
  changes: LinkChange[]
  reasonsOnly: number
  /** Processor time for linking itself, without reading and writing the graph. */
  cpuMs: number
}

export interface RelinkOptions {
  dryRun?: boolean
  signal?: AbortSignal | undefined
  onProgress?: (done: number, all: number) => void
}

/** Some cases with what linking them anew comes to. */
interface Page {
  ids: string[]
  last: string
  plan: RelinkPlan & { cpuMs: number }
}

async function planPage(driver: GraphDriver, after: string, taxonomy: Taxonomy): Promise<Page | null> {
  const ids = (await driver.run(allCaseIds, { after, limit: casesPerStep })).map(({ id }) => id)
  const last = ids.at(-1)
  return last === undefined ? null : { ids, last, plan: await planFor(driver, ids, taxonomy) }
}

/** Brings the taxonomy's own nodes and edges, and what keywords stand for, to what the taxonomy says; takes the lock under the given id. Resolves with the links that went with their narratives. */
async function relinkKeywords(driver: GraphDriver, holder: string, taxonomy: Taxonomy): Promise<LinkChange[]> {
  const lost = await storeTaxonomy(driver, taxonomy)
  await driver.write(async (tx) => {
    await tx.run(beginChunk, { id: holder, taxonomy: taxonomy.version })
    const versionOf = madeBy(taxonomy)
    const { edges, dropped } = unite((await tx.run(keywordLinks, {})).map(({ id, name, links }) => difference(id, links, keywordEdges(id, name, taxonomy), versionOf)))
    await dropEdges(tx, dropped)
    await writeEdges(tx, edges, versionOf)
  })
  return lost.map(({ tier, ...link }) => ({ ...link, before: tier, after: null }))
}

/**
 * Links all cases anew from their stored texts, with the given taxonomy, patterns and model, and with what people decided. Writes only what
 * differs, so that a second run writes nothing; may be stopped at any moment and run again. With `dryRun` nothing is written. The graph ends
 * up as if every file had been imported with this taxonomy. While some cases are written the next are read; a plan made ahead is made again
 * where somebody else wrote meanwhile.
 */
export async function relinkAll(driver: GraphDriver, taxonomy: Taxonomy, options: RelinkOptions = {}): Promise<RelinkOutcome> {
  const { dryRun = false, signal, onProgress } = options
  const holder = `link:${randomUUID()}`
  const relinking = `${taxonomy.version} ${holder}`
  // Noted before anything is written: a kill leaves the note.
  if (!dryRun) await driver.run(beginRelinking, { relinking })
  const lost = dryRun ? [] : await relinkKeywords(driver, holder, taxonomy)
  const all = (await driver.run(countKinds, {})).find(({ kind }) => kind === 'Case')?.count ?? 0
  const outcome: RelinkOutcome = { cases: 0, changes: lost, reasonsOnly: 0, cpuMs: 0 }
  // Somebody else wrote while this plan and the one after it were made.
  let isOutdated = false

  async function write({ ids, plan }: Page): Promise<Page['plan']> {
    // The driver may run the transaction twice; what the first run met still counts in the second.
    let isForeign = false
    const written = await driver.write(async (tx) => {
      const [begun] = await tx.run(beginChunk, { id: holder, taxonomy: taxonomy.version })
      isForeign ||= begun?.before !== holder
      const valid = isForeign || isOutdated ? await planFor(tx, ids, taxonomy) : plan
      await dropEdges(tx, valid.dropped)
      await writeEdges(tx, valid.edges, madeBy(taxonomy))
      return valid
    })
    isOutdated = isForeign
    return written
  }

  for (let reading = planPage(driver, '', taxonomy); ; ) {
    const page = await reading
    if (page === null) {
      if (!dryRun) await driver.run(endRelinking, { relinking, taxonomy: taxonomy.version })
      return outcome
    }
    signal?.throwIfAborted()
    reading = planPage(driver, page.last, taxonomy)
    // Awaited above in the next round; should writing fail first, that is the failure to tell.
    reading.catch(() => undefined)
    const plan = dryRun ? page.plan : await write(page)
    outcome.cases += page.ids.length
    outcome.reasonsOnly += plan.reasonsOnly
    outcome.cpuMs += plan.cpuMs
    outcome.changes.push(...plan.changes)
    onProgress?.(outcome.cases, all)
  }
}
