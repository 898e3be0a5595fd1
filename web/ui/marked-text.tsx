import { Fragment } from 'react'
import { cutAtSpans, type TextSpan } from './cut-at-spans.ts'

/** Text with its matched words marked. Offsets count UTF-16 code units, as evidence does. */
export function MarkedText({ text, spans }: { text: string; spans: readonly TextSpan[] }) {
  return cutAtSpans(text, spans).map((piece) => (piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : <Fragment key={piece.start}>{piece.text}</Fragment>))
}
