import type { CaseRecord } from '../case-record.ts'
import { toCaseRecords } from '../case-records.ts'
import type { IngestContext } from '../inference.ts'
import type { DraftReading } from './case-page.ts'
import type { ReadItem } from './reader.ts'

/** The cases of a page as items; `complete` adds what the format knows beside the words (addresses). */
export function pageItems(readings: readonly DraftReading[], context: IngestContext, complete: (record: CaseRecord, reading: DraftReading) => CaseRecord = (record) => record): ReadItem[] {
  return readings.map((reading): ReadItem => {
    const { row, readCase, raw, problems } = reading
    const [record] = readCase === null ? [] : toCaseRecords({ format: '', cases: [readCase], problems: [] }, context.entities, [withTexts(raw, readCase)])
    if (record === undefined) return { is: 'rejected', row, problems }
    return { is: 'case', record: complete({ ...record, row }, reading), warnings: problems, cleanings: [] }
  })
}

/** Raw values hold the texts too, since an undo rebuilds a case from them. */
function withTexts(raw: Record<string, string>, { claim, disproof }: { claim: string | null; disproof: string | null }): Record<string, string> {
  return { ...raw, ...(claim === null ? {} : { claim }), ...(disproof === null ? {} : { disproof }) }
}

/** The site's statement on its method, which stands under every case and belongs to the corpus. Once a page. */
export function disclaimerNote(text: string): ReadItem[] {
  const found = /Cases in the EUvsDisinfo database focus on messages(?:[^\n]|\n(?!\s*\n)){0,3000}/iu.exec(text)
  if (found === null) return []
  return [{ is: 'note', problem: { row: null, column: null, value: found[0].replace(/\s+/gu, ' ').trim(), code: 'disclaimer', reason: 'The page bears a statement of its source on what a case means; it is kept with the corpus, not with a case.', severity: 'warning' } }]
}
