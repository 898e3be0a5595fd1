import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DelimitedRow, delimitedRows, delimitedRowsOf } from './delimited-rows.ts'

const told = (rows: readonly DelimitedRow[]) => rows.map((row) => (row.isBroken ? `${row.code} in line ${String(row.line)}, column ${String(row.column)}` : row.cells))

describe('a fault stays in its line', () => {
  test.each([
    ['a quote that is closed in the middle of a later line', 'a,b\n1,"x\n2,y\n"3",z\n4,w\n', [['a', 'b'], 'quote-not-closed in line 2, column 1', ['2', 'y'], ['3', 'z'], ['4', 'w']]],
    ['a quote that is never closed', 'a,b\n"1,x\n2,y\n', [['a', 'b'], 'quote-not-closed in line 2, column 0', ['2', 'y']]],
    ['two of them', 'a,b\n1,"x\n2,"y\n3,z\n', [['a', 'b'], 'quote-not-closed in line 2, column 1', 'quote-not-closed in line 3, column 1', ['3', 'z']]],
    ['one that only doubled quotes follow', 'a,b\n"1,""\n2,""y""\n3,z\n', [['a', 'b'], 'quote-not-closed in line 2, column 0', ['2', 'y"'], ['3', 'z']]],
  ])('%s', (_, text, rows) => {
    // A cell that begins with two quotes and goes on is read as csv-parse reads it.
    expect(told(delimitedRowsOf(text, ',', true)).map((row) => (Array.isArray(row) ? row.map((cell) => cell.replace(/^"+|"+$/gu, '')) : row))).toEqual(rows.map((row) => (Array.isArray(row) ? row.map((cell) => cell.replace(/^"+|"+$/gu, '')) : row)))
  })

  test('quotes in the middle of a cell are its own, blank lines are no rows, any line end ends a row', () => {
    expect(told(delimitedRowsOf('a;b\r\n5" pipe;x\r\r\n\n"6"x;"say ""hi""\nand go"\n', ';', true))).toEqual([['a', 'b'], ['5" pipe', 'x'], ['"6"x', 'say "hi"\nand go']])
  })

  test('lines count as in the file', () => {
    expect(delimitedRowsOf('a,b\n\n1,"x\ny"\n\n2,z\n', ',', true).map(({ line }) => line)).toEqual([1, 3, 6])
  })
})

const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'a', ' '), maxLength: 8 }))
const table = fc.integer({ min: 2, max: 5 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }))

test('what a program wrote is read as csv-parse reads it, whatever the pieces', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(table, fc.integer({ min: 1, max: 30 }), async (rows, size) => {
    const text = stringify(rows)
    async function* pieces() { for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size)) }
    const found: DelimitedRow[] = []
    for await (const row of delimitedRows(pieces(), ',')) found.push(row)
    expect(told(found)).toEqual(parse(text, { relax_column_count: true, skip_empty_lines: true }))
  }), { numRuns: 300 })
})

test('the same whatever the pieces, on any text', { timeout: 60_000 }, async () => {
  const anyText = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', 'a', 'b', ' '), maxLength: 60 })
  await fc.assert(fc.asyncProperty(anyText, fc.integer({ min: 1, max: 7 }), async (text, size) => {
    async function* pieces() { for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size)) }
    const found: DelimitedRow[] = []
    for await (const row of delimitedRows(pieces(), ',')) found.push(row)
    expect(found).toEqual(delimitedRowsOf(text, ',', true))
  }), { numRuns: 1_000 })
})
