import { renameSync, rmSync, statSync } from 'node:fs'

const mostBytes = 10_000_000
const kept = 3

/**
 * Puts a log aside that has grown past 10 MB, as `name.1`; the older ones move up, and of these three stay. To be called before the log is
 * opened. A log that cannot be moved goes on growing: that is no reason not to start.
 */
export function rotateLog(file: string, limit: number = mostBytes): void {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size < limit) return
    rmSync(`${file}.${String(kept)}`, { force: true })
    for (let index = kept - 1; index >= 1; index -= 1) moveIfThere(`${file}.${String(index)}`, `${file}.${String(index + 1)}`)
    moveIfThere(file, `${file}.1`)
  } catch {
    // see above
  }
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to)
}
