import { BadInputError } from '../../errors.ts'
import { openText, type Trouble } from './open-text.ts'
import type { InputFile, ReadPlan } from './reader.ts'

/** Reads a file that must be seen as a whole, such as a page. Throws BadInputError past `most` characters. */
export async function readWhole(file: InputFile, plan: Pick<ReadPlan, 'encoding' | 'isGzip'>, most: number, what: string, signal?: AbortSignal): Promise<{ text: string; trouble: Trouble | null }> {
  const pieces = openText(file, plan, signal)
  const parts: string[] = []
  let length = 0
  for await (const piece of pieces) {
    parts.push(piece)
    length += piece.length
    if (length > most) throw new BadInputError(`${file.name} is longer than ${String(most)} characters; ${what}`)
  }
  return { text: parts.join(''), trouble: pieces.trouble() }
}
