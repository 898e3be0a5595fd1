import { fold } from '#graph-schema/fold.ts'
import type { Inferred } from '#graph-schema/read-result.ts'
import type { Entities } from '../normalise/entities.ts'
import type { CaseDraft } from './page-cases.ts'
import type { FactName } from './page-labels.ts'
import { joinAll, plainBlanks } from './page-lines.ts'
import { readDate } from './read-date.ts'
import { type ListItem, readList } from './read-list.ts'
import type { Report } from './report.ts'

/** The facts of one case as values, and as they stood on the page. */
export interface PageFacts {
  issue: number | null
  publishedOn: string | null
  languages: string[]
  countries: string[]
  keywords: string[]
  outlets: string[]
  /** Keywords that were told apart with the keyword table; offsets count into their line. */
  inferred: Inferred[]
  raw: Record<string, string>
}

/** Facts while they are read, with the folded names already taken. */
interface Reading extends PageFacts {
  seen: { keywords: Set<string>; outlets: Set<string> }
}

/** A name longer than this is a paragraph that went astray; it could not be an id either. */
const longestName = 200

/** Reads the values of a case's facts. What cannot be read is reported and stays in `raw`. */
export function readFacts(draft: CaseDraft, entities: Entities, report: Report): PageFacts {
  const facts: Reading = { issue: null, publishedOn: null, languages: [], countries: [], keywords: [], outlets: [], inferred: [], raw: {}, seen: { keywords: new Set(), outlets: new Set() } }
  const loose = [...draft.loose]
  for (const { fact, lines } of draft.facts) {
    const { value, rest } = valueOf(fact, lines.map(plainBlanks), entities)
    if (rest !== '') loose.push(rest)
    if (value === '') continue
    const before = facts.raw[fact]
    facts.raw[fact] = before === undefined ? value : `${before}\n${value}`
    takeFact(facts, fact, value, entities, report)
  }
  for (const line of loose) takeLooseKeywords(facts, plainBlanks(line), entities, report)
  for (const line of draft.unread) report.warn('fact-not-read', `The line “${report.brief(line)}” has a label that is not known; it is kept as it stands.`, null, line)
  if (draft.unread.length > 0) facts.raw['other'] = draft.unread.join('\n')
  const { seen: _, ...read } = facts
  return read
}

/** The value of a fact, and lines below it that belong to none: the keywords without separators of the 2024 layout. */
function valueOf(fact: FactName, lines: readonly string[], entities: Entities): { value: string; rest: string } {
  for (let count = Math.min(lines.length, 12); count > 0; count -= 1) {
    const value = joinAll(lines.slice(0, count))
    if (isWhole(fact, value, entities)) return { value, rest: joinAll(lines.slice(count)) }
  }
  return { value: joinAll(lines), rest: '' }
}

