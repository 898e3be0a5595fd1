/** The rate is taken over so long, milliseconds. */
const spanMs = 8_000

/** How fast a job goes and how long it will take, from what it tells of its progress. */
export class Pace {
  readonly #samples: { at: number; rows: number; part: number | null }[] = []
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  note(rows: number, part: number | null): void {
    const at = this.#now()
    this.#samples.push({ at, rows, part })
    while (this.#samples.length > 2 && at - (this.#samples[1]?.at ?? at) > spanMs) this.#samples.shift()
  }

  /** Null until there are two moments to compare. Seconds left are judged by the part done, where that is known. */
  read(): { rowsPerSecond: number | null; secondsLeft: number | null } {
    const [first] = this.#samples
    const last = this.#samples.at(-1)
    if (first === undefined || last === undefined || last.at === first.at) return { rowsPerSecond: null, secondsLeft: null }
    const seconds = (last.at - first.at) / 1000
    const rowsPerSecond = Math.round((last.rows - first.rows) / seconds)
    const partPerSecond = last.part === null || first.part === null ? 0 : (last.part - first.part) / seconds
    return { rowsPerSecond, secondsLeft: last.part === null || partPerSecond <= 0 ? null : Math.ceil((1 - last.part) / partPerSecond) }
  }
}
