import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dryRunFile, importFile } from '#server/ingest/import-file.ts'
import type { IngestContext } from '#server/ingest/inference.ts'
import { pageCorpus } from '#server/ingest/page-corpus.ts'
import { readerOf, recogniseFile } from '#server/ingest/readers/all-readers.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'

/** Imports a file from disk as the command line would, as the format it is recognised as; `tried` is what a dry run said just before. */
export async function importPath(driver: GraphDriver, file: string, context: IngestContext, scratch: string) {
  const bytes = readFileSync(file)
  const input = { name: path.basename(file), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), open: () => createReadStream(file) }
  const { recognitions } = await recogniseFile(input)
  const [found] = recognitions
  if (found === undefined) throw new Error(`${file} is recognised as nothing`)
  const reader = readerOf(found.plan.format)
  if (reader === null) throw new Error(`there is no reader of ${found.plan.format}`)
  const folder = mkdtempSync(path.join(scratch, 'throughline-findings-'))
  try {
    const reading = { input, reader, plan: found.plan, context, findingsPath: path.join(folder, 'findings.csv') }
    const { rows: tried } = await dryRunFile(driver, reading)
    return { ...(await importFile(driver, reading, pageCorpus)), tried }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
