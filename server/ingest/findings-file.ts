import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { FindingsSink } from './findings.ts'

/**
 * A value as spreadsheets may see it: what they would run as a formula gets an apostrophe in front, as they show text themselves. Signs before
 * the `=` that they skip (blanks, NUL, line breaks) do not hide it; a plain negative number is none.
 */
export function harmlessCell(value: string): string {
  if (/^[\s\p{Cc}\p{Cf}]*-?\d+([.,]\d+)?$/u.test(value)) return value
  return /(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(value) ? `'${value.replaceAll('\0', '')}` : value.replaceAll('\0', '')
}

const columns = ['finding', 'severity', 'row', 'column', 'value', 'became', 'code', 'reason']

/** Writes findings as CSV. Whole before it bears its name; a file that was begun and not finished goes away. */
export class FindingsFile implements FindingsSink {
  readonly #file: string
  readonly #part: string
  readonly #stream: WriteStream
  #failure: Error | null = null

  private constructor(file: string, stream: WriteStream, part: string) {
    this.#file = file
    this.#part = part
    this.#stream = stream
    stream.on('error', (error) => {
      this.#failure = error
    })
    this.#write(columns)
  }

  static async open(file: string): Promise<FindingsFile> {
    await mkdir(path.dirname(file), { recursive: true })
    const part = `${file}.${String(process.pid)}.part`
    const stream = createWriteStream(part)
    await once(stream, 'open')
    return new FindingsFile(file, stream, part)
  }

  problem({ row, column, value, code, reason, severity }: Parameters<FindingsSink['problem']>[0]): void {
    this.#write(['problem', severity, row, column, value, null, code, reason])
  }

  cleaning({ row, column, value, became, code }: Parameters<FindingsSink['cleaning']>[0]): void {
    this.#write(['cleaning', '', row, column, value, became, code, became === null ? 'not stored' : 'tidied'])
  }

  async drained(): Promise<void> {
    if (this.#failure === null && this.#stream.writableNeedDrain) await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')])
    if (this.#failure !== null) throw this.#failure
  }

  async finish(): Promise<void> {
    this.#stream.end()
    await finished(this.#stream)
    await rename(this.#part, this.#file)
  }

  async abandon(): Promise<void> {
    this.#stream.destroy()
    await rm(this.#part, { force: true })
  }

  #write(cells: readonly (string | number | null)[]): void {
    this.#stream.write(stringify([cells.map((cell) => (typeof cell === 'string' ? harmlessCell(cell) : cell))]))
  }
}
