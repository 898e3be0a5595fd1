import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import type { InputFile } from '../ingest/readers/reader.ts'

/** A file on disk as readers take it. `onBytes` is told how many bytes were taken by the reading that is under way. */
export function inputFromDisk(path: string, { name, size, sha256 }: { name: string; size: number; sha256: string }, onBytes?: (taken: number) => void): InputFile {
  return {
    name,
    size,
    sha256,
    open() {
      const file = createReadStream(path, { highWaterMark: 256 * 1024 })
      if (onBytes === undefined) return file
      let taken = 0
      const counting = new Transform({
        transform(bytes: Buffer, _encoding, done) {
          taken += bytes.length
          onBytes(taken)
          done(null, bytes)
        },
      })
      file.on('error', (error) => counting.destroy(error))
      counting.on('close', () => file.destroy())
      return file.pipe(counting)
    },
  }
}
