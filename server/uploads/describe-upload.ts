import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { lookEndpoint, Upload } from '#graph-schema/api/uploads.ts'
import { BadInputError } from '../errors.ts'
import { corpusFromPackage, suggestedCorpus } from '../ingest/corpus-choice.ts'
import type { CaseRecord } from '../ingest/case-record.ts'
import type { IngestContext } from '../ingest/inference.ts'
import { readerOf, recogniseFile } from '../ingest/readers/all-readers.ts'
import type { Reader, ReadPlan } from '../ingest/readers/reader.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { importsOfFile } from '../neo4j/queries/import-page.ts'
import { inputFromDisk } from './input-file.ts'
import type { StoredUpload } from './upload-store.ts'

/** A datapackage.json is a few kilobytes. */
const largestPackage = 1_000_000
const rowsLookedAt = 8

/** What a file is, how it could be read, and what it says of its corpus. */
export async function describeUpload(upload: StoredUpload, runner: QueryRunner): Promise<Upload> {
  const { path, ...told } = upload
  const named = upload.size <= largestPackage ? corpusFromPackage(await readFile(path, 'utf8')) : null
  const { recognised, problem } = named === null ? await recognise(upload) : { recognised: [], problem: `${upload.name} describes a data package. What it says of the corpus is taken over; send the file with the cases as well.` }
  return {
    ...told,
    recognised,
    problem,
    isPackage: named !== null,
    corpus: named ?? suggestedCorpus(recognised[0]?.plan.format ?? null, upload.name),
    alreadyImported: (await runner.run(importsOfFile, { sha256: upload.sha256 })).map(({ id }) => id),
  }
}

async function recognise(upload: StoredUpload): Promise<Pick<Upload, 'recognised' | 'problem'>> {
  try {
    const { recognitions } = await recogniseFile(inputFromDisk(upload.path, upload))
    if (recognitions.length === 0) return { recognised: [], problem: `No reader knows what ${upload.name} is. Case pages, tables (CSV, TSV) and JSON of cases can be read.` }
    return { recognised: recognitions.map(({ plan, why, confidence }) => ({ formatName: readerOf(plan.format)?.name ?? plan.format, why, confidence, plan: { ...plan, mapping: plan.mapping === null ? null : { ...plan.mapping } } })), problem: null }
  } catch (error) {
    if (error instanceof BadInputError) return { recognised: [], problem: error.message }
    throw error
  }
}

/** The reader that a plan asks for. BadInputError for a format that there is none of. */
export function readerFor(plan: ReadPlan): Reader {
  const reader = readerOf(plan.format)
  if (reader === null) throw new BadInputError(`There is no reader for the format “${plan.format}”`, [{ path: 'body.plan.format', message: 'is none that can be read; see /api/formats' }])
  return reader
}

function shown(record: CaseRecord) {
  const { title, claim, disproof, publishedOn, issue, sourceUrl, countries, languages, outlets, keywords } = record
  const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name)
  return { title, claim, disproof, publishedOn, issue, sourceUrl, countries: names(countries), languages: names(languages), outlets: names(outlets), keywords: names(keywords) }
}

/** The first rows of a file under a plan, as they stand and as they would come in. */
export async function lookAt(upload: StoredUpload, plan: ReadPlan, context: IngestContext, signal: AbortSignal): Promise<z.input<typeof lookEndpoint.response>> {
  const answer: z.input<typeof lookEndpoint.response> = { columns: [], rows: [], notes: [] }
  const reader = readerFor(plan)
  const file = inputFromDisk(upload.path, upload)
  for await (const item of reader.preview?.(file, plan, context, signal) ?? reader.read(file, plan, context, signal)) {
    if (item.is === 'note') answer.notes.push(item.problem)
    else if (item.is === 'rejected') answer.rows.push({ row: item.row, raw: { ...item.raw }, case: null, problems: [...item.problems] })
    else answer.rows.push({ row: item.record.row, raw: item.record.raw, case: shown(item.record), problems: [...item.warnings] })
    if (answer.rows.length >= rowsLookedAt) break
  }
  answer.columns = [...new Set(answer.rows.flatMap(({ raw }) => Object.keys(raw)))]
  return answer
}