function isWhole(fact: FactName, value: string, entities: Entities): boolean {
  switch (fact) {
    case 'countries':
      return readList(value, entities.resolveCountry).every((item) => item.entity !== null)
    case 'languages':
      return readList(value, entities.resolveLanguage).every((item) => item.entity !== null)
    case 'issue':
      return /^(?:issues? ?)?(?:no\.? ?|nr\.? ?|# ?)?\d+$/iu.test(value)
    case 'publishedOn':
      return readDate(value) !== null
    case 'keywords':
    case 'outlets':
      return false // any line can belong to them
  }
}

function takeFact(facts: Reading, fact: FactName, value: string, entities: Entities, report: Report): void {
  switch (fact) {
    case 'issue':
      return takeIssue(facts, value, report)
    case 'publishedOn': {
      const date = readDate(value)
      if (date === null) report.warn('date-not-read', `“${report.brief(value)}” is no date; it is kept as it stands. Dates are read as day/month/year.`, fact, value)
      else if (facts.publishedOn !== null && facts.publishedOn !== date) report.warn('fact-twice', `The date is stated twice; the first, ${facts.publishedOn}, counts.`, fact, value)
      facts.publishedOn ??= date
      return
    }
    case 'countries':
      return takeEntities(facts.countries, readList(value, entities.resolveCountry), 'country', fact, report)
    case 'languages':
      return takeEntities(facts.languages, readList(value, entities.resolveLanguage), 'language', fact, report)
    case 'keywords':
      return takeNames(facts, fact, readList(value, entities.resolveKeyword), report)
    case 'outlets':
      return takeNames(facts, fact, readList(withoutOutletNotes(value), entities.knownOutlet), report)
  }
}

function takeIssue(facts: PageFacts, value: string, report: Report): void {
  const numbers = [...value.slice(0, 200).matchAll(/\d{1,6}/gu)].map(([digits]) => Number(digits))
  const first = numbers[0]
  if (first === undefined) report.warn('issue-not-read', `“${report.brief(value)}” holds no issue number; it is kept as it stands.`, 'issue', value)
  else if (numbers.length > 1 || (facts.issue !== null && facts.issue !== first)) report.warn('fact-twice', `More than one review issue is stated; the first, ${String(facts.issue ?? first)}, counts.`, 'issue', value)
  facts.issue ??= first ?? null
}

function takeEntities(ids: string[], items: readonly ListItem<{ id: string } | { junk: string }>[], kind: 'country' | 'language', fact: FactName, report: Report): void {
  const known = new Set(ids)
  for (const { text, entity } of items) {
    if (entity === null) {
      report.warn(`unknown-${kind}`, `“${report.brief(text)}” is no ${kind} that the tables know; nothing is linked, the value is kept as it stands.`, fact, text)
    } else if ('junk' in entity) {
      report.warn(`not-a-${kind}`, `“${report.brief(text)}” is left out: ${entity.junk}.`, fact, text)
    } else if (!known.has(entity.id)) {
      known.add(entity.id)
      ids.push(entity.id)
    }
  }
}

function takeNames(facts: Reading, fact: 'keywords' | 'outlets', items: readonly ListItem<object>[], report: Report): void {
  const known = facts.seen[fact]
  for (const { text, entity } of items) {
    const key = fold(text)
    if (key === '' || known.has(key)) continue
    if (entity !== null && 'junk' in entity) {
      report.warn('not-an-outlet', `“${report.brief(text)}” is left out: ${String(entity.junk)}.`, fact, text)
    } else if (text.length > longestName) {
      report.warn('name-too-long', `“${report.brief(text)}” is too long for a name; it is kept as it stands.`, fact, text)
    } else {
      known.add(key)
      facts[fact].push(text)
    }
  }
}

/** “(archived)”, “(opens in a new tab)” and stars say something about the link, not the outlet. */
function withoutOutletNotes(value: string): string {
  return value.replace(/ ?\((?:archived|opens in a new tab)\)/giu, '').replace(/\*/gu, '')
}

/** A line is taken for keywords where the table knows most of it; else it is reported, never guessed at. */
function takeLooseKeywords(facts: Reading, line: string, entities: Entities, report: Report): void {
  const parts = entities.splitKeywords(line)
  const knownLength = parts.filter((part) => part.known).reduce((sum, part) => sum + part.end - part.start, 0)
  if (parts.length === 0 || knownLength * 2 < line.length) {
    report.warn('text-not-read', `The line “${report.brief(line)}” beside the facts was not understood; it is left out.`, null, line)
    return
  }
  const known = facts.seen.keywords
  for (const { text, start, end } of parts) {
    const key = fold(text)
    if (known.has(key) || text.length > longestName) continue
    known.add(key)
    facts.keywords.push(text)
    facts.inferred.push({ field: 'keyword', value: text, in: 'facts', text, start, end })
  }
  facts.raw['keywords'] = facts.raw['keywords'] === undefined ? line : `${facts.raw['keywords']}\n${line}`
}
