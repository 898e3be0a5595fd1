import { type FactName, headingOf, headingWithText, isBreadcrumb, isFurniture, isPublications, isSeeMore, isSiteStatement, type LabelHit, labelAt, type PagePart, titleOn, withoutBullet } from './page-labels.ts'
import { joinAll, type PageLine, plainBlanks } from './page-lines.ts'

/** What a page consists of, in its order. `gap` counts the blank lines before it. */
export type PageElement =
  | { kind: 'title'; text: string; gap: number }
  | { kind: 'heading'; part: PagePart; gap: number }
  | { kind: 'fact'; fact: FactName; lines: string[]; gap: number }
  | { kind: 'unread'; text: string; gap: number }
  | { kind: 'text'; text: string; gap: number }
  | { kind: 'see-more'; gap: number }
  | { kind: 'breadcrumb'; gap: number }

/** A title longer than this has swallowed what follows it. */
const longestTitle = 300
/** Where a label may be wrapped, as many lines are looked at together. */
const labelLines = 8

type Open = { kind: 'title' | 'text' | 'site'; lines: string[]; gap: number } | { kind: 'fact'; hit: LabelHit; lines: string[]; gap: number } | null

/** Sorts the lines of a page into titles, headings, facts and paragraphs; what belongs to the site is left out. */
export function pageElements(lines: readonly PageLine[]): PageElement[] {
  return new Sorter(lines).sort()
}

class Sorter {
  readonly #lines: readonly PageLine[]
  readonly #elements: PageElement[] = []
  /** Without any blank line, each line that ends a sentence ends its paragraph. */
  readonly #oneParagraphALine: boolean
  #open: Open = null
  #inPublications = false

  constructor(lines: readonly PageLine[]) {
    this.#lines = lines
    this.#oneParagraphALine = lines.length > 1 && lines.every((line, index) => index === 0 || line.blankBefore === 0)
  }

  sort(): PageElement[] {
    for (let at = 0; at < this.#lines.length; at += 1) {
      const line = this.#lines[at]
      if (line === undefined) break
      if (line.blankBefore > 0) this.#close()
      at += this.#take(line, at)
    }
    this.#close()
    return this.#elements
  }

