import { isSameCase, mergeCases, type StoredCase } from './merge-case.ts'

/** The cases of a chunk, known and new, found again by whatever may identify them; it merges what is the same. */
export class CaseBook {
  readonly #byId = new Map<string, StoredCase>()
  readonly #byTitle = new Map<string, Set<string>>()
  readonly #byAlias = new Map<string, string>()
  readonly #renamed = new Map<string, string>()
  readonly #stored: readonly string[]
  readonly #touched = new Set<string>()

  /** Whether a title and a day make a case without address the same as one with it. Not where that has been settled (`settle.ts`). */
  readonly #joinsByDay: boolean

  /** `known` is what the database holds. */
  constructor(known: readonly StoredCase[], { joinsByDay = true }: { joinsByDay?: boolean } = {}) {
    this.#joinsByDay = joinsByDay
    this.#stored = known.map((one) => one.id)
    for (const one of known) this.#put(one)
  }

  #put(one: StoredCase): void {
    this.#byId.set(one.id, one)
    this.#byTitle.set(one.titleKey, (this.#byTitle.get(one.titleKey) ?? new Set()).add(one.id))
    for (const alias of one.aliases) this.#byAlias.set(alias, one.id)
  }

  #candidates(incoming: StoredCase): StoredCase[] {
    const ids = new Set(this.#byTitle.get(incoming.titleKey))
    const aliased = this.#byAlias.get(incoming.id)
    if (aliased !== undefined) ids.add(aliased)
    return [...ids].flatMap((id) => this.#byId.get(id) ?? []).filter((known) => isSameCase(known, incoming) && (this.#joinsByDay || known.publishedOn === null || incoming.publishedOn === null || known.id === incoming.id))
  }

  /** The one case that can be the same as `incoming`; null when none or several could be. */
  find(incoming: StoredCase): StoredCase | null {
    const exact = this.#byId.get(incoming.id)
    if (exact !== undefined) return exact
    const same = this.#candidates(incoming)
    return same.length === 1 ? (same[0] ?? null) : null
  }

  /** Whether any case here could be the same as `incoming`. */
  mayHold(incoming: StoredCase): boolean {
    return this.#byId.has(incoming.id) || this.#candidates(incoming).length > 0
  }

  /** Takes a case in; `fresh` unless it was there already with more than its title. */
  absorb(incoming: StoredCase): { id: string; fresh: boolean } {
    const same = this.find(incoming)
    const merged = same === null ? incoming : mergeCases(same, incoming)
    if (same !== null) {
      this.#byId.delete(same.id)
      this.#byTitle.get(same.titleKey)?.delete(same.id)
      this.#touched.delete(same.id)
      if (same.id !== merged.id) this.#renamed.set(same.id, merged.id)
    }
    this.#put(merged)
    this.#touched.add(merged.id)
    return { id: merged.id, fresh: same === null || same.status === 'known-by-title' }
  }

  /** The id in force for an id that a case had when it was taken in. */
  currentId(id: string): string {
    const next = this.#renamed.get(id)
    return next === undefined ? id : this.currentId(next)
  }

  /** Cases that were taken in, as they stand now. */
  touched(): StoredCase[] {
    return [...this.#touched].flatMap((id) => this.#byId.get(id) ?? [])
  }

  /** Cases of the database whose id changed. */
  renames(): { from: string; to: string }[] {
    return this.#stored.map((from) => ({ from, to: this.currentId(from) })).filter(({ from, to }) => from !== to)
  }
}
