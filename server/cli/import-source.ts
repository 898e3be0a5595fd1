import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CorpusChoice } from '#graph-schema/import-plan.ts'
import { planWithMapping } from '#graph-schema/mapping-file.ts'
import { BadInputError } from '../errors.ts'
import { corpusFromPackage, suggestedCorpus } from '../ingest/corpus-choice.ts'
import { readerOf, recogniseFile } from '../ingest/readers/all-readers.ts'
import { readMappingFile } from '../ingest/readers/mapping.ts'
import type { InputFile, Reader, ReadPlan } from '../ingest/readers/reader.ts'
import { planFor } from '../ingest/readers/table-plan.ts'
import { inputFromDisk } from '../uploads/input-file.ts'

/** What may be said on the command line about how files are read and what they are. */
export interface SourceOptions {
  format?: string
  mapping?: string
  keepReporters?: boolean
  corpus?: string
  sampling?: CorpusChoice['sampling']
  licence?: string
}

/** The files that were named; of a folder all in it and below, in the order of their names. BadInputError for what is not there. */
export async function filesOf(named: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const one of named) {
    const found = await stat(one).catch(() => null)
    if (found === null) throw new BadInputError(`${path.basename(one)}: there is no such file`)
    if (!found.isDirectory()) files.push(one)
    else {
      const entries = await readdir(one, { recursive: true, withFileTypes: true })
      const inside = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'datapackage.json').map((entry) => path.join(entry.parentPath, entry.name))
      if (inside.length === 0) throw new BadInputError(`${path.basename(one)}: there is no file in this folder`)
      files.push(...inside.sort())
    }
  }
  return files
}

/** The file as readers take it, hashed. `onBytes` is told how far the reading is. */
export async function openSource(file: string, onBytes: (taken: number) => void): Promise<InputFile> {
  const name = path.basename(file)
  const hash = createHash('sha256')
  try {
    const { size } = await stat(file)
    await pipeline(createReadStream(file), hash)
    return inputFromDisk(file, { name, size, sha256: hash.digest('hex') }, onBytes)
  } catch (error) {
    throw new BadInputError(`${name} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'})`)
  }
}

/** How the file is read: as recognised, or as asked for. BadInputError where nothing knows it. */
export async function planOf(input: InputFile, options: SourceOptions): Promise<{ reader: Reader; plan: ReadPlan; why: string }> {
  const { head, recognitions } = await recogniseFile(input)
  const mapping = options.mapping === undefined ? null : readMappingFile(path.basename(options.mapping), await readText(options.mapping))
  const wanted = options.format ?? (mapping === null ? undefined : recognitions.find(({ plan }) => plan.format.startsWith('mapped-'))?.plan.format)
  const found = wanted === undefined ? recognitions[0] : recognitions.find(({ plan }) => plan.format === wanted)
  const format = found?.plan.format ?? wanted
  if (format === undefined) throw new BadInputError(`${input.name}: no reader knows what this is. Case pages, tables (CSV, TSV) and JSON of cases can be read; --format says which reader to take.`)
  const reader = readerOf(format)
  if (reader === null) throw new BadInputError(`There is no reader for the format “${format}”`)
  const plan: ReadPlan = { ...(found?.plan ?? planFor(head, format)), keepsReporters: options.keepReporters === true }
  return { reader, plan: mapping === null ? plan : planWithMapping(plan, mapping), why: found?.why ?? 'It was asked for.' }
}

/** What is said of the corpus: by a datapackage.json beside the file that names it, by the options, and else nothing is known. */
export async function corpusFor(file: string, format: string, options: SourceOptions): Promise<CorpusChoice> {
  const text = await readFile(path.join(path.dirname(file), 'datapackage.json'), 'utf8').catch(() => null)
  const fromPackage = text !== null && text.includes(JSON.stringify(path.basename(file))) ? corpusFromPackage(text) : null
  const suggested = fromPackage ?? suggestedCorpus(format, path.basename(file))
  return {
    ...suggested,
    name: options.corpus ?? suggested.name,
    sampling: options.sampling ?? suggested.sampling,
    licence: options.licence ?? suggested.licence,
  }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new BadInputError(`${path.basename(file)}: there is no such file`)
  })
}
