import type { ImportProblem } from '#graph-schema/read-result.ts'
import { DomainError, StartupError } from '../errors.ts'

/** Exit codes of the command line: 0 all went in, 2 something was rejected, 1 it could not run. */
export const exitCodes = { done: 0, couldNotRun: 1, someRejected: 2 } as const

/** A failure in words for the terminal: what happened, why, what to do. Never a stack, unless it is a fault of ours. */
export function failureLines(error: unknown): string[] {
  if (error instanceof StartupError) return [error.message, `Why: ${error.why}`, `What to do: ${error.remedy}`]
  if (error instanceof DomainError) return [error.message]
  return ['Something broke on our side:', error instanceof Error ? (error.stack ?? error.message) : String(error)]
}

/** A problem of a file in one line: where, why, and the value. */
export function problemLine(file: string, problem: ImportProblem): string {
  const place = [problem.row === null ? null : `row ${String(problem.row)}`, problem.column === null ? null : `column ${problem.column}`].filter((part) => part !== null)
  return `${file}${place.length > 0 ? `, ${place.join(', ')}` : ''}: ${problem.reason}${problem.value === null ? '' : ` (“${problem.value}”)`}`
}

/** One JSON value and nothing else. */
export function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}

/** The accounting of rows as a sentence. */
export function rowsLine({ read, accepted, merged, rejected }: { read: number; accepted: number; merged: number; rejected: number }): string {
  return `${String(read)} read = ${String(accepted)} accepted + ${String(merged)} merged into known + ${String(rejected)} rejected`
}