  /** Takes one line; returns how many further lines went with it. */
  #take({ text, blankBefore: gap }: PageLine, at: number): number {
    const title = titleOn(text)
    if (title !== null) return this.#begin({ kind: 'title', lines: title === '' ? [] : [title], gap })
    // Words such as “see more” can be a whole line of a narrowly wrapped paragraph: they count only where none is open.
    const outsideProse = this.#open === null || this.#open.kind === 'fact' || this.#open.kind === 'site'
    if (outsideProse && isSeeMore(text)) return this.#put({ kind: 'see-more', gap })
    if (outsideProse && isBreadcrumb(text)) return this.#put({ kind: 'breadcrumb', gap })
    if (outsideProse && isPublications(text) && !this.#goesOnSmall(at)) {
      this.#close()
      this.#inPublications = true
      return 0
    }
    if (this.#isHeading(text, at)) return this.#put({ kind: 'heading', part: headingOf(text) ?? 'ignored', gap })
    const headed = this.#isAtStart() ? headingWithText(text) : null
    if (headed !== null) {
      this.#put({ kind: 'heading', part: headed.part, gap })
      return this.#begin({ kind: 'text', lines: [headed.text], gap: 0 })
    }
    if (this.#isSiteFurniture(text, at)) {
      this.#close()
      return 0
    }
    if (this.#isAtStart() && isSiteStatement(text)) return this.#begin({ kind: 'site', lines: [], gap })
    return this.#takeFact(text, gap, at) ?? this.#takeText(text, gap)
  }

  #takeFact(text: string, gap: number, at: number): number | null {
    if (this.#open?.kind === 'fact' && endsInsideLabel(this.#open.hit.bullet, this.#open.lines) && withoutBullet(text) === text) return null
    const together = [text]
    while (together.length < labelLines && (this.#lines[at + together.length]?.blankBefore ?? 1) === 0) together.push(this.#lines[at + together.length]?.text ?? '')
    const hit = labelAt(joinAll(together))
    if (hit !== null && (!hit.doubtful || this.#isAtStart() || this.#open?.kind === 'fact')) {
      let taken = 1
      while (joinAll(together.slice(0, taken)).length < hit.valueFrom && taken < together.length) taken += 1
      const labelled = joinAll(together.slice(0, taken))
      this.#begin({ kind: 'fact', hit, lines: [labelled.slice(hit.valueFrom).trim()], gap })
      return taken - 1
    }
    const bare = withoutBullet(text)
    const bulleted = bare !== text
    if (this.#inPublications && (bulleted || /\(archived\)\*?$/iu.test(text.slice(-20))) && this.#open?.kind !== 'text') {
      return this.#begin({ kind: 'fact', hit: { fact: 'outlets', valueFrom: 0, doubtful: false, bullet: '' }, lines: [bare], gap })
    }
    if (this.#open?.kind === 'fact' && (bulleted || /^\p{Lu}[\p{L} /()]{2,40}:(?: |$)/u.test(text))) return this.#put({ kind: 'unread', text, gap })
    return null
  }

  #takeText(text: string, gap: number): number {
    const open = this.#open
    const continues = open !== null && !(this.#oneParagraphALine && ((open.kind === 'title' && open.lines.length > 0) || /[.!?:…]["'”’»)]*$/u.test((open.lines.at(-1) ?? '').slice(-8))))
    if (!continues) return this.#begin({ kind: 'text', lines: [text], gap })
    open.lines.push(text)
    return 0
  }

  /** Whether a new paragraph begins here: nothing is open that the line could continue. */
  #isAtStart(): boolean {
    return this.#open === null
  }

  /** A heading stands alone; a paragraph that was wrapped after its first word only looks like one. */
  #isHeading(text: string, at: number): boolean {
    if (headingOf(text) === null) return false
    if (this.#goesOnSmall(at)) return false
    if (this.#isAtStart()) return true
    const before = this.#lines[at - 1]?.text ?? ''
    const afterSentence = /[.!?”"]$/u.test(before.slice(-1))
    // In small letters it could be the end of a wrapped sentence, so more is asked of it.
    if (/^\p{Ll}/u.test(text)) return this.#oneParagraphALine && afterSentence
    return this.#oneParagraphALine || before.length >= 25 || afterSentence
  }

  #isSiteFurniture(text: string, at: number): boolean {
    if (this.#open?.kind === 'text' || this.#open?.kind === 'title' || !isFurniture(text)) return false
    return !this.#goesOnSmall(at)
  }

  /** Whether the next line of the same block begins with a small letter, as the middle of a sentence does. */
  #goesOnSmall(at: number): boolean {
    const next = this.#lines[at + 1]
    return next?.blankBefore === 0 && /^\p{Ll}/u.test(next.text) && labelAt(next.text) === null && !isFurniture(next.text)
  }

  #begin(open: Open): number {
    this.#close()
    this.#open = open
    if (open?.kind !== 'fact') this.#inPublications = false
    return 0
  }

  #put(element: PageElement): number {
    this.#close()
    this.#inPublications = false
    this.#elements.push(element)
    return 0
  }

  #close(): void {
    const open = this.#open
    if (open === null) return
    if (open.kind === 'title' && open.lines.length === 0) return // “Disinfo:” alone: the title follows
    this.#open = null
    switch (open.kind) {
      case 'title':
        return this.#closeTitle(open.lines, open.gap)
      case 'text':
        this.#elements.push({ kind: 'text', text: joinAll(open.lines), gap: open.gap })
        return
      case 'fact':
        return this.#closeFact(open.hit.fact, open.lines, open.gap)
      case 'site':
        return
    }
  }

  #closeTitle(lines: string[], gap: number): void {
    const whole = joinAll(lines)
    const first = lines[0] ?? ''
    const swallowed = lines.length > 1 && whole.length > longestTitle
    this.#elements.push({ kind: 'title', text: plainBlanks(swallowed ? first : whole), gap })
    if (swallowed) this.#elements.push({ kind: 'text', text: joinAll(lines.slice(1)), gap: 0 })
  }

  /** A list that was re-wrapped as one paragraph holds further facts, and perhaps “see more”. */
  #closeFact(fact: FactName, lines: string[], gap: number): void {
    const { kept, seeMore } = withoutSeeMore(lines)
    const [own = [], ...others] = splitFacts(kept)
    this.#elements.push({ kind: 'fact', fact, lines: own.map(withoutBulletAtEnd), gap })
    for (const piece of others) {
      const hit = labelAt(joinAll(piece))
      if (hit !== null) this.#elements.push({ kind: 'fact', fact: hit.fact, lines: [withoutBulletAtEnd(joinAll(piece).slice(hit.valueFrom))], gap: 0 })
    }
    if (seeMore) this.#elements.push({ kind: 'see-more', gap: 0 })
  }
}

/** Whether a run-on list was wrapped inside its next label: a bullet of the same kind stands there, and no label fits yet. */
function endsInsideLabel(bullet: string, lines: readonly string[]): boolean {
  if (bullet === '') return false
  const tail = joinAll(lines.slice(-4)).slice(-160)
  const from = Math.max(tail.lastIndexOf(` ${bullet} `), tail.lastIndexOf(` ${bullet}\u00A0`), tail.endsWith(` ${bullet}`) ? tail.length - bullet.length - 1 : -1)
  return from !== -1 && labelAt(tail.slice(from + 1)) === null
}

/** Takes “see more” off the end of the last fact, even where it was wrapped in two. */
function withoutSeeMore(lines: readonly string[]): { kept: string[]; seeMore: boolean } {
  const kept = [...lines]
  let last = kept.pop() ?? ''
  if (/^more$/iu.test(last) && kept.length > 0) last = `${kept.pop() ?? ''} ${last}`
  const seeMore = /(?:^| )see more$/iu.test(last.slice(-9))
  if (!seeMore) return { kept: [...lines], seeMore }
  const rest = last.slice(0, -8).trimEnd()
  return { kept: rest === '' ? kept : [...kept, rest], seeMore }
}

function withoutBulletAtEnd(line: string): string {
  return line.replace(/ ?[•·▪●]$/u, '').trim()
}

/** Cuts the lines of a fact before each bullet that a label follows. */
function splitFacts(lines: string[]): string[][] {
  const whole = joinAll(lines)
  const cuts: number[] = []
  for (const { index } of whole.matchAll(/ (?=[•·▪●*-][ \u00A0])/gu)) if (labelAt(whole.slice(index + 1, index + 140)) !== null) cuts.push(index)
  const first = cuts[0]
  if (first === undefined) return [lines]
  return [[whole.slice(0, first)], ...cuts.map((cut, index) => [whole.slice(cut + 1, cuts[index + 1])])]
}
