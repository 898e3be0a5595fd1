import { describe, expect, test } from 'vitest'
import { loadCorpus } from '#seed/dataset.ts'
import { linkCase } from '../narratives/link-case.ts'
import { loadTaxonomy } from '../narratives/taxonomy.ts'
import { findProjectRoot } from '../project-root.ts'
import { caseIds } from './case-record.ts'
import { languageRefs, toCaseRecord, toCaseRecords } from './case-records.ts'
import { loadEntities } from './normalise/entities.ts'
import { readCasePageWithRaw } from './readers/case-page.ts'
import { fixture } from './readers/shared-seeds.test-support.ts'

const context = { entities: loadEntities(findProjectRoot()), taxonomy: loadTaxonomy(findProjectRoot()) }
const corpus = loadCorpus(findProjectRoot()).map(({ entry }, index) => toCaseRecord(entry, index + 1, context))

describe('records of the curated corpus', () => {
  test('each has an id of its own', () => {
    expect(new Set(corpus.map((record) => caseIds(record).id)).size).toBe(corpus.length)
  })

  test('facts are linked, words are marked as ours', () => {
    for (const record of corpus) {
      expect(record).toMatchObject({ source: 'euvsdisinfo', status: 'active', claimOrigin: 'paraphrase', disproofOrigin: 'paraphrase' })
      for (const { id, code, isRegion } of record.countries) expect(id).toBe(isRegion ? `region:${id.slice(7)}` : `country:${code ?? '?'}`)
    }
  })

  test('countries are inferred only where the source states none, and each shows its words', () => {
    for (const { countries, inferredCountries, title, claim } of corpus) {
      if (countries.length > 0) expect(inferredCountries).toEqual([])
      for (const { evidence } of inferredCountries) {
        expect(evidence.length).toBeGreaterThan(0)
        for (const one of evidence) expect((one.in === 'title' ? title : (claim ?? '')).slice(one.start, one.end)).toBe(one.text)
      }
    }
  })

  test('a list of “Spanish” and “Castilian” is one language', () => {
    expect(languageRefs(['Spanish', 'Castilian', 'Russian'], context.entities).map(({ id }) => id)).toEqual(['language:es', 'language:ru'])
  })

  test('the four cases of the page carry their narratives in our words too', () => {
    const narratives = (beginning: string) => {
      const record = corpus.find(({ title }) => title.startsWith(beginning))
      return record === undefined ? [] : linkCase({ ...record, keywords: record.keywords.map(({ name }) => name) }, context.taxonomy).map(({ narrativeId }) => narrativeId)
    }
    expect(narratives('Kazakhstan: The neo-colonial West')).toContain('narrative:colour-revolutions')
    expect(narratives('NATO lies blatantly')).toEqual(expect.arrayContaining([expect.stringMatching(/^narrative:nato-/)]))
    expect(narratives('UK-led Deep State')).toContain('narrative:deep-state')
    expect(narratives('Lithuania and Latvia refuse')).toContain('narrative:nazi-baltic-states')
  })
})

describe('records of a page', () => {
  const { result, raws } = readCasePageWithRaw(fixture.text, context)
  const records = toCaseRecords(result, context.entities, raws)

  test('carry the facts, the references and the raw values', () => {
    expect(records[0]).toMatchObject({
      row: 1, sourceUrl: null, issue: 999, claimOrigin: 'source', disproofOrigin: 'source',
      countries: [{ id: 'country:MD', code: 'MD' }, { id: 'country:GE' }, { id: 'region:ussr', code: null, isRegion: true }],
      keywords: [{ id: 'keyword:colour-revolutions', keywordType: 'theme' }, { id: 'keyword:george-soros', keywordType: 'person' }],
      raw: { countries: 'Moldova, Georgia, USSR' },
    })
    expect(records[0]?.refersTo).toHaveLength(3)
  })

  test('carry countries and sources that the text names, with their words', () => {
    expect(records[3]?.inferredCountries.map(({ id, evidence }) => [id, evidence.map((one) => one.in)])).toEqual([['country:EE', ['title', 'claim']], ['country:LV', ['title', 'claim']]])
    expect(records[2]?.sources).toEqual([expect.objectContaining({ id: 'source:a-made-up-title-on-bread-and-rumours', url: null })])
  })
})
