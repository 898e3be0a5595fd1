import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BadInputError } from '../errors.ts'

/** A file that somebody named, as text. BadInputError where it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BadInputError(`${path.basename(file)}: there is no such file, or it cannot be read`)
  }
}
