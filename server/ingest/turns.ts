import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work gives way to whatever else the process does this often, milliseconds. */
const turnMs = 12

/** Cuts long work into turns: where one is over, await the next. */
export class Turns {
  #began = performance.now()

  isOver(): boolean {
    return performance.now() - this.#began > turnMs
  }

  /** Resolves when all else that was waiting has had its turn. */
  async next(): Promise<void> {
    await nextTurn()
    this.#began = performance.now()
  }

  /** A list made item by item, in turns. */
  async map<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made): Promise<Made[]> {
    const made: Made[] = []
    for (const [index, item] of items.entries()) {
      made.push(make(item, index))
      if (this.isOver()) await this.next()
    }
    return made
  }
}
