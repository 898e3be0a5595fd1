import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartupError } from '#server/errors.ts'
import { systemErrorCode } from './folder-errors.ts'

/** A file to fetch, with what it must turn out to be. */
export interface WantedFile {
  name: string
  url: string
  target: string
  size: number
  sha256: string
}

export interface DownloadOptions {
  /** Told about each piece; negative when a try failed and its bytes no longer count. */
  onBytes?: (bytes: number) => void
  /** Tries after the first. */
  retries?: number | undefined
  retryDelayMs?: number | undefined
  /** No byte for this long means that the connection is dead. */
  stallMs?: number
  /** Gives up, without retrying. */
  signal?: AbortSignal | undefined
}

/** Fetches a file and checks size and SHA-256 before it gets its name, so that whatever bears the name is whole. */
export async function downloadFile(file: WantedFile, options: DownloadOptions = {}): Promise<void> {
  const { retries = 2, retryDelayMs = 500, signal } = options
  for (let attempt = 0; ; attempt += 1) {
    try {
      await downloadOnce(file, options)
      return
    } catch (error) {
      signal?.throwIfAborted()
      // A full or locked disk will not get better by trying again.
      if (isDiskError(error)) throw error
      if (attempt >= retries) throw refusal(file, error)
      await sleep(retryDelayMs * 2 ** attempt)
    }
  }
}

async function downloadOnce(file: WantedFile, { onBytes, stallMs = 30_000, signal }: DownloadOptions): Promise<void> {
  const part = `${file.target}.${randomBytes(6).toString('hex')}.part`
  const abort = new AbortController()
  const stall = setTimeout(() => {
    abort.abort(new Error(`no data for ${String(stallMs / 1000)} s`))
  }, stallMs)
  let got = 0
  try {
    const response = await fetch(file.url, { signal: signal === undefined ? abort.signal : AbortSignal.any([abort.signal, signal]) })
    if (!response.ok || response.body === null) throw new Error(`the server answered ${String(response.status)}`)
    const hash = createHash('sha256')
    const handle = await open(part, 'wx')
    try {
      for await (const chunk of response.body) {
        stall.refresh()
        got += chunk.length
        onBytes?.(chunk.length)
        if (got > file.size) throw new Error(`more than the expected ${String(file.size)} bytes came`)
        hash.update(chunk)
        await handle.write(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (got !== file.size) throw new Error(`${String(got)} of ${String(file.size)} bytes came`)
    if (hash.digest('hex') !== file.sha256) throw new Error('its SHA-256 is not the expected one')
    await rename(part, file.target)
  } catch (error) {
    onBytes?.(-got)
    throw error
  } finally {
    clearTimeout(stall)
    abort.abort()
    await rm(part, { force: true })
  }
}

function isDiskError(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')
}

function refusal(file: WantedFile, error: unknown): StartupError {
  return new StartupError(
    `${file.name} could not be downloaded.`,
    `Three tries failed, the last because ${reasonOf(error)}. Nothing half-written was kept.`,
    'Check the network and start again (finished files are kept), set THROUGHLINE_MAVEN_BASE to a mirror, or set NEO4J_URI to a Neo4j that you have.',
    error,
  )
}

/** fetch hides the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
