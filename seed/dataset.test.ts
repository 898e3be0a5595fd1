import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkCorpusFile, loadCorpus } from './dataset.ts'

/** Found without the server: the seed knows nothing of it. */
const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const entry = { sourceUrl: 'https://example.org/a/', title: 'A', publishedOn: '2020-01-02', countries: [], languages: [], outlets: [], keywords: [], claim: 'It is said.', disproof: 'It is not so.' }

describe('the curated corpus', () => {
  test('holds 228 cases, all with claim and disproof, none twice', () => {
    const corpus = loadCorpus(projectRoot)
    expect(corpus).toHaveLength(228)
    expect(corpus.filter(({ entry: { sourceUrl } }) => sourceUrl === null)).toHaveLength(4)
  })
})

describe('checkCorpusFile', () => {
  test('fills what may be left out', () => {
    expect(checkCorpusFile('a.json', JSON.stringify([entry]))).toEqual({ faults: [], entries: [{ file: 'a.json', index: 1, entry: { ...entry, issue: null, refersTo: [] } }] })
  })

  test('names every fault with its place', () => {
    const { faults } = checkCorpusFile('a.json', JSON.stringify([entry, { ...entry, claim: ' ', publishedOn: '02/01/2020' }, { ...entry, sourceUrl: 'http://example.org', extra: 1 }, 'x']))
    expect(faults.map(({ index, message }) => `${String(index)} ${message.split(':')[0] ?? ''}`)).toEqual(['2 publishedOn', '2 claim', '3 sourceUrl', '3 the entry', '4 the entry'])
  })

  test.each(['', '{}', '[', 'null'])('%j is no list of cases', (content) => {
    expect(checkCorpusFile('a.json', content).faults).toEqual([{ file: 'a.json', index: null, message: 'is no JSON list of cases' }])
  })
})
