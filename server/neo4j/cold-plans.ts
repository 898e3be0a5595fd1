import { QueryTimeoutError } from '../errors.ts'

/** What a query may take, planning included, milliseconds. */
const coldMs = 20_000

/** A query that took even longer is slow, not unplanned, and is not tried like this again for so long. */
const slowForMs = 60_000

/**
 * A second chance for queries that ran into their limit. After a start or a change of most of the graph (wipe and seed) the server plans
 * a text anew at its next run, and on a busy machine that alone can take longer than the query may; what is cut off then is planned
 * from the start next time. So one run of that text gets the time to be planned; others of it that were cut off wait for that.
 */
export class ColdPlans {
  readonly #running = new Map<string, Promise<void>>()
  readonly #slowUntil = new Map<string, number>()

  /** Runs `run` again with the limit that fits; throws `cutOff` where there is no point in that. */
  async again<Answer>(name: string, run: (limitMs?: number) => Promise<Answer>, cutOff: QueryTimeoutError): Promise<Answer> {
    if ((this.#slowUntil.get(name) ?? 0) > Date.now()) throw cutOff
    const planning = this.#running.get(name)
    if (planning !== undefined) {
      await planning
      return run()
    }
    const answer = run(coldMs)
    this.#running.set(name, answer.then(() => undefined, () => undefined))
    try {
      return await answer
    } catch (error) {
      if (error instanceof QueryTimeoutError) this.#slowUntil.set(name, Date.now() + slowForMs)
      throw error
    } finally {
      this.#running.delete(name)
    }
  }
}
