import { describe, expect, it } from 'vitest'
import { cutAtSpans } from './cut-at-spans.ts'

const shown = (text: string, spans: { start: number; end: number }[]) => cutAtSpans(text, spans).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join('')

describe('cutAtSpans', () => {
  it('marks the words of a span', () => expect(shown('a colour revolution failed', [{ start: 2, end: 19 }])).toBe('a [colour revolution] failed'))
  it('merges spans that overlap or touch', () => expect(shown('abcdef', [{ start: 1, end: 3 }, { start: 2, end: 4 }, { start: 4, end: 5 }])).toBe('a[bcde]f'))
  it('leaves out spans that do not fit', () => expect(shown('abc', [{ start: 1, end: 9 }, { start: -1, end: 2 }, { start: 2, end: 2 }])).toBe('abc'))
  it('never loses or doubles a letter', () => {
    const text = 'the quick brown fox'
    expect(cutAtSpans(text, [{ start: 0, end: 9 }, { start: 3, end: 5 }, { start: 8, end: 19 }]).map((piece) => piece.text).join('')).toBe(text)
  })
})
