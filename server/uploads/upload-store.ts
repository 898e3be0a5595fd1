import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { BadInputError, DomainError, StorageFullError, TooLargeError } from '../errors.ts'

const storedSchema = z.strictObject({ id: z.string(), name: z.string(), size: z.int(), sha256: z.string(), uploadedAt: z.string() })

/** A file that was sent and lies on disk. */
export interface StoredUpload extends z.output<typeof storedSchema> {
  /** Where its bytes lie. */
  path: string
}

const idPattern = /^[0-9a-f]{32}$/u
const keptMs = 14 * 24 * 60 * 60_000

/**
 * Files that people sent, by the hash of their bytes: sending one again finds it. The name that was given stands beside it and is never
 * part of a path.
 */
export class UploadStore {
  readonly #folder: string
  readonly #mostBytes: number

  /** `folder` is made when needed; nothing in it larger than `mostBytes`. */
  constructor(folder: string, mostBytes: number) {
    this.#folder = folder
    this.#mostBytes = mostBytes
  }

  /** Takes a file in as it streams. TooLargeError, StorageFullError; whatever goes wrong, no part of it stays. */
  async receive(name: string, body: Readable, announced: number | null = null): Promise<StoredUpload> {
    const most = this.#mostBytes
    const tooLarge = () => new TooLargeError(`${name} is larger than ${String(Math.floor(most / 1024 / 1024))} MB, the most that is taken. Pack it with gzip, split it, or import it on the command line.`)
    if (announced !== null && announced > most) throw tooLarge()
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const part = path.join(this.#folder, `${randomUUID()}.part`)
    const hash = createHash('sha256')
    let size = 0
    const measure = new Transform({
      transform(bytes: Buffer, _encoding, done) {
        size += bytes.length
        hash.update(bytes)
        if (size > most) done(tooLarge())
        else done(null, bytes)
      },
    })
    try {
      await pipeline(body, measure, createWriteStream(part, { mode: 0o600 }))
      if (size === 0) throw new BadInputError(`${name} is empty`)
      const sha256 = hash.digest('hex')
      const stored = { id: sha256.slice(0, 32), name, size, sha256, uploadedAt: new Date().toISOString() }
      await rename(part, this.#pathOf(stored.id))
      await writeFile(`${this.#pathOf(stored.id)}.json`, JSON.stringify(stored), { mode: 0o600 })
      return { ...stored, path: this.#pathOf(stored.id) }
    } catch (error) {
      await rm(part, { force: true })
      throw translate(error, name)
    }
  }

  /** Null for an id of nothing that is kept. */
  async find(id: string): Promise<StoredUpload | null> {
    if (!idPattern.test(id)) return null
    const text = await readFile(`${this.#pathOf(id)}.json`, 'utf8').catch(() => null)
    if (text === null) return null
    const stored = storedSchema.safeParse(JSON.parse(text))
    const size = await stat(this.#pathOf(id)).then((found) => found.size, () => null)
    return stored.success && size === stored.data.size ? { ...stored.data, path: this.#pathOf(id) } : null
  }

  async findBySha256(sha256: string): Promise<StoredUpload | null> {
    const found = await this.find(sha256.slice(0, 32))
    return found?.sha256 === sha256 ? found : null
  }

  /** True if there was something to forget. */
  async discard(id: string): Promise<boolean> {
    const found = await this.find(id)
    if (found === null) return false
    await rm(`${found.path}.json`, { force: true })
    await rm(found.path, { force: true })
    return true
  }

  /** Throws away what was sent long ago, and parts of what never arrived; for the start. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => [])
    for (const name of names) {
      const file = path.join(this.#folder, name)
      const age = Date.now() - (await stat(file).then((found) => found.mtimeMs, () => Date.now()))
      if (name.endsWith('.part') ? age > 60 * 60_000 : age > keptMs) await rm(file, { force: true })
    }
  }

  #pathOf(id: string): string {
    return path.join(this.#folder, id)
  }
}

function translate(error: unknown, name: string): unknown {
  if (error instanceof DomainError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFullError(`There is no room left on the disk for ${name}; nothing of it was kept.`, { cause: error })
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') return new BadInputError(`${name} did not arrive whole; nothing of it was kept. Send it again.`)
  return error
}
