import { createHash } from 'node:crypto'
import { slug } from '#graph-schema/fold.ts'
import type { caseStatuses, TextOrigin } from '#graph-schema/node-kinds/case.ts'
import type { keywordTypes } from '#graph-schema/node-kinds/keyword.ts'
import type { Inferred } from '#graph-schema/read-result.ts'

/** An entity that a case points to, with the value as the source wrote it. */
export interface EntityRef {
  id: string
  name: string
  rawValue: string
}

export interface CountryRef extends EntityRef {
  /** ISO 3166-1 alpha-2 in capitals; null for a region. */
  code: string | null
  isRegion: boolean
  aliases: readonly string[]
}

/** A country that the facts do not state, with the words of the case that name it. */
export interface InferredCountryRef extends CountryRef {
  evidence: Inferred[]
}

export interface LanguageRef extends EntityRef {
  code: string
}

/** The outlet that a line such as “Sputnik Poland” belongs to. */
export interface OutletFamilyRef {
  id: string
  name: string
  domain: string | null
  aliases: readonly string[]
}

export interface OutletRef extends EntityRef {
  domain: string | null
  aliases: readonly string[]
  family: OutletFamilyRef | null
  /** Where the claim appeared, and its archived copy; null where the source gives none. */
  url: string | null
  archiveUrl: string | null
}

export interface KeywordRef extends EntityRef {
  keywordType: (typeof keywordTypes)[number] | null
  aliases: readonly string[]
}

/** A publication that the disproof cites. `evidence` holds the words that name it; empty when the source lists it as a fact. */
export interface SourceRef extends EntityRef {
  url: string | null
  evidence: Inferred[]
}

/** Another case that this one names. `quote` is the sentence; `note` says why there is none. */
export interface ReferenceRef {
  title: string
  quote: string | null
  note: string | null
}

/** One case as the writer takes it, whatever file it came from. Nothing invented: what is missing is null or []. */
export interface CaseRecord {
  /** Row, entry or place on the page, counted from 1. */
  row: number
  /** The values as they stood in the file, for the provenance edge. */
  raw: Record<string, string>
  sourceUrl: string | null
  /** Who published the case, e.g. `euvsdisinfo`. */
  source: string
  title: string
  claim: string | null
  claimOrigin: TextOrigin | null
  disproof: string | null
  disproofOrigin: TextOrigin | null
  publishedOn: string | null
  issue: number | null
  status: (typeof caseStatuses)[number]
  /** Stated by the source; those only read out of the text stand in `inferredCountries`. */
  countries: CountryRef[]
  inferredCountries: InferredCountryRef[]
  languages: LanguageRef[]
  outlets: OutletRef[]
  keywords: KeywordRef[]
  sources: SourceRef[]
  refersTo: ReferenceRef[]
  /** All that was read out of the text, narratives included (the writer links those through `linkCase`). */
  inferred: Inferred[]
}

/** The id of a case and every other id under which it was or could be known. */
export interface CaseIds {
  id: string
  aliases: string[]
  /** As `titleKeyOf` gives it. */
  titleKey: string
}

/** The folded title by which a case without URL is found again; a title without letters or digits is told by its hash. */
export function titleKeyOf(title: string): string {
  const key = slug(title)
  return key === '' ? `title-${hexHash(title, 16)}` : key
}

/** The id that a case known by its title (and date) has until its URL is known. */
export function titleCaseId(title: string, publishedOn: string | null, source = 'euvsdisinfo'): string {
  return idOfTitleKey(titleKeyOf(title), publishedOn, source)
}

function idOfTitleKey(titleKey: string, publishedOn: string | null, source: string): string {
  return `case:${source}/${hexHash(`${titleKey}|${publishedOn ?? ''}`, 16)}`
}

/**
 * Deterministic ids: by the URL where there is one, else by the hash of title and date. The aliases are the ids the case has
 * in files that know less about it, so that links hold whatever the import order.
 */
export function caseIds(record: Pick<CaseRecord, 'sourceUrl' | 'source' | 'title' | 'publishedOn'>): CaseIds {
  const titleKey = titleKeyOf(record.title)
  const byTitleAndDate = idOfTitleKey(titleKey, record.publishedOn, record.source)
  const byTitle = idOfTitleKey(titleKey, null, record.source)
  const urlKey = record.sourceUrl === null ? '' : record.source === 'euvsdisinfo' ? urlKeyOf(record.sourceUrl) : wholeUrlKeyOf(record.sourceUrl)
  const id = urlKey === '' ? byTitleAndDate : `case:${record.source}/${urlKey}`
  const aliases = [...new Set([byTitleAndDate, byTitle])].filter((alias) => alias !== id)
  return { id, aliases, titleKey }
}

/** The last path segment of a case's address, decoded and in lower case; slugged where it is not plain ASCII. Empty for a bare host. */
function urlKeyOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address
  const segment = decoded(path.split('/').findLast((part) => part !== '') ?? '').toLowerCase()
  return /^[a-z0-9._~-]+$/.test(segment) ? segment : slug(segment)
}

/** Ids longer than this get unwieldy; what is cut off is told by its hash. */
const longestKey = 150

/** Path and query of an address as a key, for publishers whose last path segment need not be of one case alone (`story.php?id=5`). */
function wholeUrlKeyOf(address: string): string {
  if (!URL.canParse(address)) return urlKeyOf(address)
  const { pathname, searchParams } = new URL(address)
  const query = [...searchParams].filter(([name]) => !/^(?:utm_.*|fbclid|gclid|yclid)$/iu.test(name)).flat()
  const key = slug([decoded(pathname), ...query].join(' '))
  return key.length <= longestKey ? key : `${key.slice(0, longestKey - 17)}-${hexHash(key, 16)}`
}

/**
 * The words of an address's last part: the title of a case of which only the address is known, such as one that a list of
 * publications or of corrections names. Any title of the case's own replaces it. Empty where the part holds no words.
 */
export function titleFromAddress(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : ''
  return slug(decoded(path.split('/').findLast((part) => part !== '') ?? '').replace(/\.html?$/iu, '')).replaceAll('-', ' ')
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a stray % is part of the name, not a reason to lose the case
  }
}

function hexHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}
