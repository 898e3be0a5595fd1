/** A line of a page, trimmed, with the number of blank lines before it. */
export interface PageLine {
  text: string
  blankBefore: number
}

/** Signs that no page means: controls, zero-width signs, the byte order mark, soft hyphens. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unwanted = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu

/**
 * The text of a page as lines. Line ends of any system; runs of blanks become one, non-breaking blanks inside a line stay (they
 * are the source's); halves of surrogate pairs become U+FFFD, which is what the database would make of them.
 */
export function pageLines(text: string): PageLine[] {
  const clean = text
    .replace(/\r\n?|\u2028|\u2029|\u0085|\v|\f/gu, '\n')
    .replace(unwanted, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[ \t\u2000-\u200A\u3000]+/gu, ' ')
  const lines: PageLine[] = []
  let blankBefore = 0
  for (const raw of clean.split('\n')) {
    const line = raw.trim()
    if (line === '') {
      blankBefore += 1
      continue
    }
    lines.push({ text: line, blankBefore })
    blankBefore = 0
  }
  return lines
}

/** The words that keep a hanging hyphen apart: “short- and long-term”. */
const afterHangingHyphen = /^(?:and|or|to|und|et|y|nor)\b/u

/** What goes between two lines of one wrapped paragraph. Wrapping breaks after the hyphen of a compound, where no blank belongs. */
function joint(before: string, line: string): string {
  const hyphenated = /[\p{L}\p{N}][-‐]$/u.test(before.slice(-3)) && /^[\p{L}\p{N}]/u.test(line) && !afterHangingHyphen.test(line)
  return hyphenated ? '' : ' '
}

/** The lines of a wrapped paragraph as one. */
export function joinAll(lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? line : joint(lines[index - 1] ?? '', line) + line)).join('')
}

/** Non-breaking blanks as plain ones: for titles, labels and facts, where they mean nothing. */
export function plainBlanks(text: string): string {
  return text.replace(/[\u00A0\u202F ]+/gu, ' ').trim()
}
