import { annotationsCsv } from './annotations-csv.ts'
import { caseJson } from './case-json.ts'
import { casePageHtml } from './case-page-html.ts'
import { casePageText } from './case-page-text.ts'
import { claimReview } from './claim-review.ts'
import { correctionsCsv } from './corrections-csv.ts'
import { flatDumpCsv } from './flat-dump-csv.ts'
import { mappedCsv } from './mapped-csv.ts'
import { mappedJson } from './mapped-json.ts'
import { multiCheckerJson } from './multi-checker-json.ts'
import { readHead } from './open-text.ts'
import { postsCsv } from './posts-csv.ts'
import { publicationsCsv } from './publications-csv.ts'
import type { FileHead, InputFile, Reader, Recognition } from './reader.ts'
import { reviewCsv } from './review-csv.ts'

/** Every format that can be read; where two claim a file equally, the earlier goes first. */
export const allReaders: readonly Reader[] = [postsCsv, reviewCsv, annotationsCsv, publicationsCsv, flatDumpCsv, correctionsCsv, caseJson, multiCheckerJson, claimReview, casePageHtml, casePageText, mappedCsv, mappedJson]

/** The reader of a format; null for a format that there is none of. */
export function readerOf(format: string): Reader | null {
  return allReaders.find((reader) => reader.format === format) ?? null
}

/**
 * What a file may be, by its content: the surest guess first, an empty list when no reader knows it. Reads no more than the
 * beginning. Throws BadInputError for an empty or a binary file.
 */
export async function recogniseFile(file: InputFile): Promise<{ head: FileHead; recognitions: Recognition[] }> {
  const head = await readHead(file)
  const recognitions = allReaders.flatMap((reader) => reader.recognise(head) ?? [])
  return { head, recognitions: recognitions.toSorted((a, b) => b.confidence - a.confidence) }
}
