import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/**
 * Unpacks the files of a zip whose names begin with `prefix`, the prefix cut off; the modes stored for Unix are kept. The
 * zip must be one that was checked by hash before: sizes are not limited here.
 */
export async function unzip(zipFile: string, prefix: string, target: string): Promise<void> {
  const zip = await openPromise(zipFile, { strictFileNames: true })
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith(prefix) || entry.fileName.endsWith('/')) continue
    const file = path.join(target, entry.fileName.slice(prefix.length))
    if (!file.startsWith(target + path.sep)) throw new Error(`The zip holds a path outside itself: ${entry.fileName}`)
    await mkdir(path.dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode: mode === 0 ? 0o644 : mode }))
  }
}
