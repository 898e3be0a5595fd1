import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const text = z.string().trim().min(1)
const names = z.array(text).max(100)

/** One case of the curated corpus, as an editor writes it: the source's facts and title, claim and disproof in our words. */
export const corpusEntrySchema = z.strictObject({
  sourceUrl: z.url({ protocol: /^https$/ }).nullable(),
  title: text.max(1000),
  publishedOn: z.iso.date().nullable(),
  issue: z.int().positive().nullable().default(null),
  countries: names,
  languages: names,
  outlets: names,
  keywords: names,
  /** Our paraphrase; never a copied sentence. */
  claim: text,
  /** Our paraphrase; never a copied sentence. */
  disproof: text,
  /** Titles of related cases that the source names. */
  refersTo: names.default([]),
})
export type CorpusEntry = z.output<typeof corpusEntrySchema>

/** An entry with its place: the file, and its number there from 1. */
export interface PlacedEntry {
  file: string
  index: number
  entry: CorpusEntry
}

/** One thing that is wrong with the corpus. */
export interface CorpusFault {
  file: string
  /** Number of the entry from 1; null where the fault is the file's. */
  index: number | null
  message: string
}

/** All faults of the corpus at once, so that an editor mends them in one go. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
  readonly faults: readonly CorpusFault[]
  constructor(faults: readonly CorpusFault[]) {
    super(`The curated corpus has ${String(faults.length)} fault(s):\n${faults.map(({ file, index, message }) => `  ${file}${index === null ? '' : `, entry ${String(index)}`}: ${message}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads `seed/corpus/*.json` in the order of the file names. Throws a CorpusError with every fault. */
export function loadCorpus(projectRoot: string): PlacedEntry[] {
  const folder = path.join(projectRoot, 'seed', 'corpus')
  const placed: PlacedEntry[] = []
  const faults: CorpusFault[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()) {
    const checked = checkCorpusFile(file, readFileSync(path.join(folder, file), 'utf8'))
    placed.push(...checked.entries)
    faults.push(...checked.faults)
  }
  faults.push(...repeatedCases(placed))
  if (faults.length > 0) throw new CorpusError(faults)
  return placed
}

/** Checks the content of one corpus file, entry by entry. */
export function checkCorpusFile(file: string, content: string): { entries: PlacedEntry[]; faults: CorpusFault[] } {
  const list = z.array(z.unknown()).safeParse(parsedJson(content))
  if (!list.success) return { entries: [], faults: [{ file, index: null, message: 'is no JSON list of cases' }] }
  const entries: PlacedEntry[] = []
  const faults: CorpusFault[] = []
  for (const [position, value] of list.data.entries()) {
    const index = position + 1
    const parsed = corpusEntrySchema.safeParse(value)
    if (parsed.success) entries.push({ file, index, entry: parsed.data })
    else for (const { path: place, message } of parsed.error.issues) faults.push({ file, index, message: `${place.length === 0 ? 'the entry' : place.map(String).join('.')}: ${message}` })
  }
  return { entries, faults }
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

function repeatedCases(placed: readonly PlacedEntry[]): CorpusFault[] {
  const seen = new Map<string, PlacedEntry>()
  return placed.flatMap((one) => {
    const key = one.entry.sourceUrl ?? `${one.entry.title}|${one.entry.publishedOn ?? ''}`
    const before = seen.get(key)
    seen.set(key, before ?? one)
    return before === undefined ? [] : [{ file: one.file, index: one.index, message: `the same case stands in ${before.file}, entry ${String(before.index)}` }]
  })
}
