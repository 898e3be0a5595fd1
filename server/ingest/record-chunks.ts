import type { CaseRecord } from './case-record.ts'
import type { Findings } from './findings.ts'
import type { ReadItem } from './readers/reader.ts'
import { Turns } from './turns.ts'

/** Records that are written together. */
export interface RecordChunk {
  records: CaseRecord[]
  /** Rows rejected from the file's start to this chunk's end. */
  rejected: number
}

/** The first chunk has so many records and each further one twice as many, up to the size asked for: so that writing begins early. */
const firstSize = 100

/**
 * Cuts a stream of items into chunks of `size` records; the first ones are smaller. The cuts depend on the stream alone, so that a chunk is the same when the file is read
 * again. Rejected rows and notes go into `findings`; `prepare` is called for each record, between chunks too. Holds one chunk at a time.
 * Throws the signal's reason when aborted, and never gives a part of a chunk for a whole one.
 */
export async function* recordChunks(
  items: AsyncIterable<ReadItem> | Iterable<ReadItem>,
  { size, findings, prepare, signal }: { size: number; findings: Findings; prepare: (record: CaseRecord) => void; signal?: AbortSignal | undefined },
): AsyncGenerator<RecordChunk, { rejected: number }> {
  let records: CaseRecord[] = []
  let rejected = 0
  let room = Math.min(firstSize, size)
  const turns = new Turns()
  for await (const item of items) {
    signal?.throwIfAborted()
    findings.take(item)
    if (item.is === 'rejected') rejected += 1
    if (item.is === 'case') {
      prepare(item.record)
      records.push(item.record)
      if (records.length === room) {
        await findings.drained()
        yield { records, rejected }
        records = []
        room = Math.min(room * 2, size)
      }
    }
    if (turns.isOver()) await turns.next()
  }
  // A reader that was told to stop just ends.
  signal?.throwIfAborted()
  await findings.drained()
  if (records.length > 0) yield { records, rejected }
  return { rejected }
}
