import secureParse from 'secure-json-parse'
import { BadInputError } from '../../errors.ts'
import { rejectedRow } from './item-report.ts'
import { jsonElements, type JsonShape } from './json-elements.ts'
import { openText, readHead } from './open-text.ts'
import type { InputFile, ReadItem, ReadPlan } from './reader.ts'
import { type JsonObject, jsonObject, parseObject, sniffJson } from './sniff-json.ts'

/** One element of a JSON file: an object, or an item that says why it is none. */
export type JsonRow = { row: number; object: JsonObject; item: null } | { row: number; object: null; item: ReadItem }

/**
 * The objects of a JSON file, one at a time. Faulty elements become rejected rows. Throws BadInputError for a file without any
 * element; `shape` is found anew from the file's beginning, since the plan speaks of fields only.
 */
export async function* jsonRows(file: InputFile, plan: ReadPlan, signal?: AbortSignal, given?: JsonShape): AsyncGenerator<JsonRow> {
  const head = await readHead(file)
  const shape = given ?? sniffJson({ ...head, encoding: plan.encoding })?.shape
  if (shape === undefined) throw new BadInputError(`${file.name} is no JSON: it begins neither with { nor with [`)
  const pieces = openText(file, plan, signal)
  let row = 0
  for await (const { element, isLast } of withLast(jsonElements(pieces, shape))) {
    if (signal?.aborted === true) return
    // What a cut-off file left of an element is told once, below.
    if (pieces.trouble() !== null && ((element.isBroken && element.code === 'json-not-closed') || (isLast && shape.kind === 'lines' && parseObject(element.text) === null))) continue
    row += 1
    if (element.isBroken) {
      yield { row, object: null, item: rejectedRow(row, element.code, `Element ${String(row)} was left out. ${element.reason}`, null, element.text) }
      continue
    }
    yield parsedRow(row, element.text)
  }
  if (signal?.aborted === true) return
  const trouble = pieces.trouble()
  if (trouble !== null) yield { row: row + 1, object: null, item: rejectedRow(row + 1, trouble.code, trouble.reason) }
  else if (row === 0) throw new BadInputError(`${file.name} holds no elements: its list is empty, or nothing in it is an object`)
}

async function* withLast<Each>(all: AsyncIterable<Each>): AsyncGenerator<{ element: Each; isLast: boolean }> {
  let held: { element: Each } | null = null
  for await (const element of all) {
    if (held !== null) yield { ...held, isLast: false }
    held = { element }
  }
  if (held !== null) yield { ...held, isLast: true }
}

function parsedRow(row: number, text: string): JsonRow {
  try {
    const object = jsonObject.safeParse(secureParse.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' }))
    if (object.success) return { row, object: object.data, item: null }
    return { row, object: null, item: rejectedRow(row, 'json-not-an-object', `Element ${String(row)} is no object.`, null, text) }
  } catch (error) {
    const isHarmful = error instanceof SyntaxError && error.message.includes('forbidden prototype')
    const reason = isHarmful ? `Element ${String(row)} names a key that programs trip over (__proto__ or constructor).` : `Element ${String(row)} is no JSON${error instanceof SyntaxError ? ` (${placeOf(error.message)})` : ''}.`
    return { row, object: null, item: rejectedRow(row, isHarmful ? 'harmful-key' : 'json-not-read', reason, null, text) }
  }
}

/** What JSON.parse says, without the piece of the text that it quotes. */
function placeOf(message: string): string {
  return message.replace(/, ?(?:\.\.\.)?".*$/su, '').replace(/ in JSON.*?(?= at position|$)/su, '').slice(0, 120)
}
