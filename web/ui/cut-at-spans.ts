/** A stretch of a text, end exclusive. */
export interface TextSpan {
  start: number
  end: number
}

export interface TextPiece {
  text: string
  start: number
  isMarked: boolean
}

/** The text in pieces, marked where a span covers it. Overlapping spans merge; spans that do not fit the text are left out. */
export function cutAtSpans(text: string, spans: readonly TextSpan[]): TextPiece[] {
  const fitting = spans.filter((span) => span.start >= 0 && span.end <= text.length && span.start < span.end).sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: TextPiece[] = []
  let at = 0
  for (const span of fitting) {
    if (span.end <= at) continue
    const start = Math.max(span.start, at)
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, isMarked: false })
    const before = pieces.at(-1)
    if (before?.isMarked === true && before.start + before.text.length === start) {
      before.text += text.slice(start, span.end)
    } else {
      pieces.push({ text: text.slice(start, span.end), start, isMarked: true })
    }
    at = span.end
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), start: at, isMarked: false })
  return pieces
}
