import { type RelatedHit, type RelatedIndex, RelatedIndexBuilder, type RelatedOptions } from '../analysis/related.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { entityNames } from '../neo4j/queries/entity-names.ts'
import { importsStamp } from '../neo4j/queries/imports-stamp.ts'
import { relatableCases } from '../neo4j/queries/relatable-cases.ts'
import { relatedDetails, type RelatedDetails } from '../neo4j/queries/related-details.ts'

/** Hits for a case with their texts, and what they were looked for in. */
export interface RelatedAnswer {
  hits: RelatedHit[]
  /** The cases of the hits as the graph has them now. One that an undoing has just taken away has none. */
  details: RelatedDetails[]
  /** Names of the keywords, countries and sources in the hits. */
  names: ReadonlyMap<string, string>
  /** How many cases were compared. */
  compared: number
  /** Whether all imports that have ended are in it. */
  isCurrent: boolean
}

/** Cases read at a time: reading them keeps the server from answering others for a few hundredths of a second. */
const pageSize = 500

/** A request waits this long for the index to be made anew; then it is answered from the one before, and says so. */
const patienceMs = 2_000

/** A case that no index knows has it made anew, at most this often: during a long import every second case is such a one. */
const forcedEveryMs = 30_000

interface Made {
  index: RelatedIndex
  stamp: string
  /** Names that were asked for so far; they change by imports and undoings alone. */
  names: Map<string, string>
}

/**
 * Finds related cases. Neo4j holds the cases; this keeps a compact index of their words, keywords, countries, dates and ties, about 300 bytes a
 * case, made from the graph when it is first needed and anew when an import or an undoing has ended (`docs/decisions/030-related-index.md`).
 * Nothing is in it that is not in the graph, so that it may be thrown away at any time, and every server of several makes its own.
 */
export class RelatedService {
  readonly #graph: QueryRunner
  #made: Made | null = null
  #making: Promise<Made> | null = null
  #forcedAt = -Infinity

  constructor(graph: QueryRunner) {
    this.#graph = graph
  }

  /** Reads the graph once, so that the first visitor need not wait for it. */
  async prepare(): Promise<void> {
    await this.#current(await this.#stamp())
  }

  /** The cases related to one, nearest first; null where no case has that id, as far as is known here. */
  async relatedTo(id: string, options: RelatedOptions): Promise<RelatedAnswer | null> {
    // Nearly always nothing has changed: the answer is fetched in the question that tells so, and thrown away if something has.
    const ahead = this.#made === null ? null : await this.#answer(this.#made, id, options, true)
    if (ahead !== null && ahead.stamp === ahead.madeAt) return ahead
    const stamp = ahead?.stamp ?? (await this.#stamp())
    let { made, isCurrent } = await this.#current(stamp)
    if (!made.index.has(id) && isCurrent && performance.now() - this.#forcedAt > forcedEveryMs) {
      this.#forcedAt = performance.now()
      ;({ made, isCurrent } = await this.#current(stamp, true))
    }
    return this.#answer(made, id, options, isCurrent)
  }

  async #stamp(): Promise<string> {
    return (await this.#graph.run(importsStamp, {}))[0]?.stamp ?? ''
  }

  /** With the stamp at which the index was made and the one of now. */
  async #answer({ index, names, stamp: madeAt }: Made, id: string, options: RelatedOptions, isCurrent: boolean): Promise<(RelatedAnswer & { madeAt: string; stamp: string }) | null> {
    if (!index.has(id)) return null
    const hits = index.relatedTo(id, options)
    const unnamed = [...new Set(hits.flatMap((hit) => [...hit.keywords, ...hit.countries, ...hit.sources]))].filter((one) => !names.has(one))
    const [[row], found] = await Promise.all([
      this.#graph.run(relatedDetails, { id, ids: hits.map((hit) => hit.id), named: hits.filter(({ isNamed }) => isNamed).map((hit) => hit.id) }),
      unnamed.length === 0 ? [] : this.#graph.run(entityNames, { ids: unnamed }),
    ])
    for (const one of found) names.set(one.id, one.name)
    return { hits, details: row?.cases ?? [], names, compared: index.size, isCurrent, madeAt, stamp: row?.stamp ?? '' }
  }

  /** The index to answer from now. */
  async #current(stamp: string, isForced = false): Promise<{ made: Made; isCurrent: boolean }> {
    if (this.#made?.stamp === stamp && !isForced) return { made: this.#made, isCurrent: true }
    this.#making ??= this.#make(stamp).finally(() => (this.#making = null))
    const { making, before } = { making: this.#making, before: this.#made }
    if (before === null) return { made: await making, isCurrent: true }
    const made = await inTime(making, patienceMs)
    return made === null ? { made: before, isCurrent: false } : { made, isCurrent: made.stamp === stamp }
  }

  async #make(stamp: string): Promise<Made> {
    const builder = new RelatedIndexBuilder()
    for (let after = ''; ; ) {
      const [page] = await this.#graph.run(relatableCases, { after, limit: pageSize })
      if (page === undefined || page.id.length === 0) break
      for (const [at, id] of page.id.entries()) {
        builder.add({
          id,
          title: page.title[at] ?? '',
          claim: page.claim[at] === '' ? null : (page.claim[at] ?? null),
          publishedOn: page.date[at] === '' ? null : (page.date[at] ?? null),
          keywords: page.keywords[at] ?? [],
          countries: page.countries[at] ?? [],
          sources: page.sources[at] ?? [],
          namedCases: page.namedCases[at] ?? [],
          isShown: page.isShown[at] ?? false,
        })
        after = id
      }
    }
    this.#made = { index: builder.build(), stamp, names: new Map() }
    return this.#made
  }
}

/** What comes within that time; null for what takes longer, whose failure then is left to whoever waits for it next. */
async function inTime<Value>(work: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      work.catch(() => undefined)
      resolve(null)
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
