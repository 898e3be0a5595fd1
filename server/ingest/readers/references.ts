import { sentencesOf } from '../../narratives/tokens.ts'

/** Another case that a disproof names, with the sentence that names it. */
export interface Reference {
  title: string
  quote: string
}

/** “Read also related cases: …”, “See similar cases claiming that …”, “See related examples of disinformation claims alleging that …”. */
const opening =
  /\b(?:read|see|check)(?: (?:also|more|out|our|other|the|some|further|these|here)){0,4}(?: (?:related|similar|earlier|previous|past|other|more|further|recurring)){1,3} (?:(?:disinformation|disinfo|debunked) )?(?:cases?|examples?|claims?|disinformation)\b/giu

/** What may stand between that opening and the titles. */
const leadIn = /^(?: (?:of|from|about|on|in|disinformation|disinfo|claims?|cases?|claiming|alleging|stating|asserting|suggesting|such|as|here|below|our|the|database)){0,8}\s?(?::| that\b|,? (?=["“„«]))\s?(?:that\b\s?)?/iu

/** A sentence longer than this is a text without full stops, not a list of titles. */
const longestQuote = 3000

/** A title of more than this many characters is several, or none. */
const longestTitle = 300

/** The cases that a disproof refers to by title. Only what reads like a title (it begins as one) counts; the rest stays prose. */
export function readReferences(disproof: string): Reference[] {
  const references: Reference[] = []
  const seen = new Set<string>()
  let at = 0
  let readTo = 0
  const starts = [...disproof.matchAll(opening)].map((found) => ({ start: found.index, end: found.index + found[0].length }))
  if (starts.length === 0) return []
  const sentences = sentencesOf(disproof)
  for (const { start, end } of starts) {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1
    const sentence = sentences[at]
    if (sentence === undefined || start < Math.max(sentence.start, readTo) || sentence.end - start > longestQuote) continue
    const lead = leadIn.exec(disproof.slice(end, Math.min(sentence.end, end + 200)))
    if (lead === null) continue
    readTo = sentence.end
    const quote = disproof.slice(start, sentence.end)
    for (const title of splitTitles(disproof.slice(end + lead[0].length, sentence.end))) {
      if (seen.has(title)) continue
      seen.add(title)
      references.push({ title, quote })
    }
  }
  return references
}

/** “A, B or C.” → A, B, C. A comma parts two titles only before a capital; so does the last “or”. */
function splitTitles(list: string): string[] {
  const bare = list.trim().replace(/[.\s]{1,10}$/u, '')
  const pieces = bare.includes(';') ? bare.split(/; ?/u) : bare.split(/, (?=(?:and |or )?(?:that )?["“„‘«]?[\p{Lu}\p{N}])/u)
  const last = pieces.pop() ?? ''
  pieces.push(...splitLast(last, pieces.length > 0))
  return pieces.map(asTitle).filter((title) => title.length <= longestTitle && /^["“‘«„]?[\p{Lu}\p{N}]/u.test(title) && title.includes(' '))
}

/** The last piece, “B or C”, in two; “and” counts less, since titles often hold it (“EU and US aim …”). */
function splitLast(piece: string, hasOthers: boolean): string[] {
  if (/^(?:and|or) /u.test(piece)) return [piece]
  const either = cutAt(piece, / or (?=(?:that )?["“„‘«]?[\p{Lu}\p{N}])/gu)
  if (either !== null) return either
  const both = hasOthers || / and that /u.test(piece) ? cutAt(piece, / and (?=(?:that )?["“„‘«]?[\p{Lu}\p{N}])/gu) : null
  return both ?? [piece]
}

/** Cuts at the last place of the pattern that leaves at least three words on both sides. */
function cutAt(piece: string, pattern: RegExp): string[] | null {
  const found = [...piece.matchAll(pattern)].findLast(({ index, 0: { length } }) => wordsIn(piece.slice(0, index)) >= 3 && wordsIn(piece.slice(index + length)) >= 3)
  return found === undefined ? null : [piece.slice(0, found.index), piece.slice(found.index + found[0].length)]
}

function wordsIn(text: string): number {
  return text.split(' ', 4).filter((word) => word !== '').length
}

function asTitle(piece: string): string {
  const title = piece.trim().replace(/^(?:and|or) /u, '').replace(/^that /u, '').trim()
  const quoted = /^["“„«](.*)["”»][,.]?$/su.exec(title)
  return (quoted?.[1] ?? title).trim()
}
