import type { Readable } from 'node:stream'
import type { CaseField, DateOrder } from '#graph-schema/case-fields.ts'
import type { ImportProblem } from '#graph-schema/read-result.ts'
import type { CaseRecord } from '../case-record.ts'
import type { IngestContext } from '../inference.ts'

/**
 * What every format has in common. A reader turns a file into items, one after another, without ever holding the file; whoever
 * asks for items (dry run, importer, command line) counts them. One item is one row read, so read = records + rejected items.
 */

/** The file as given: from disk, from an upload, or pasted. */
export interface InputFile {
  /** A name, never a path. */
  name: string
  /** Bytes on disk, as they came (packed where the file is). */
  size: number
  /** Lower-case hex over the bytes as they came. */
  sha256: string
  /** Opens the bytes from the start, as they came. May be called several times. */
  open(): Readable
}

/** The beginning of a file, unpacked and decoded: enough to tell formats apart and to show a first impression. */
export interface FileHead {
  name: string
  text: string
  /** The head is the whole file. */
  isWhole: boolean
  encoding: TextEncoding
  isGzip: boolean
}

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** How a file is to be read: found by content, shown to the user, and changeable by them before an import. */
export interface ReadPlan {
  format: string
  encoding: TextEncoding
  isGzip: boolean
  /** Only in delimited files. */
  delimiter: string | null
  /** Column (or JSON path) → field of a case; null in formats that need none. The fields: `graph-schema/case-fields.ts`. */
  mapping: Readonly<Record<string, CaseField>> | null
  /** How dates such as 03/04/2019 are meant; null: the file as a whole decides, and if it can't, such dates stay unread. */
  dateOrder: DateOrder | null
  /** Who published the cases, where the rows do not say so; null: by the host of a case's address, else `unstated`. */
  source: string | null
  /** Keeps the column “reported by” in the raw values; off by default (design §1). */
  keepsReporters: boolean
}

/** That a reader knows a file, with a guess at how to read it. */
export interface Recognition {
  plan: ReadPlan
  /** In words, for the screen: what in the file gave it away. */
  why: string
  /** 1: unmistakable. Below 0.5 only where nothing else claims the file, such as a CSV of unknown columns. */
  confidence: number
}

/** Something in a value that was tidied, dropped as junk or understood as an entity of another name. Every cleaning keeps the raw value. */
export interface Cleaning {
  row: number
  column: string
  value: string
  /** What came of it; null where it is junk and not stored. */
  became: string | null
  /** A stable word, e.g. `junk`, `alias`, `historic-state`, `split-name`, `several-in-one`, `date-format`, `mojibake`. */
  code: string
}

/** One row, entry or case of a file. */
export type ReadItem =
  | { is: 'case'; record: CaseRecord; warnings: readonly ImportProblem[]; cleanings: readonly Cleaning[] }
  /** `raw`: the values by column, where the row could be taken apart. */
  | { is: 'rejected'; row: number; problems: readonly ImportProblem[]; raw?: Readonly<Record<string, string>> }
  /** A fact about the file that belongs to no row and counts as none, such as the disclaimer that stood on its pages. */
  | { is: 'note'; problem: ImportProblem }

export interface Reader {
  format: string
  /** For people, e.g. “Frictionless CSV of cases”. */
  name: string
  /** Null when the file is nothing of this format. Looks at content, never at the name alone. */
  recognise(head: FileHead): Recognition | null
  /**
   * Reads the whole file. Bad rows become `rejected` items, never an exception; a file that can't be read at all (truncated
   * gzip, unclosed quote to the end) yields what is whole and then a rejected item that says so. Throws BadInputError only for a
   * file with nothing to read (empty, binary, header only). Stops at the next item when aborted. Holds one row at a time.
   */
  read(file: InputFile, plan: ReadPlan, context: IngestContext, signal?: AbortSignal): AsyncIterable<ReadItem>
  /** As `read`, for a first look under a mapping that is not finished: without a column for the title all rows are rejected, with their values. */
  preview?(file: InputFile, plan: ReadPlan, context: IngestContext, signal?: AbortSignal): AsyncIterable<ReadItem>
}
