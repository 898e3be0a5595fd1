import { describe, expect, it } from 'vitest'
import { loadCorpus } from '#seed/dataset.ts'
import { loadTaxonomy } from '../narratives/taxonomy.ts'
import { findProjectRoot } from '../project-root.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import type { CaseRecord } from './case-record.ts'
import { toCaseRecord } from './case-records.ts'
import { loadEntities } from './normalise/entities.ts'
import { planChunk } from './plan-chunk.ts'
import { packRecord, unpackRecord } from './stored-record.ts'

const root = findProjectRoot()
const context = { entities: loadEntities(root), taxonomy: loadTaxonomy(root) }
const again = (record: CaseRecord) => unpackRecord(packRecord(record), record.row, record.raw)

describe('a record that was kept with its row', () => {
  it('makes the same case and the same edges again', () => {
    const records = [...loadCorpus(root).map(({ entry }, index) => toCaseRecord(entry, index + 1, context)), ...syntheticRecords(100)]
    for (const record of records) {
      const [was, is] = [record, again(record)].map((one) => planChunk([one], { cases: [], edges: [], decisions: [] }, context.taxonomy))
      expect(is?.cases).toEqual(was?.cases)
      // The edges among entities are not the case's.
      const ofCases = (plan: typeof is) => plan?.edges.filter((edge) => edge.from.startsWith('case:'))
      expect(ofCases(is)).toEqual(ofCases(was))
    }
  })

  it('does not hold twice what the row says already', () => {
    const [record] = syntheticRecords(1)
    if (record === undefined) throw new Error('no record')
    const claim = 'A synthetic claim that is long enough to be pointed at instead of being copied.'
    const packed = packRecord({ ...record, claim, raw: { Summary: claim } })
    expect(packed).not.toContain(claim)
    expect(unpackRecord(packed, 1, { Summary: claim }).claim).toBe(claim)
  })
})
