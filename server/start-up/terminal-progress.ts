import type { OnProgress } from '../neo4j/local-neo4j/progress.ts'

/** What it needs of a terminal. */
export interface ProgressStream {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/**
 * Prints progress: in a terminal one line that is rewritten, else a line at most every five seconds. Call `end` before
 * printing anything else.
 */
export function terminalProgress(stream: ProgressStream, now: () => number = Date.now): { onProgress: OnProgress; end(): void } {
  let width = 0
  let toldAt = -Infinity
  let toldStep = ''
  let isLineOpen = false
  return {
    onProgress({ step, text, next, doneBytes, totalBytes }) {
      const isLast = doneBytes !== undefined && doneBytes === totalBytes
      const full = next === undefined ? text : `${text}; next: ${next}`
      // A line that wraps could not be rewritten.
      const line = stream.isTTY === true ? full.slice(0, (stream.columns ?? 80) - 1) : full
      if (stream.isTTY === true) {
        if (isLineOpen && toldStep !== step) stream.write('\n')
        stream.write(`\r${line.padEnd(toldStep === step ? width : 0)}`)
        width = line.length
        isLineOpen = true
      } else if (step !== toldStep || isLast || now() - toldAt >= 5_000) {
        stream.write(`${line}\n`)
        toldAt = now()
      }
      toldStep = step
    },
    end() {
      if (isLineOpen) stream.write('\n')
      isLineOpen = false
    },
  }
}
