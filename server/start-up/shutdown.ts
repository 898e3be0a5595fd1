import { DomainError } from '../errors.ts'

/** Closes in reverse order what was opened, once, whoever asks. */
export interface Shutdown {
  /** Aborted as soon as the end is asked for: what is still starting gives up. */
  signal: AbortSignal
  /** Adds something to close; closed at once if the end is under way. */
  onClose(close: () => Promise<void>): Promise<void>
  /** Closes everything and ends the process with that code. */
  end(code: number): Promise<void>
}

export interface ShutdownOptions {
  exit: (code: number) => void
  /** Told about a step that failed. */
  onError: (error: unknown) => void
  /** After this long the process ends whatever is still open; an open database recovers at its next start. */
  patienceMs?: number
}

/** Builds the one shutdown of a process. */
export function createShutdown({ exit, onError, patienceMs = 9_000 }: ShutdownOptions): Shutdown {
  const controller = new AbortController()
  const closers: (() => Promise<void>)[] = []
  let ending: Promise<void> | undefined

  async function closeQuietly(close: () => Promise<void>): Promise<void> {
    try {
      await close()
    } catch (error) {
      onError(error)
    }
  }

  async function closeAll(code: number): Promise<void> {
    controller.abort()
    const timer = setTimeout(() => {
      onError(new DomainError(`Closing took longer than ${String(patienceMs / 1000)} s and was cut short; the database puts itself right at the next start.`))
      exit(code === 0 ? 1 : code)
    }, patienceMs)
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await closeQuietly(close)
    clearTimeout(timer)
    exit(code)
  }

  return {
    signal: controller.signal,
    async onClose(close) {
      if (ending === undefined) closers.push(close)
      else await closeQuietly(close)
    },
    end: (code) => (ending ??= closeAll(code)),
  }
}
