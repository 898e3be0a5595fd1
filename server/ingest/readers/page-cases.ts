import { slug } from '#graph-schema/fold.ts'
import type { Paragraph } from './claim-and-disproof.ts'
import type { PageElement } from './page-elements.ts'
import type { FactName } from './page-labels.ts'

/** A case as it stands on the page, before its values are read. */
export interface CaseDraft {
  title: string
  paragraphs: Paragraph[]
  facts: { fact: FactName; lines: string[] }[]
  /** Text that stands between the facts and a repeated title: the keywords without separators. */
  loose: string[]
  /** Facts whose label is not known. */
  unread: string[]
}

export interface PageCases {
  cases: CaseDraft[]
  /** Text and facts that belong to no case, by their first words. */
  leftOver: { what: 'text' | 'facts'; text: string }[]
  /** Blank lines between two paragraphs of one text. */
  usualGap: number
}

const longestBareTitle = 300

/** Gathers the elements of a page into cases. Nothing goes to a case by standing near it: a title begins one, its own parts follow. */
export function pageCases(elements: readonly PageElement[]): PageCases {
  const usualGap = usualGapOf(elements)
  const cases: CaseDraft[] = []
  const leftOver: PageCases['leftOver'] = []
  let segment: PageElement[] = []
  let opening: 'start' | 'title' | 'see-more' | 'breadcrumb' = 'start'

  function finish(): void {
    if (opening === 'title') {
      cases.push(draftOf(segment))
    } else {
      const bare = bareCases(segment, opening, usualGap)
      for (const draft of bare) cases.push(draft)
      if (bare.length === 0) leftOver.push(...leftOverOf(segment))
    }
  }
  for (const element of elements) {
    const begins = element.kind === 'see-more' || element.kind === 'breadcrumb' || (element.kind === 'title' && !(opening === 'title' && repeatsTitle(segment, element.text)))
    if (begins) {
      finish()
      segment = element.kind === 'title' ? [element] : []
      opening = element.kind
    } else {
      segment.push(element)
    }
  }
  finish()
  return { cases, leftOver, usualGap }
}

/** The commonest small distance between two paragraphs: a page that was copied with doubled line ends has wider ones. */
function usualGapOf(elements: readonly PageElement[]): number {
  let least = Infinity
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'text' && elements[index - 1]?.kind === 'text' && element.gap > 0) least = Math.min(least, element.gap)
  }
  return least === Infinity ? 1 : least
}

/** The newer layouts print the title above the facts and again above the text. */
function repeatsTitle(segment: readonly PageElement[], title: string): boolean {
  const own = segment[0]
  if (own?.kind !== 'title' || slug(own.text) !== slug(title)) return false
  if (segment.some((element) => element.kind === 'title' && element !== own)) return false
  const texts = segment.filter((element) => element.kind === 'text').length
  return texts === 0 || (texts === 1 && segment.some((element) => element.kind === 'fact') && !segment.some((element) => element.kind === 'heading'))
}

function draftOf(segment: readonly PageElement[]): CaseDraft {
  const draft: CaseDraft = { title: '', paragraphs: [], facts: [], loose: [], unread: [] }
  let part: Paragraph['part'] | 'ignored' = null
  let afterFacts = false
  for (const [index, element] of segment.entries()) {
    switch (element.kind) {
      case 'title':
        if (index === 0) {
          draft.title = element.text
        } else {
          draft.loose.push(...draft.paragraphs.map((paragraph) => paragraph.text))
          draft.paragraphs = []
          part = null
        }
        afterFacts = false
        break
      case 'heading':
        part = element.part
        break
      case 'text':
        if (part !== 'ignored') draft.paragraphs.push({ text: element.text, part, gap: element.gap, afterFacts: afterFacts && draft.paragraphs.length > 0 })
        afterFacts = false
        break
      case 'fact':
        draft.facts.push({ fact: element.fact, lines: element.lines })
        afterFacts = true
        break
      case 'unread':
        draft.unread.push(element.text)
        break
      case 'see-more':
      case 'breadcrumb':
        break
    }
  }
  return draft
}

/** Cases whose title stands without “Disinfo:”. Each needs more than a line that could be anything. */
function bareCases(segment: readonly PageElement[], opening: 'start' | 'see-more' | 'breadcrumb', usualGap: number): CaseDraft[] {
  const facts = segment.filter((element) => element.kind === 'fact').length
  const hasHeading = segment.some((element) => element.kind === 'heading' && element.part !== 'ignored')
  if (opening === 'start' && !hasHeading && facts < 2) return []
  const firstHeading = segment.findIndex((element) => element.kind === 'heading')
  const ofTitle = opening === 'start' && hasHeading ? segment.findLastIndex((element, index) => element.kind === 'text' && index < firstHeading) : segment.findIndex((element) => element.kind === 'text')
  const body = ofTitle === -1 ? [] : segment.slice(ofTitle)
  const starts = opening === 'see-more' ? bareTitles(body, usualGap) : [0]
  return starts.flatMap((start, index) => {
    const [title, ...rest] = body.slice(start, starts[index + 1])
    if (title?.kind !== 'text' || title.text.length > longestBareTitle || !rest.some((element) => element.kind === 'text')) return []
    if (opening === 'see-more' && /[.!]$/u.test(title.text) && !hasHeading) return []
    return [draftOf([{ kind: 'title', text: title.text, gap: title.gap }, ...rest])]
  })
}

/** Where further bare titles stand: behind a wide gap, short, not a sentence, with a text close below, once the case before is whole. */
function bareTitles(body: readonly PageElement[], usualGap: number): number[] {
  const starts = [0]
  let wideGaps = 0
  for (const [index, element] of body.entries()) {
    if (index === 0 || element.kind !== 'text') continue
    const next = body[index + 1]
    const titleLike = element.text.length <= 200 && !/[.!:;,]["'”’»)]*$/u.test(element.text) && next?.kind === 'text' && next.gap <= usualGap
    if (element.gap > usualGap && wideGaps > 0 && titleLike) {
      starts.push(index)
      wideGaps = 0
    } else if (element.gap > usualGap) {
      wideGaps += 1
    }
  }
  return starts
}

function leftOverOf(segment: readonly PageElement[]): PageCases['leftOver'] {
  const text = segment.find((element) => element.kind === 'text')
  const fact = segment.find((element) => element.kind === 'fact')
  return [
    ...(text === undefined ? [] : [{ what: 'text' as const, text: text.text.slice(0, 80) }]),
    ...(fact === undefined ? [] : [{ what: 'facts' as const, text: fact.lines.join(' ').slice(0, 80) }]),
  ]
}
