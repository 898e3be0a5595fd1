import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { sha256 } from '#server/sha256.ts'
import { loadEntities } from '../normalise/entities.ts'
import { readerOf, recogniseFile } from './all-readers.ts'
import { inputFromBytes } from './open-text.ts'
import type { Cleaning, InputFile, ReadItem, ReadPlan } from './reader.ts'

export const context = { entities: loadEntities(findProjectRoot()), taxonomy: loadTaxonomy(findProjectRoot()) }

/** A file in memory; text is taken as UTF-8. */
export function fileOf(content: string | Uint8Array, name = 'made-up.txt'): InputFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return inputFromBytes(name, bytes, sha256(bytes))
}

/** Everything that reading a file gave, counted. */
export interface Reading {
  plan: ReadPlan
  items: ReadItem[]
  records: CaseRecord[]
  rejected: number
  /** `code@row:column` of warnings, of rejections, of notes (row `-`). */
  warnings: string[]
  rejections: string[]
  notes: string[]
  cleanings: Cleaning[]
}

/** Reads a file as what it is recognised to be, or as the format asked for, with changes to the plan. */
export async function readAll(file: InputFile, change: Partial<ReadPlan> = {}): Promise<Reading> {
  const { head, recognitions } = await recogniseFile(file)
  const found = change.format === undefined ? recognitions[0] : recognitions.find(({ plan }) => plan.format === change.format)
  const base: ReadPlan = found?.plan ?? { format: change.format ?? '', encoding: head.encoding, isGzip: head.isGzip, delimiter: ',', mapping: null, dateOrder: null, source: null, keepsReporters: false }
  const plan = { ...base, ...change }
  const reader = readerOf(plan.format)
  if (reader === null) throw new Error(`no reader takes ${file.name}`)
  const items: ReadItem[] = []
  for await (const item of reader.read(file, plan, context)) items.push(item)
  const place = ({ code, row, column }: { code: string; row: number | null; column: string | null }) => `${code}@${String(row ?? '-')}:${column ?? '-'}`
  return {
    plan,
    items,
    records: items.flatMap((item) => (item.is === 'case' ? [item.record] : [])),
    rejected: items.filter((item) => item.is === 'rejected').length,
    warnings: items.flatMap((item) => (item.is === 'case' ? item.warnings.map(place) : [])),
    rejections: items.flatMap((item) => (item.is === 'rejected' ? item.problems.map(place) : [])),
    notes: items.flatMap((item) => (item.is === 'note' ? [place(item.problem)] : [])),
    cleanings: items.flatMap((item) => (item.is === 'case' ? item.cleanings : [])),
  }
}

const dataFolder = path.resolve(findProjectRoot(), '..', 'shared', 'data')
/** The real dumps are not ours to publish, so they lie beside the project. */
export const hasSharedData = existsSync(path.join(dataFolder, 'posts.csv'))
if (!hasSharedData) process.stderr.write(`Tests on the real dumps are skipped: ${dataFolder} is not there.\n`)

export function sharedData(name: string): InputFile {
  return fileOf(readFileSync(path.join(dataFolder, name)), name)
}

/** A made-up example file of the repository. */
export function example(name: string): InputFile {
  return fileOf(readFileSync(path.join(findProjectRoot(), 'seed', 'fixtures', 'formats', name)), name)
}
