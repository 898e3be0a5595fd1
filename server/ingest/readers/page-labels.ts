import { plainBlanks } from './page-lines.ts'

/** The facts that a case page can state. */
export const factNames = ['issue', 'publishedOn', 'languages', 'countries', 'keywords', 'outlets'] as const
export type FactName = (typeof factNames)[number]

/** Parts of a page that a heading opens. */
export type PagePart = 'claim' | 'disproof' | 'ignored'

interface Label {
  fact: FactName
  /** With a colon, anywhere. */
  withColon: RegExp
  /** Without a colon: only wordings that do not occur in prose. */
  bare?: RegExp
}

const labels: readonly Label[] = [
  { fact: 'issue', withColon: /^(?:reported in|issue)\s?:\s*/iu, bare: /^reported in (?=issue\s?\d)/iu },
  { fact: 'publishedOn', withColon: /^(?:(?:publication date|date of publication|published on|date)(?: ?\/ ?time)?)\s?:\s*/iu, bare: /^date of publication (?=[\p{N}\p{Lu}])/iu },
  { fact: 'languages', withColon: /^(?:(?:article|outlet)?\s?languages?(?:\s?\(s\))?(?:\s?\/\s?target audience)?)\s?:\s*/iu, bare: /^(?:(?:article|outlet) language(?:\s?\(s\)|s)|language\s?\/\s?target audience) /iu },
  {
    fact: 'countries',
    withColon: /^(?:countr(?:y|ies)(?:\s?\/\s?regions?| and(?:\s?\/\s?or)? regions?)?(?: discussed(?: in the (?:disinformation|claim|case))?)?|regions?)\s?:\s*/iu,
    bare: /^countries(?:\s?\/\s?| and(?:\s?\/\s?or)? )regions discussed(?: in the (?:disinformation|claim|case))? /iu,
  },
  { fact: 'keywords', withColon: /^(?:keywords?(?:\s?\(s\))?|tags?)\s?:\s*/iu },
  { fact: 'outlets', withColon: /^outlets?(?:\s?\(s\))?(?: where the (?:disinformation|claim) appeared)?\s?:\s*/iu, bare: /^outlets? where the (?:disinformation|claim) appeared /iu },
]

/** Single words before a colon that prose may begin with too: they need a bullet or another fact beside them. */
const doubtful = /^(?:date|language|languages|country|countries|region|regions|outlet|outlets|tag|tags|issue|issues)\s?:/iu

const bullet = /^[•·‣◦●▪■*\-–—o]\s+/u

/** A fact's label at the start of a text, and where its value begins. */
export interface LabelHit {
  fact: FactName
  valueFrom: number
  doubtful: boolean
  /** The bullet before the label; empty for none. */
  bullet: string
}

/** A text without its bullet. */
export function withoutBullet(text: string): string {
  return text.replace(bullet, '')
}

/** Looks for a fact's label at the start of a line (bullets aside). */
export function labelAt(line: string): LabelHit | null {
  const head = line.slice(0, 120).replace(/[\u00A0\u202F]/gu, ' ')
  const bulleted = bullet.exec(head)?.[0].length ?? 0
  const bare = head.slice(bulleted)
  const sign = head.slice(0, bulleted).trim()
  for (const { fact, withColon, bare: withoutColon } of labels) {
    const found = withColon.exec(bare) ?? withoutColon?.exec(bare)
    if (found) return { fact, valueFrom: bulleted + found[0].length, doubtful: bulleted === 0 && doubtful.test(bare), bullet: sign }
  }
  return null
}

const headings: readonly (readonly [RegExp, PagePart])[] = [
  [/^(?:summary|summary of (?:the )?disinformation|disinformation summary|summary of (?:the )?claim|claim)$/iu, 'claim'],
  [/^(?:disproof|response|debunk|debunking|refutation)$/iu, 'disproof'],
  [/^(?:disclaimer|have you found a mistake\?|related (?:cases|disinfo|articles)|similar (?:cases|disinfo)|you may also like|share (?:this|on).{0,20})$/iu, 'ignored'],
]

/** The part that a heading opens; null for a line that is none. */
export function headingOf(line: string): PagePart | null {
  if (line.length > 60) return null
  const bare = plainBlanks(line).replace(/\s?:$/u, '')
  return headings.find(([heading]) => heading.test(bare))?.[1] ?? null
}

/** A heading and its text on one line: “Summary: …”. Null for any other line. */
export function headingWithText(line: string): { part: PagePart; text: string } | null {
  const found = /^(summary(?: of (?:the )?disinformation)?|disproof|response)\s?:\s+(?=\S)/iu.exec(line.slice(0, 60))
  if (found === null) return null
  return { part: /^summ/iu.test(found[0]) ? 'claim' : 'disproof', text: line.slice(found[0].length) }
}

const titlePrefix = /^(?:Disinfo|DISINFO|DisInfo|disinfo)\s?:\s*/u

/** The title on a line such as “Disinfo: …”; null for any other line. Empty where the title stands on the next line. */
export function titleOn(line: string): string | null {
  const found = titlePrefix.exec(line.slice(0, 60).replace(/[\u00A0\u202F]/gu, ' '))
  return found === null ? null : line.slice(found[0].length)
}

/** The line after which further cases follow, often without “Disinfo:”. */
export function isSeeMore(line: string): boolean {
  return /^(?:see|show|load|read) more(?: cases)?\s?[.…>»]*$/iu.test(plainBlanks(line.slice(0, 40)))
}

/** Where the reader stands on the site: a bare title follows. */
export function isBreadcrumb(line: string): boolean {
  return line.length < 300 && /^home\s?[-–—>»›/|]/iu.test(plainBlanks(line.slice(0, 40)))
}

/** The line under which publications are listed. */
export function isPublications(line: string): boolean {
  return /^publications?(?:\s?\/\s?media)?(?: \(archived\))?$/iu.test(plainBlanks(line.slice(0, 60)))
}

const furniture =
  /^(?:share(?: with)?|print|tweet|embed|facebook|twitter|whatsapp|linkedin|e-?mail|copy link|back(?: to (?:top|the list|database))?|disinformation case details|case details|details|give us your feedback\.?|please don.?t forget to include facts and data backing your story\.?|skip to (?:main )?content|search|menu|subscribe)$/iu

/** What belongs to the site and not to a case, on a line of its own. */
export function isFurniture(line: string): boolean {
  return line.length <= 100 && furniture.test(plainBlanks(line))
}

/** The site's own statement under each case: about its method, not about the claim. */
export function isSiteStatement(paragraph: string): boolean {
  return /^cases in the euvsdisinfo database focus on messages/iu.test(plainBlanks(paragraph.slice(0, 120)))
}
