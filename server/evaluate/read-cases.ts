import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { BadInputError } from '../errors.ts'
import { titleCaseId } from '../ingest/case-record.ts'

/** A case as the measurement takes it. Nothing of it goes into a graph. */
export interface MeasuredCase {
  /** The id it has without its address, so that a gold file can name it. */
  id: string
  url: string | null
  date: string | null
  title: string
  claim: string | null
  disproof: string | null
  keywords: string[]
  countries: string[]
}

const table = z.array(z.record(z.string(), z.string()))

function readTable(file: string, delimiter: string, needed: readonly string[]): Record<string, string>[] {
  const name = path.basename(file)
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new BadInputError(`${name}: there is no such file, or it cannot be read`)
  }
  let rows: Record<string, string>[]
  try {
    rows = table.parse(parse(content, { columns: true, bom: true, delimiter, skip_empty_lines: true, relax_column_count_less: true }))
  } catch (error) {
    throw new BadInputError(`${name} is not a table divided by “${delimiter}”: ${error instanceof Error ? error.message : String(error)}`)
  }
  const missing = needed.filter((column) => rows[0] !== undefined && !(column in rows[0]))
  if (rows.length === 0 || missing.length > 0) throw new BadInputError(rows.length === 0 ? `${name} has no rows` : `${name} has no column ${missing.join(', ')}`)
  return rows
}

function list(value: string | undefined, divider: string): string[] {
  return (value ?? '').split(divider).map((one) => one.trim()).filter((one) => one !== '')
}

/** A table of posts as Frictionless packages of the source bring it: comma, dates as 2018-04-30, several values joined by +. */
export function readPosts(file: string): MeasuredCase[] {
  return readTable(file, ',', ['date', 'id', 'title', 'keywords']).map((row) => {
    const date = z.iso.date().safeParse(row.date)
    const title = row.title ?? ''
    return { id: titleCaseId(title, date.data ?? null), url: row.id ?? null, date: date.data ?? null, title, claim: null, disproof: null, keywords: list(row.keywords, '+'), countries: list(row.countries, '+') }
  })
}

/** A table of the weekly review with claim and disproof: semicolon, dates as 30.04.2018, several values joined by commas. */
export function readReviews(file: string): MeasuredCase[] {
  return readTable(file, ';', ['date', 'title', 'summary', 'disproof', 'keywords']).map((row) => {
    const date = z.iso.date().safeParse((row.date ?? '').split('.').toReversed().join('-'))
    const title = row.title ?? ''
    return { id: titleCaseId(title, date.data ?? null), url: null, date: date.data ?? null, title, claim: row.summary === undefined || row.summary === '' ? null : row.summary, disproof: row.disproof ?? null, keywords: list(row.keywords, ','), countries: list(row.origin, ',') }
  })
}

/** A gold file: `case_id,narrative_id`, a row a link; a case that carries none has one row with an empty `narrative_id`. */
export function readGold(file: string): Map<string, Set<string>> {
  const gold = new Map<string, Set<string>>()
  for (const [index, { case_id: id, narrative_id: narrative }] of readTable(file, ',', ['case_id', 'narrative_id']).entries()) {
    if (id === undefined || id === '') throw new BadInputError(`${path.basename(file)}, row ${String(index + 2)}, column case_id: it is empty`)
    const links = gold.get(id) ?? new Set<string>()
    if (narrative !== undefined && narrative !== '') links.add(narrative)
    gold.set(id, links)
  }
  return gold
}
