import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { Findings } from './findings.ts'
import { FindingsFile, harmlessCell } from './findings-file.ts'
import type { Cleaning } from './readers/reader.ts'

const [record] = syntheticRecords(1)
if (record === undefined) throw new Error('no record')
const cleaning = (row: number, value: string, became: string | null = null): Cleaning => ({ row, column: 'outlets', value, became, code: became === null ? 'junk' : 'alias' })
const problem = (row: number, severity: 'rejected' | 'warning' = 'warning') => ({ row, column: 'title', value: null, code: 'made-up', reason: 'Made up.', severity })

describe('findings', () => {
  it('count all and keep few', () => {
    const findings = new Findings()
    for (let row = 1; row <= 1_000; row += 1) {
      findings.take({ is: 'case', record: { ...record, raw: { title: 'a', outlets: row % 2 === 0 ? '' : 'b' } }, warnings: [problem(row)], cleanings: [cleaning(row, `junk ${String(row)}`), cleaning(row, 'RT', 'Russia Today')] })
    }
    findings.take({ is: 'rejected', row: 1_001, problems: [problem(1_001, 'rejected')] })
    const report = findings.report()
    expect(report.problemCount).toBe(1_001)
    expect(report.problems).toHaveLength(100)
    expect(report.cleanings).toEqual([
      { code: 'junk', count: 1_000, examples: [1, 2, 3, 4, 5].map((row) => ({ row, column: 'outlets', value: `junk ${String(row)}`, became: null })) },
      { code: 'alias', count: 1_000, examples: [{ row: 1, column: 'outlets', value: 'RT', became: 'Russia Today' }] },
    ])
    expect(report.columns).toEqual([
      { column: 'title', filled: 1_000, tidied: 0, junk: 0, problems: 1_001 },
      { column: 'outlets', filled: 500, tidied: 1_000, junk: 1_000, problems: 0 },
    ])
  })

  it('are not confused by a column of a hostile name', () => {
    const findings = new Findings()
    findings.take({ is: 'case', record: { ...record, raw: JSON.parse('{"__proto__":"a","constructor":"b"}') }, warnings: [], cleanings: [] })
    expect(findings.report().columns.map(({ column, filled }) => [column, filled])).toEqual([['__proto__', 1], ['constructor', 1]])
  })
})

describe('the file of findings', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-findings-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('lists each finding, and is there only once it is whole', async () => {
    const file = path.join(folder, 'deep', 'findings.csv')
    const sink = await FindingsFile.open(file)
    const findings = new Findings(sink)
    for (let row = 1; row <= 500; row += 1) findings.take({ is: 'case', record, warnings: [problem(row)], cleanings: [cleaning(row, `=HYPERLINK("${String(row)}")`)] })
    await findings.drained()
    expect(await readdir(path.dirname(file))).not.toContain('findings.csv')
    await sink.finish()
    const rows = parse(await readFile(file, 'utf8'), { columns: true })
    expect(rows).toHaveLength(1_000)
    expect(rows[1]).toMatchObject({ finding: 'cleaning', row: '1', column: 'outlets', value: `'=HYPERLINK("1")`, code: 'junk' })
  })

  it('leaves nothing when it is given up', async () => {
    const sink = await FindingsFile.open(path.join(folder, 'findings.csv'))
    await sink.abandon()
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['=1', '\t=1', '\0=1', ' =1', '\u00a0=1', 'safe\n=1', '＝1', '@SUM(A1)', '+1+1', '-1+cmd', '|calc'])('%j is no formula any more', (value) => {
    expect(harmlessCell(value).startsWith("'")).toBe(true)
  })

  it('leaves numbers and plain words as they are', () => {
    for (const value of ['-5', '-5,25', 'a=b', 'Sputnik – Poland', '']) expect(harmlessCell(value)).toBe(value)
    fc.assert(fc.property(fc.string(), (value) => !/^[=+@]/u.test(harmlessCell(value))))
  })
})
