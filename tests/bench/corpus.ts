import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { loadEntities } from '#server/ingest/normalise/entities.ts'
import { postsCsv } from '#server/ingest/readers/posts-csv.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'

/** The real posts when they lie beside the project, else as many labelled synthetic cases; `name` says which. */
export async function benchCorpus(): Promise<{ name: string; records: CaseRecord[] }> {
  const root = findProjectRoot()
  const file = path.join(root, '..', 'shared', 'data', 'posts.csv')
  if (!existsSync(file)) return { name: 'synthetic, 7,197 cases', records: syntheticRecords(7_197) }
  const input = { name: 'posts.csv', size: statSync(file).size, sha256: '', open: () => createReadStream(file) }
  const plan = { format: postsCsv.format, encoding: 'utf-8', isGzip: false, delimiter: ',', mapping: null, dateOrder: null, source: null, keepsReporters: false } as const
  const records: CaseRecord[] = []
  for await (const item of postsCsv.read(input, plan, { entities: loadEntities(root), taxonomy: loadTaxonomy(root) })) if (item.is === 'case') records.push(item.record)
  return { name: `posts.csv, ${String(records.length)} cases`, records }
}
