import { expect, it } from 'vitest'
import type { Upload } from '#graph-schema/api/uploads.ts'
import { addFiles, arrived, changeFile, emptyQueue, furthestStep, isPlanWhole, newFile, removeFile, replan } from './queue.ts'

const plan = { format: 'mapped-csv', encoding: 'utf-8', isGzip: false, delimiter: ';', mapping: { Name: 'title' }, dateOrder: null, source: null, keepsReporters: false } as const
const corpus = { name: 'a', sampling: 'selected', periodFrom: null, periodTo: null, gaps: [], licence: null, disclaimer: null, description: '' } as const
const upload = (name: string, more: Partial<Upload> = {}): Upload => ({ id: name, name, size: 3, sha256: '0', uploadedAt: '2031-01-01T00:00:00Z', recognised: [{ formatName: 'a table', why: '', confidence: 0.4, plan: { ...plan } }], problem: null, isPackage: false, corpus: { ...corpus, name, gaps: [] }, alreadyImported: [], ...more })
const two = addFiles(emptyQueue, [newFile('1', 'a.csv', 3), newFile('2', 'datapackage.json', 3)])

it('opens the first file, and its neighbour when it is laid aside', () => {
  expect(two.open).toBe('1')
  expect(removeFile(two, '1')).toMatchObject({ open: '2', files: [{ key: '2' }] })
  expect(removeFile(removeFile(two, '1'), '2')).toEqual(emptyQueue)
})
it('takes over what a package says, whichever of the two came first, and never against a person', () => {
  const described = upload('datapackage.json', { isPackage: true, recognised: [], problem: 'no cases', corpus: { ...corpus, name: 'Made up', licence: 'CC0', gaps: [] } })
  for (const order of [['1', '2'], ['2', '1']] as const) {
    const queue = order.reduce((before, key) => arrived(before, key, key === '1' ? upload('a.csv') : described), two)
    expect(queue.files[0]).toMatchObject({ corpus: { name: 'Made up', licence: 'CC0' }, corpusFrom: 'datapackage.json' })
  }
  const chosen = changeFile(arrived(two, '1', upload('a.csv')), '1', (file) => ({ ...file, isCorpusChosen: true }))
  expect(arrived(chosen, '2', described).files[0]).toMatchObject({ corpus: { name: 'a.csv' }, corpusFrom: null })
})
it('forgets a dry run when the plan changes', () => {
  const tried = { ...newFile('1', 'a', 1), plan: { ...plan, mapping: { ...plan.mapping } }, trialJob: 'job:1', step: 'trial' as const }
  expect(furthestStep(tried)).toBe('trial')
  expect(replan(tried, { ...plan, mapping: {} })).toMatchObject({ trialJob: null, step: 'reading' })
  expect(furthestStep(replan(tried, { ...plan, mapping: {} }))).toBe('reading')
})
it('wants a title where columns are mapped', () => {
  expect([isPlanWhole(null), isPlanWhole({ ...plan, mapping: {} }), isPlanWhole({ ...plan, mapping: null }), isPlanWhole({ ...plan, mapping: { ...plan.mapping } })]).toEqual([false, false, true, true])
})
