import { delimitedRowsOf } from './delimited-rows.ts'
import type { FileHead } from './reader.ts'

/** What the beginning of a delimited file shows. */
export interface TableHead {
  delimiter: string
  header: readonly string[]
  /** The first rows below the header, as far as they are whole. */
  rows: readonly (readonly string[])[]
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleRows = 40
const sampleLength = 64 * 1024
const longestHeader = 120

const sniffed = new WeakMap<FileHead, TableHead | null>()

/** Takes the beginning of a file for a table, with the delimiter under which its rows are most alike; null where it is none. */
export function sniffTable(head: FileHead): TableHead | null {
  const before = sniffed.get(head)
  if (before !== undefined) return before
  const table = sniff(head)
  sniffed.set(head, table)
  return table
}

function sniff(head: FileHead): TableHead | null {
  const said = /^sep=([,;|\t])\r?\n/iu.exec(head.text)?.[1]
  const text = head.text.slice(0, sampleLength)
  const isWhole = head.isWhole && text.length === head.text.length
  let best: { table: TableHead; score: number } | null = null
  for (const delimiter of said === undefined ? delimiters : [said]) {
    const rows = delimitedRowsOf(text, delimiter, isWhole).slice(said === undefined ? 0 : 1, sampleRows)
    const [first, ...rest] = rows
    if (first === undefined || first.isBroken) continue
    const header = withoutEmptyEnd(first.cells.map((cell) => cell.trim()))
    if (header.length < 2 || !looksLikeHeader(header)) continue
    const like = rest.filter((row) => !row.isBroken && fits(row.cells, header.length)).length
    const share = rest.length === 0 ? 1 : like / rest.length
    const score = share * (1 + Math.min(header.length, 12) / 100) + (rest.length === 0 ? header.length / 100 : 0)
    if (share >= 0.5 && (best === null || score > best.score)) {
      best = { table: { delimiter, header: first.cells.map((cell) => cell.trim()), rows: rest.flatMap((row) => (row.isBroken ? [] : [row.cells])) }, score }
    }
  }
  return best?.table ?? null
}

/** Short distinct words, none of them a sentence or a bare number: prose with commas is no table. */
function looksLikeHeader(header: readonly string[]): boolean {
  const filled = header.filter((name) => name !== '')
  return filled.length * 2 > header.length && filled.every((name) => name.length <= longestHeader && !/[.!?]\s/u.test(name)) && filled.some((name) => /\p{L}{2}/u.test(name)) && !/^[{[<]/u.test(header[0] ?? '')
}

function fits(cells: readonly string[], columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every((cell) => cell.trim() === '')
}

/** Spreadsheets leave empty columns at the right. */
export function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}
