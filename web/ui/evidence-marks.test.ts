import { describe, expect, it } from 'vitest'
import type { Evidence } from '#graph-schema/evidence.ts'
import { cutAtSpans } from '#web/ui/cut-at-spans.ts'
import { evidenceSentences, marksOf } from './evidence-marks.ts'

const texts = { title: 'A new colour revolution', claim: 'The colour revolution failed. The colour revolution is back.', disproof: null }
const match = (place: 'title' | 'claim' | 'disproof', text: string, start: number): Evidence => ({ kind: 'match', rule: 'r', in: place, text, start, end: start + text.length })

describe('marksOf', () => {
  it('gives the spans by the text they stand in, quotes among them', () => {
    const marks = marksOf([{ tier: 'pattern', evidence: [match('title', 'colour revolution', 6), { kind: 'quote', in: 'claim', text: 'failed', start: 22, end: 28 }] }], texts)
    expect(marks).toEqual({ title: [{ start: 6, end: 23 }], claim: [{ start: 22, end: 28 }], disproof: [] })
  })
  it('marks overlapping words of two narratives as one stretch, and the text stays whole', () => {
    const marks = marksOf([{ tier: 'pattern', evidence: [match('claim', 'colour revolution', 4)] }, { tier: 'source-tag', evidence: [match('claim', 'revolution failed', 11)] }], texts)
    const pieces = cutAtSpans(texts.claim, marks.claim ?? [])
    expect(pieces.filter((piece) => piece.isMarked).map((piece) => piece.text)).toEqual(['colour revolution failed'])
    expect(pieces.map((piece) => piece.text).join('')).toBe(texts.claim)
  })
  it('marks nothing where the text reads otherwise, is missing, has no place, or the link was rejected', () => {
    expect(marksOf([{ tier: 'pattern', evidence: [match('claim', 'colour revolution', 5), match('disproof', 'x', 0), { kind: 'keyword', keyword: 'k' }, { kind: 'quote', in: 'claim', text: 'The', start: null, end: null }] }], texts)).toEqual({ title: [], claim: [], disproof: [] })
    expect(marksOf([{ tier: 'rejected', evidence: [match('title', 'colour revolution', 6)] }], texts).title).toEqual([])
  })
})

it('says a sentence once and how often it holds', () => {
  expect(evidenceSentences([match('claim', 'colour revolution', 4), { kind: 'keyword', keyword: 'Soros' }, match('claim', 'colour revolution', 34)])).toEqual(['“colour revolution” in the claim, 2 times', 'keyword of the source: Soros'])
})
