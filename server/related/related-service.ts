import { type RelatedHit, type RelatedIndex, RelatedIndexBuilder, type RelatedOptions } from '../analysis/related.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { entityNames } from '../neo4j/queries/entity-names.ts'
import { importsStamp } from '../neo4j/queries/imports-stamp.ts'
import { relatableCases } from '../neo4j/queries/relatable-cases.ts'
import { type ShownCase, ShownCases, type Version } from './shown-cases.ts'

/** Hits for a case with their texts, and what they were looked for in. */
export interface RelatedAnswer {
  hits: RelatedHit[]
  /** The cases of the hits as the graph has them, by id. One that an undoing has just taken away is missing. */
  shown: ReadonlyMap<string, ShownCase>
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

/** Whether the graph has changed is asked this often at most, so that an answer is this far behind it at most. */
const askedEveryMs = 250

/** How the graph stands: `stamp` and `turn` as `importsStamp` has them. */
interface Standing {
  stamp: string
  turn: number
}

function versionOf({ stamp, turn }: Standing): Version {
  return { key: `${stamp} ${String(turn)}`, turn }
}

interface Made {
  index: RelatedIndex
  stamp: string
  /** Names that were asked for so far; they change by imports and undoings alone. */
  names: Map<string, string>
}

/**
 * Finds related cases. Neo4j holds the cases; this keeps a compact index of their words, keywords, countries, dates and ties, about 400 bytes a
 * case, made from the graph when it is first needed and anew when an import or an undoing has ended (`docs/decisions/030-related-index.md`).
 * Nothing is in it that is not in the graph, so that it may be thrown away at any time, and every server of several makes its own.
 */
export class RelatedService {
  readonly #graph: QueryRunner
  readonly #shown: ShownCases
  #standing: { of: Standing; until: number } | null = null
  #asking: Promise<Standing> | null = null
  #made: Made | null = null
  #making: Promise<Made> | null = null
  #forcedAt = -Infinity

  constructor(graph: QueryRunner) {
    this.#graph = graph
    this.#shown = new ShownCases(graph)
  }

  /** Reads the graph once, so that the first visitor need not wait for it. */
  async prepare(): Promise<void> {
    await this.#current((await this.#standingNow()).stamp)
  }

  /** The cases related to one, nearest first; null where no case has that id, as far as is known here. */
  async relatedTo(id: string, options: RelatedOptions): Promise<RelatedAnswer | null> {
    const standing = await this.#standingNow()
    let { made, isCurrent } = await this.#current(standing.stamp)
    if (!made.index.has(id) && isCurrent && performance.now() - this.#forcedAt > forcedEveryMs) {
      this.#forcedAt = performance.now()
      ;({ made, isCurrent } = await this.#current(standing.stamp, true))
    }
    if (!made.index.has(id)) return null
    const hits = made.index.relatedTo(id, options)
    const [shown] = await Promise.all([
      this.#shown.of(hits.map((hit) => hit.id), versionOf(standing)),
      this.#learn(made.names, hits.flatMap((hit) => [...hit.keywords, ...hit.countries, ...hit.sources])),
    ])
    return { hits, shown, names: made.names, compared: made.index.size, isCurrent }
  }

  /** How the graph stands, or stood a moment ago. Once half of that moment is over it is asked ahead, so that requests in a row do not wait for it. */
  async #standingNow(): Promise<Standing> {
    const now = performance.now()
    if (this.#standing === null || now >= this.#standing.until) return this.#asked()
    // After this answer, not before it. Should it fail, whoever comes when the moment is over asks anew and is told.
    if (now >= this.#standing.until - askedEveryMs / 2) setImmediate(() => void this.#asked().catch(() => undefined))
    return this.#standing.of
  }

  /** Whoever asks while it is being asked gets the same answer. */
  async #asked(): Promise<Standing> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = null))
    return this.#asking
  }

  async #ask(): Promise<Standing> {
    const until = performance.now() + askedEveryMs
    const [of] = await this.#graph.run(importsStamp, {})
    if (of === undefined) throw new Error('importsStamp answers with one row, always')
    this.#standing = { of, until }
    return of
  }

  async #learn(names: Map<string, string>, ids: readonly string[]): Promise<void> {
    const unnamed = [...new Set(ids)].filter((one) => !names.has(one))
    if (unnamed.length === 0) return
    for (const one of await this.#graph.run(entityNames, { ids: unnamed })) names.set(one.id, one.name)
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

  /** Fetches what answers will need, so that they need not. */
  async #fill({ names, index }: Made): Promise<void> {
    const features = index.namedFeatures()
    for (let at = 0; at < features.length; at += pageSize) await this.#learn(names, features.slice(at, at + pageSize))
    await this.#shown.fill(index.ids, versionOf(await this.#standingNow()))
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
          refersTo: page.refersTo[at] ?? [],
          repeats: page.repeats[at] ?? [],
          isShown: page.isShown[at] ?? false,
        })
        after = id
      }
    }
    this.#made = { index: builder.build(), stamp, names: new Map() }
    // Nobody waits for it; what it does not bring in is fetched when it is shown.
    void this.#fill(this.#made).catch(() => undefined)
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
