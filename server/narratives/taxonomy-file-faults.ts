import { z } from 'zod'

/** What is wrong at one place of a file. */
export interface FileFault {
  path: string
  message: string
}

/** So many characters of the text stand before the token in what V8 quotes of it. */
const quotedBefore = 10

/** Where JSON.parse came to grief: it gives a position, or quotes what stands around it. Null where neither can be found. */
function positionOf(text: string, message: string): number | null {
  const given = /at position (\d+)/u.exec(message)?.[1]
  if (given !== undefined) return Number(given)
  if (message.startsWith('Unexpected end')) return text.length
  const [, token, dots, quoted] = /^Unexpected token '(.)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ?? []
  if (token === undefined || quoted === undefined) return null
  const at = text.indexOf(quoted)
  if (at === -1 || text.includes(quoted, at + 1)) return null
  return dots === undefined ? at + quoted.indexOf(token) : at + quotedBefore
}

/** Why a text is no JSON, at which line and column. */
export function jsonFault(text: string, message: string): FileFault {
  if (text.trim() === '') return { path: 'the file', message: 'it is empty' }
  const position = positionOf(text, message)
  const before = position === null ? null : text.slice(0, position).split('\n')
  const path = before === null ? 'the file' : `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`
  return { path, message: message.startsWith('Unexpected end') ? 'it ends too early' : message.replace(/, ?(?:\.\.\.)?".*$/su, '').replace(/ in JSON.*$/su, '') }
}

const withId = z.looseObject({ id: z.string() })

/** A path in a file in words: entries of lists by their ids, or by their number where they have none. */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  let value = content
  const words = path.map((step) => {
    value = Reflect.get(Object(value), step)
    if (typeof step !== 'number') return String(step)
    const entry = withId.safeParse(value)
    return entry.success ? entry.data.id : `entry ${String(step + 1)}`
  })
  return words.length === 0 ? 'the file' : words.join(' › ')
}

function reasonOf(issue: z.core.$ZodIssue, content: unknown): string {
  const value: unknown = issue.path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), content)
  if (issue.code === 'invalid_type') {
    const wanted = { array: 'a list', record: 'an object', object: 'an object', string: 'a text' }[String(issue.expected)] ?? issue.expected
    return value === undefined ? `is missing; it must be ${wanted}` : `must be ${wanted}`
  }
  if (issue.code === 'invalid_value') return `must be ${issue.values.map((one) => JSON.stringify(one)).join(' or ')}`
  if (issue.code === 'unrecognized_keys') return `has ${issue.keys.map((key) => `“${key}”`).join(', ')}, which is nothing that a taxonomy knows`
  if (issue.code === 'too_small') return 'is empty'
  return issue.message
}

/** Why the content of a file is no taxonomy, in words. A file of something else altogether is told in one. */
export function taxonomyFaults(issues: readonly z.core.$ZodIssue[], content: unknown): FileFault[] {
  const format = issues.find(({ path }) => path[0] === 'format' || path.length === 0 && typeof content !== 'object')
  const told = format === undefined ? issues : [format]
  return told.map((issue) => ({ path: placeOf(issue.path, content), message: reasonOf(issue, content) }))
}
