import { sampleCorpusId } from '#graph-schema/node-kinds/corpus.ts'
import { loadCorpus } from '#seed/dataset.ts'
import { storeTaxonomy } from '../narratives/store-taxonomy.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'
import { sha256 } from '../sha256.ts'
import { plainPlan } from './batch-id.ts'
import { toCaseRecord } from './case-records.ts'
import { type Corpus, type ImportOutcome, importRecords } from './import-records.ts'
import { loadEntities } from './normalise/entities.ts'
import type { ReadItem } from './readers/reader.ts'

/** What must be said wherever cases of the curated corpus are counted or shown. */
export const curatedCorpus: Corpus = {
  id: sampleCorpusId,
  name: 'Throughline sample',
  sampling: 'selected',
  periodFrom: '2015-11-25',
  periodTo: '2022-01-11',
  gaps: ['A selection of about one published case in a hundred; absence here says nothing about the published database.'],
  licence: 'Facts and titles cited from EUvsDisinfo; claims and disproofs are Throughline’s own words, CC BY 4.0',
  disclaimer: 'A case does not imply that an outlet concerned is linked to the Kremlin or editorially pro-Kremlin, or that it intended to disinform.',
  description: 'A selected sample of cases published by EUvsDisinfo, claim and disproof in Throughline’s paraphrase. The source’s page holds its own words.',
}

/** Loads taxonomy and curated corpus. Safe to run again: what is there stays as it is. */
export async function seedGraph(driver: GraphDriver, taxonomy: Taxonomy, root: string, onProgress?: (done: number, all: number) => void): Promise<ImportOutcome> {
  const entities = loadEntities(root)
  await storeTaxonomy(driver, taxonomy)
  const entries = loadCorpus(root)
  const items = entries.map(({ entry }, index): ReadItem => ({ is: 'case', record: toCaseRecord(entry, index + 1, { entities, taxonomy }), warnings: [], cleanings: [] }))
  return importRecords(
    driver,
    { file: 'seed/corpus', sha256: sha256(JSON.stringify(entries)), plan: plainPlan('throughline-corpus'), corpus: curatedCorpus, items },
    taxonomy,
    onProgress === undefined ? {} : { onProgress: ({ read }) => onProgress(read, items.length) },
  )
}

/** Seeds a graph without cases; brings the taxonomy up to date in any. Resolves with the outcome, or null where cases were there. */
export async function seedIfEmpty(driver: GraphDriver, taxonomy: Taxonomy, root: string, onProgress?: (done: number, all: number) => void): Promise<ImportOutcome | null> {
  const cases = (await driver.run(countKinds, {})).find((row) => row.kind === 'Case')?.count ?? 0
  if (cases === 0) return seedGraph(driver, taxonomy, root, onProgress)
  await storeTaxonomy(driver, taxonomy)
  return null
}
