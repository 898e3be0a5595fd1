import { sha256 } from '#server/sha256.ts'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { plainPlan } from '#server/ingest/batch-id.ts'
import type { ImportInput } from '#server/ingest/import-records.ts'

/** An import of labelled synthetic records. */
export function syntheticImport(records: readonly CaseRecord[], name = 'synthetic.json'): ImportInput {
  return {
    file: name,
    sha256: sha256(name),
    plan: plainPlan('synthetic'),
    corpus: {
      id: 'corpus:synthetic',
      name: 'Synthetic test corpus',
      sampling: 'selected',
      periodFrom: null,
      periodTo: null,
      gaps: [],
      licence: null,
      disclaimer: null,
      description: 'Synthetic, made by a test.',
    },
    items: records.map((record) => ({ is: 'case', record, warnings: [], cleanings: [] })),
  }
}
