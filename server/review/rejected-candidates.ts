import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const storedSchema = z.array(z.strictObject({ at: z.iso.datetime(), by: z.string(), caseIds: z.array(z.string()) }))
type Stored = z.output<typeof storedSchema>

/** Two groups are the same proposal when they share at least so much of all their cases (Jaccard). */
const sameShare = 0.5

const keyOf = (caseIds: readonly string[]) => [...caseIds].sort().join(' ')

/** Groups of cases of which somebody said that they are no narrative; a file of the home folder. */
export class RejectedCandidates {
  readonly #file: string

  constructor(home: string) {
    this.#file = path.join(home, 'taxonomy', 'rejected-candidates.json')
  }

  #read(): Stored {
    return existsSync(this.#file) ? storedSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8'))) : []
  }

  #write(all: Stored): void {
    mkdirSync(path.dirname(this.#file), { recursive: true })
    writeFileSync(`${this.#file}.new`, JSON.stringify(all))
    renameSync(`${this.#file}.new`, this.#file)
  }

  reject(by: string, caseIds: readonly string[]): number {
    const all = [...this.#read().filter((one) => keyOf(one.caseIds) !== keyOf(caseIds)), { at: new Date().toISOString(), by, caseIds: [...caseIds] }]
    this.#write(all)
    return all.length
  }

  takeBack(caseIds: readonly string[]): number {
    const all = this.#read().filter((one) => keyOf(one.caseIds) !== keyOf(caseIds))
    this.#write(all)
    return all.length
  }

  /** Whether a group is mostly one that was rejected. */
  test(): (caseIds: readonly string[]) => boolean {
    const rejected = this.#read().map(({ caseIds }) => new Set(caseIds))
    return (caseIds) =>
      rejected.some((other) => {
        const shared = caseIds.filter((id) => other.has(id)).length
        return shared / (caseIds.length + other.size - shared) >= sameShare
      })
  }
}
