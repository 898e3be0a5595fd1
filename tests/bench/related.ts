import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { relatedEndpoint } from '#graph-schema/api/related.ts'
import type { RelatableCase } from '#server/analysis/related.ts'
import { loadEntities } from '#server/ingest/normalise/entities.ts'
import type { Taxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { relatableCases } from '#server/neo4j/queries/relatable-cases.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { importPath } from '#tests/builders/import-path.ts'
import { relatedOracle } from '#tests/builders/related-oracle.ts'
import type { Bare } from './bare.ts'
import { inTurn, type Sides, timed } from './measure.ts'

/** How many answers are compared with the plain ranking, and how many are timed, after some that warm both sides. */
const compared = 100
const warming = 300
const rounds = 5
const callsPerRound = 200
const depth = 20

/** All cases that share a keyword, country or narrative, scored by the rarity of what they share: the exact answer in two hops, with no index. */
const twoHops = `
  MATCH (c:Case {id: $id})
  CALL { MATCH (any:Case) RETURN count(any) AS cases }
  MATCH (c)-[:TAGGED_WITH|DISCUSSES|CARRIES]->(f)
  WITH c, f, log(1 + toFloat(cases) / COUNT { (f)<--() }) AS rarity
  MATCH (f)<-[:TAGGED_WITH|DISCUSSES|CARRIES]-(d:Case) WHERE d <> c
  WITH d, sum(rarity) AS score, collect(f.name) AS shared ORDER BY score DESC, d.id LIMIT ${String(depth)}
  RETURN d.id AS id, d.name AS title, toString(d.publishedOn) AS publishedOn, d.disproofState AS disproofState, d.disproof AS disproof, score, shared`

/** Brings the weekly review in as well, where it lies beside the project. */
export async function bringReview(driver: GraphDriver, taxonomy: Taxonomy): Promise<string> {
  const root = findProjectRoot()
  const file = path.join(root, '..', 'shared', 'data', 'review-2015-2017.csv')
  if (!existsSync(file)) return 'no review file'
  const { rows } = await importPath(driver, file, { entities: loadEntities(root), taxonomy }, os.tmpdir())
  return `and ${String(rows.read)} rows of the review`
}

async function readAll(driver: GraphDriver): Promise<RelatableCase[]> {
  const all: RelatableCase[] = []
  for (let after = ''; ; ) {
    const [page] = await driver.run(relatableCases, { after, limit: 500 })
    if (page === undefined || page.id.length === 0) return all
    for (const [at, id] of page.id.entries()) {
      const text = (values: readonly string[]) => (values[at] === '' ? null : (values[at] ?? null))
      all.push({ id, title: page.title[at] ?? '', claim: text(page.claim), publishedOn: text(page.date), keywords: page.keywords[at] ?? [], countries: page.countries[at] ?? [], sources: page.sources[at] ?? [], refersTo: page.refersTo[at] ?? [], repeats: page.repeats[at] ?? [], isShown: page.isShown[at] ?? false })
      after = id
    }
  }
}

/**
 * Related cases over HTTP against the exact two-hop query on the bare driver, and how many of the plain ranking's first twenty are among ours:
 * a case with the score of the twentieth counts, for equals stand in no order. `firstMs`: the first answer, for which the index is made.
 */
export async function benchRelated(driver: GraphDriver, bare: Bare, address: string, get: (at: string) => Promise<void>): Promise<{ rounds: Sides[]; recallAt20: number; firstMs: number; cases: number }> {
  const all = await readAll(driver)
  const shown = all.filter(({ isShown }) => isShown !== false)
  const every = Math.max(1, Math.floor(shown.length / (compared + rounds * callsPerRound)))
  const ids = shown.filter((_, at) => at % every === 0).map(({ id }) => id)
  const ask = async (id: string) => relatedEndpoint.response.parse(await (await fetch(`${address}/api/cases/${encodeURIComponent(id)}/related?limit=${String(depth)}`)).json())
  const first = await timed(() => ask(ids[0] ?? ''))
  const oracle = relatedOracle(all)
  let found = 0
  let wanted = 0
  for (const id of ids.slice(0, compared)) {
    const exact = oracle(id)
    const scores = new Map(exact.map((one) => [one.id, one.score]))
    const least = (exact[Math.min(depth, exact.length) - 1]?.score ?? 0) - 1e-9
    const answer = await ask(id)
    found += answer.cases.filter((one) => (scores.get(one.id) ?? 0) >= least).length
    wanted += Math.min(depth, exact.length)
  }
  let [ours, theirs] = [compared, compared]
  const run = (calls: number) => inTurn(calls, () => get(`/api/cases/${encodeURIComponent(ids[ours++ % ids.length] ?? '')}/related?limit=${String(depth)}`), () => bare.read(twoHops, { id: ids[theirs++ % ids.length] ?? '' }))
  await run(warming)
  const measured: Sides[] = []
  while (measured.length < rounds) measured.push(await run(callsPerRound))
  return { rounds: measured, recallAt20: found / wanted, firstMs: Math.round(first.wallMs), cases: all.length }
}
