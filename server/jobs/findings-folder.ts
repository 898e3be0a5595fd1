import { access } from 'node:fs/promises'
import path from 'node:path'

/** Where the whole lists of findings lie: a folder an import or job, named by its id without what a file system may not like. */
export class FindingsFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  fileOf(id: string): string {
    return path.join(this.#folder, id.replace(/[^a-zA-Z0-9-]+/gu, '_').slice(0, 120), 'findings.csv')
  }

  /** The file, if it is there. */
  async find(id: string): Promise<string | null> {
    const file = this.fileOf(id)
    return access(file).then(() => file, () => null)
  }
}
