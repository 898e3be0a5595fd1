import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseUnavailableError } from '../errors.ts'

/** How long a request waits to hear whether a database that was away is back. */
const waitMs = 300

/**
 * Whether the database was there when it was last asked. While it is away, one probe at a time asks for it and everybody hears its answer,
 * or soon gives up; so a request fails at once instead of waiting for a time-out of its own, and the first that finds it back lets all through.
 */
export class Reachability {
  readonly #probe: () => Promise<unknown>
  #isAway = false
  #probing: Promise<boolean> | null = null

  /** `probe` rejects as long as the database does not answer. */
  constructor(probe: () => Promise<unknown>) {
    this.#probe = probe
  }

  noteAway(): void {
    this.#isAway = true
  }

  /** Resolves at once unless the database was away; DatabaseUnavailableError when it still is. */
  async assertThere(): Promise<void> {
    if (!this.#isAway) return
    this.#probing ??= this.#ask()
    const waiting = new AbortController()
    const isThere = await Promise.race([this.#probing, sleep(waitMs, false, { signal: waiting.signal }).catch(() => false)])
    waiting.abort()
    if (!isThere) throw new DatabaseUnavailableError('The database was away and has not come back')
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#probe()
      this.#isAway = false
      return true
    } catch {
      return false
    } finally {
      this.#probing = null
    }
  }
}
