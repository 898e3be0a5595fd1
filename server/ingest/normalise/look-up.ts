import { fold } from '#graph-schema/fold.ts'

/** A value that is no entity at all, and why. */
export interface Junk {
  junk: string
}

/** Folded names → entities. The first entry of a name keeps it, so that tables come before fallbacks. */
export class LookUp<Entity> {
  readonly #entries = new Map<string, Entity>()

  add(name: string, entity: Entity): void {
    const key = keyOf(name)
    if (!this.#entries.has(key)) this.#entries.set(key, entity)
  }

  /** By the name itself, else by the name without its article. */
  get(name: string): Entity | null {
    const key = keyOf(name)
    return this.#entries.get(key) ?? this.#entries.get(key.replace(/^the /, '')) ?? null
  }
}

/** Names that fold to nothing (signs only) are told apart as they stand. */
function keyOf(name: string): string {
  const folded = fold(name.replace(/['’ʼ]/gu, ''))
  return folded === '' ? name.trim() : folded
}
