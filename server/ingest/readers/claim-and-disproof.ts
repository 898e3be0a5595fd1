import type { PagePart } from './page-labels.ts'

/** A paragraph of a case: under which heading, how many blank lines before it, and whether facts stood between. */
export interface Paragraph {
  text: string
  part: Exclude<PagePart, 'ignored'> | null
  gap: number
  afterFacts: boolean
}

export interface ClaimAndDisproof {
  claim: string | null
  disproof: string | null
  /** How the end of the claim was found; `guessed` is for a person to look at. */
  splitBy: 'heading' | 'gap' | 'wording' | 'guessed' | 'none'
}

/** How fact-checkers begin a disproof. Looked for at the start of a paragraph only. */
const disproofOpenings: readonly RegExp[] = [
  /^(?:(?:this is |it is )?(?:an? |another |yet another |one of the )?)(?:[\p{L}-]+ ){0,4}(?:disinformation|misinformation|propaganda|conspiracy theor|narrative|accusation|trope)/iu,
  /^(?:there (?:is|are) )?no (?:[\p{L}-]+ ){0,4}(?:evidence|proof)/iu,
  /^(?:this|these|the) (?:[\p{L}-]+ ){0,2}(?:cases?|claims?|stor(?:y|ies)|statements?|allegations?|messages?|narratives?|reports?|accusations?|conspiracy)\b/iu,
  /^(?:false|untrue|not true|fake|unfounded|baseless|groundless|misleading|manipulat|contrary to|in reality|in fact)\b/iu,
]

/** Whether a paragraph reads like the beginning of a disproof. */
export function opensDisproof(paragraph: string): boolean {
  const opening = paragraph.slice(0, 160)
  return disproofOpenings.some((form) => form.test(opening))
}

/**
 * Tells claim and disproof apart: by headings; else where the page leaves more blank lines than between paragraphs, or puts its
 * facts; else by the wording of a disproof; else after the first paragraph, and then it says that this is a guess.
 */
export function splitClaimAndDisproof(paragraphs: readonly Paragraph[], usualGap: number): ClaimAndDisproof {
  const disproofs = paragraphs.filter((paragraph) => paragraph.part === 'disproof')
  if (disproofs.length > 0) return { claim: joined(paragraphs.filter((paragraph) => paragraph.part !== 'disproof')), disproof: joined(disproofs), splitBy: 'heading' }
  const { at, splitBy } = boundary(paragraphs, usualGap)
  return { claim: joined(paragraphs.slice(0, at)), disproof: joined(paragraphs.slice(at)), splitBy }
}

function boundary(paragraphs: readonly Paragraph[], usualGap: number): { at: number; splitBy: ClaimAndDisproof['splitBy'] } {
  const later = paragraphs.map((paragraph, at) => ({ ...paragraph, at })).slice(1)
  if (later.length === 0) return { at: paragraphs.length, splitBy: 'none' }
  const wide = later.filter((paragraph) => paragraph.gap > usualGap)
  const byGap = wide.find((paragraph) => opensDisproof(paragraph.text)) ?? wide[0]
  if (byGap !== undefined) return { at: byGap.at, splitBy: 'gap' }
  const byFacts = later.find((paragraph) => paragraph.afterFacts)
  if (byFacts !== undefined) return { at: byFacts.at, splitBy: 'gap' }
  const byWording = later.find((paragraph) => opensDisproof(paragraph.text))
  return byWording === undefined ? { at: 1, splitBy: 'guessed' } : { at: byWording.at, splitBy: 'wording' }
}

/** The paragraphs as one text. A comma left hanging at the end parted links on the page; it belongs to none of the words. */
function joined(paragraphs: readonly Paragraph[]): string | null {
  if (paragraphs.length === 0) return null
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n').replace(/[,;]$/u, '').trimEnd()
  return text === '' ? null : text
}
