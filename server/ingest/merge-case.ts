import { disproofStateOf, type TextOrigin } from '#graph-schema/node-kinds/case.ts'
import type { PropertiesOf } from '#graph-schema/node-kinds/index.ts'
import { caseIds, type CaseRecord, titleFromAddress, titleKeyOf } from './case-record.ts'

/** A case as it is stored: id, title as `name`, and the properties of its kind. */
export type StoredCase = { id: string; name: string } & PropertiesOf<'Case'>

const statusRank: Record<StoredCase['status'], number> = { withdrawn: 3, corrected: 2, active: 1, 'known-by-title': 0 }

/** A new case as stored, from one record alone. */
export function storedFromRecord(record: CaseRecord): StoredCase {
  const { id, aliases, titleKey } = caseIds(record)
  return {
    id,
    name: record.title,
    claim: record.claim,
    claimOrigin: record.claim === null ? null : record.claimOrigin,
    disproof: record.disproof,
    disproofOrigin: record.disproof === null ? null : record.disproofOrigin,
    disproofState: disproofStateOf(record.disproof),
    publishedOn: record.publishedOn,
    sourceUrl: record.sourceUrl,
    source: record.source,
    status: record.status,
    titleKey,
    aliases: [...aliases].sort(),
  }
}

/** Whether a stored case and an incoming one can be the same: the same id or title key, no two different addresses, no two different dates. */
export function isSameCase(known: StoredCase, incoming: StoredCase): boolean {
  if (known.id === incoming.id || known.aliases.includes(incoming.id) && known.sourceUrl !== null && known.sourceUrl === incoming.sourceUrl) return true
  if (known.titleKey !== incoming.titleKey || known.source !== incoming.source) return false
  if (known.sourceUrl !== null && incoming.sourceUrl !== null) return false
  return known.publishedOn === null || incoming.publishedOn === null || known.publishedOn === incoming.publishedOn
}

interface OriginText {
  text: string | null
  origin: TextOrigin | null
}

/** The source's own words before a paraphrase, then the longer text, then the alphabet: an order that no import order can change. */
function betterText(a: OriginText, b: OriginText): OriginText {
  if (a.text === null) return b
  if (b.text === null) return a
  if (a.origin !== b.origin) return a.origin === 'source' ? a : b
  if (a.text.length !== b.text.length) return a.text.length > b.text.length ? a : b
  return a.text <= b.text ? a : b
}

/** How much a case's title is its own: the words of its address least, then a title from another case's prose, then the one it bears. */
function nameRank({ name, sourceUrl, status }: StoredCase): number {
  if (sourceUrl !== null && name === titleFromAddress(sourceUrl)) return 0
  return status === 'known-by-title' ? 1 : 2
}

function betterName(a: StoredCase, b: StoredCase): string {
  if (nameRank(a) !== nameRank(b)) return nameRank(a) > nameRank(b) ? a.name : b.name
  return betterText({ text: a.name, origin: null }, { text: b.name, origin: null }).text ?? a.name
}

/** The smaller of two where both are there: any fixed rule will do, as long as it does not depend on who came first. */
function smaller(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return a <= b ? a : b
}

/**
 * Two descriptions of one case as one. Commutative and associative, so that any import order gives the same case.
 * The id is the one made from the URL where either has a URL; the other ids stay as aliases.
 */
export function mergeCases(a: StoredCase, b: StoredCase): StoredCase {
  const claim = betterText({ text: a.claim, origin: a.claimOrigin }, { text: b.claim, origin: b.claimOrigin })
  const disproof = betterText({ text: a.disproof, origin: a.disproofOrigin }, { text: b.disproof, origin: b.disproofOrigin })
  const surer = statusRank[a.status] >= statusRank[b.status] ? a : b
  const name = betterName(a, b)
  const sourceUrl = smaller(a.sourceUrl, b.sourceUrl)
  const publishedOn = smaller(a.publishedOn, b.publishedOn)
  const own = caseIds({ sourceUrl, source: a.source, title: name, publishedOn })
  const aliases = [...new Set([...a.aliases, ...b.aliases, a.id, b.id, ...own.aliases])].filter((alias) => alias !== own.id).sort()
  return {
    id: own.id,
    name,
    claim: claim.text,
    claimOrigin: claim.origin,
    disproof: disproof.text,
    disproofOrigin: disproof.origin,
    disproofState: disproofStateOf(disproof.text),
    publishedOn,
    sourceUrl,
    source: a.source,
    status: surer.status,
    titleKey: titleKeyOf(name),
    aliases,
  }
}
