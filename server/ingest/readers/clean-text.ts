import { encode } from 'iconv-lite'
import type { ItemReport } from './item-report.ts'

/** Controls, halves of surrogate pairs and non-characters: no XML may hold them, and nobody means them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Surrogate}/gu
/** Signs that show nothing: zero-width blanks, soft hyphens, marks of direction, the byte order mark. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu
/** UTF-8 that was taken for windows-1252: a lead byte as a letter, a following byte as a sign. */
const misread = /[ÂÃÄÅÐÑØÙâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u
const markup = /<(?:\/?[a-z][a-z0-9-]{0,20}[\s>/]|!--|!\[|\?xml)/iu
const formula = /^[=@][\p{L}\d(+\-"']|^[+-][\p{L}=@(]{1,20}[(|!]/u
/** Any of the above may be there: one look spares five for nearly all values. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const suspicious = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u2064\u2066-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFEFF\uFFFD-\uFFFF<ÂÃÄÅÐÑØÙâ]|^[=@+-]/u

/**
 * A text as it may be stored: line ends are \n, nothing in it that XML forbids, nothing invisible, UTF-8 that was once decoded
 * wrongly put right. It stays plain text: tags and formulas are kept as words and named in the report, since whoever shows or exports
 * them must not obey them. Says what it changed; the raw value stays with the row.
 */
export function cleanText(raw: string, column: string, report: ItemReport): string {
  if (!suspicious.test(raw)) return raw.trim()
  let text = raw.replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
  if (misread.test(text)) {
    const repaired = withoutMojibake(text)
    if (repaired !== null) {
      report.clean('mojibake', column, raw, repaired)
      text = repaired
    }
  }
  const legal = text.replace(illegal, (sign) => (sign.length === 1 && /\p{Surrogate}/u.test(sign) ? '\uFFFD' : ''))
  if (legal !== text) {
    report.warn('illegal-characters', 'The value holds signs that no text may hold (controls, NUL, halves of characters); they are left out.', column, raw)
    text = legal
  } else if (text.includes('\uFFFD')) {
    report.warn('broken-characters', 'The value holds bytes that are no text in this encoding; each stands as “\uFFFD”. Check the file’s encoding.', column, raw)
  }
  const visible = text.replace(invisible, '')
  if (visible !== text) {
    report.clean('invisible-characters', column, raw, visible.trim())
    text = visible
  }
  if (markup.test(text)) report.warn('markup-in-text', 'The value holds HTML or XML. It is kept as plain words and never shown as a page.', column, raw)
  text = text.trim()
  if (formula.test(text)) report.warn('formula-in-text', 'The value looks like a spreadsheet formula. It is kept as plain words and never computed.', column, raw)
  return text
}

/** A title or a name: as `cleanText`, on one line, with plain single blanks. */
export function cleanLine(raw: string, column: string, report: ItemReport): string {
  const text = cleanText(raw, column, report)
  return /[\s\u00A0]{2}|[^\S ]/u.test(text) ? text.replace(/[\s\u00A0]+/gu, ' ').trim() : text
}

/** The text as it was before it was decoded as windows-1252; null where that is not what happened to it. */
function withoutMojibake(text: string): string | null {
  const bytes = encode(text, 'windows-1252')
  try {
    const repaired = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // A sign that windows-1252 lacks would have become “?”: then this was no such text.
    return repaired.length < text.length && countOf(repaired, '?') === countOf(text, '?') ? repaired : null
  } catch {
    return null
  }
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}
