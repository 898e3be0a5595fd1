import secureParse from 'secure-json-parse'
import type { CaseField } from '#graph-schema/case-fields.ts'
import { BadInputError } from '../../errors.ts'
import { type Assembly, assembleCase } from './assemble-case.ts'
import { CellResolver } from './cell-resolver.ts'
import { flatten, rawOf } from './flatten-json.ts'
import { htmlToText, jsonLdOf, looksLikeHtml, parseHtml } from './html.ts'
import { note, rejectedRow } from './item-report.ts'
import { jsonRows } from './read-json.ts'
import { openText } from './open-text.ts'
import { readWhole } from './read-whole.ts'
import type { FileHead, InputFile, ReadItem, ReadPlan, Reader } from './reader.ts'
import { type JsonObject, jsonObject, sniffJson } from './sniff-json.ts'
import { planFor } from './table-plan.ts'
import type { Cell } from './row-values.ts'

const mostPageCharacters = 16 * 1024 * 1024
/** A review lies no deeper than this in a feed or graph. */
const deepest = 12

/** ClaimReview of schema.org as JSON-LD: one object, a list, a DataFeed, a graph, or inside a saved page. Contexts are never fetched. */
export const claimReview: Reader = {
  format: 'claim-review',
  name: 'ClaimReview JSON-LD',
  recognise(head) {
    if (looksLikeHtml(head.text)) {
      return /application\/ld\+json/iu.test(head.text) && /"ClaimReview"/u.test(head.text)
        ? { plan: planFor(head, 'claim-review'), why: 'It is a saved page that holds ClaimReview data of schema.org.', confidence: 0.8 }
        : null
    }
    const json = sniffJson(head)
    if (json === null || !(json.samples.some((sample) => reviewsIn(sample).length > 0) || startsAsReview(head, json.samples.length))) return null
    return { plan: planFor(head, 'claim-review'), why: 'It holds objects of the type ClaimReview of schema.org.', confidence: 0.93 }
  },
  async *read(file, plan, context, signal) {
    const how: Assembly = { context, resolver: new CellResolver(context.entities), separators: 'usual', dateOrder: 'ymd', oneOutlet: true, source: { chosen: plan.source, usual: null }, isUpdate: false }
    const contexts = new Set<string>()
    let row = 0
    for await (const { object, item } of objects(file, plan, signal)) {
      if (object === null) {
        row += 1
        yield item.is === 'rejected' ? { ...item, row, problems: item.problems.map((problem) => ({ ...problem, row })) } : item
        continue
      }
      yield* contextNotes(object, contexts)
      const reviews = reviewsIn(object)
      if (reviews.length === 0 && isStatedAsItem(object)) yield rejectedRow((row += 1), 'no-claim-review', 'The element holds no ClaimReview.', null, JSON.stringify(object).slice(0, 500))
      for (const review of reviews) yield itemOf(review, (row += 1), how)
    }
    if (row === 0) throw new BadInputError(`${file.name} holds no ClaimReview`)
  },
}

function itemOf(review: JsonObject, row: number, how: Assembly): ReadItem {
  const cells = cellsOf(review)
  const item = assembleCase({ row, raw: rawOf(flatten(review)), cells }, how)
  const [date] = cells.get('publishedOn') ?? []
  if (item.is !== 'case' || item.record.publishedOn === null || date === undefined || date.column.startsWith('itemReviewed')) return item
  return { ...item, cleanings: [...item.cleanings, { row, column: date.column, value: date.value, became: item.record.publishedOn, code: 'date-of-review' }] }
}

function startsAsReview(head: FileHead, samples: number): boolean {
  return samples === 0 && /^\s*[[{][\s\S]{0,4000}"@type"\s*:\s*(?:\[\s*)?"(?:https?:\/\/schema\.org\/|schema:)?ClaimReview"/u.test(head.text)
}

/** The JSON-LD objects of a file: its elements, or those in the scripts of a page. */
async function* objects(file: InputFile, plan: ReadPlan, signal?: AbortSignal): AsyncGenerator<{ object: JsonObject; item: null } | { object: null; item: ReadItem }> {
  const first = await firstSigns(file, plan)
  if (!looksLikeHtml(first)) {
    yield* jsonRows(file, plan, signal)
    return
  }
  const { text } = await readWhole(file, plan, mostPageCharacters, 'a saved page is far shorter', signal)
  for (const script of jsonLdOf(parseHtml(text))) {
    try {
      const parsed: unknown = secureParse.parse(script.trim(), undefined, { protoAction: 'error', constructorAction: 'error' })
      for (const each of Array.isArray(parsed) ? parsed : [parsed]) {
        const object = jsonObject.safeParse(each)
        if (object.success) yield { object: object.data, item: null }
      }
    } catch {
      if (script.includes('ClaimReview')) yield { object: null, item: rejectedRow(1, 'json-not-read', 'A script of the page says that it is JSON-LD and cannot be read as JSON.', null, script) }
    }
  }
}

async function firstSigns(file: InputFile, plan: ReadPlan): Promise<string> {
  for await (const piece of openText(file, plan)) return piece.slice(0, 4000)
  return ''
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type'] ?? object['type']
  const all: unknown[] = Array.isArray(type) ? type : [type]
  return all.flatMap((one) => (typeof one === 'string' ? [one.replace(/^(?:https?:\/\/schema\.org\/|schema:)/u, '')] : []))
}

/** An entry of a feed, or an object without type: one that should have been a review. A graph holds other things by right. */
function isStatedAsItem(object: JsonObject): boolean {
  const types = typesOf(object)
  return types.length === 0 || types.includes('DataFeedItem') || types.includes('ListItem')
}

/** The reviews in an object, with what it refers to by `@id` in the same object put in its place. */
function reviewsIn(root: JsonObject): JsonObject[] {
  const byId = new Map<string, JsonObject>()
  const reviews: JsonObject[] = []
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (depth > deepest) continue
    if (Array.isArray(value)) {
      for (const each of value.toReversed()) waiting.push({ value: each, depth: depth + 1 })
      continue
    }
    const object = typeof value === 'object' && value !== null ? jsonObject.safeParse(value).data : undefined
    if (object === undefined) continue
    const id = object['@id']
    if (typeof id === 'string' && Object.keys(object).length > 1) byId.set(id, object)
    if (typesOf(object).includes('ClaimReview')) reviews.push(object)
    for (const each of Object.values(object).toReversed()) if (typeof each === 'object') waiting.push({ value: each, depth: depth + 1 })
  }
  return reviews.map((review) => Object.fromEntries(Object.entries(review).map(([key, value]) => [key.replace(/^schema:/u, ''), dereferenced(value, byId)])))
}

function dereferenced(value: unknown, byId: ReadonlyMap<string, JsonObject>): unknown {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? jsonObject.safeParse(value).data : undefined
  const id = object?.['@id']
  return object !== undefined && typeof id === 'string' && Object.keys(object).length === 1 ? (byId.get(id) ?? value) : value
}

/** A context that is not schema.org's is named and not fetched. */
function* contextNotes(object: JsonObject, seen: Set<string>): Generator<ReadItem> {
  const context = object['@context']
  const all: unknown[] = Array.isArray(context) ? context : [context]
  for (const one of all) {
    if (typeof one !== 'string' || /^https?:\/\/(?:www\.)?schema\.org\/?(?:docs\/jsonldcontext\.jsonld?)?$/u.test(one) || seen.has(one) || seen.size >= 20) continue
    seen.add(one)
    yield note('remote-context', 'The file names a context at another address. It is not fetched; the terms are read as those of schema.org.', '@context', one)
  }
}

/** Paths of a review for each field of a case, the surest first; of several with a value, the first counts. */
const paths: readonly (readonly [CaseField, readonly string[]])[] = [
  ['title', ['headline', 'name', 'claimReviewed', 'itemReviewed.name']],
  ['claim', ['claimReviewed', 'itemReviewed.text', 'itemReviewed.description', 'itemReviewed.name']],
  ['disproof', ['reviewBody', 'articleBody', 'text', 'reviewRating.ratingExplanation', 'description']],
  ['publishedOn', ['itemReviewed.datePublished', 'itemReviewed.firstAppearance.datePublished', 'itemReviewed.appearance.datePublished', 'itemReviewed.dateCreated', 'datePublished', 'dateCreated']],
  ['sourceUrl', ['url', 'mainEntityOfPage.@id', 'mainEntityOfPage', '@id']],
  ['source', ['author.name', 'publisher.name', 'author', 'publisher']],
  ['countries', ['contentLocation.name', 'spatialCoverage.name', 'itemReviewed.contentLocation.name', 'itemReviewed.locationCreated.name', 'spatialCoverage']],
  ['languages', ['itemReviewed.inLanguage.name', 'itemReviewed.inLanguage', 'itemReviewed.appearance.inLanguage', 'inLanguage.name', 'inLanguage']],
  ['keywords', ['keywords', 'about.name', 'itemReviewed.keywords']],
  ['outletUrl', ['itemReviewed.firstAppearance.url', 'itemReviewed.appearance.url', 'itemReviewed.appearance', 'itemReviewed.url']],
  ['archiveUrl', ['itemReviewed.appearance.archivedAt', 'itemReviewed.firstAppearance.archivedAt', 'itemReviewed.archivedAt']],
  ['citedSources', ['citation.url', 'citation', 'isBasedOn.url', 'isBasedOn']],
]
/** Of these all paths count, since a first appearance is one of several. */
const united = new Set<CaseField>(['outletUrl', 'archiveUrl'])

function cellsOf(review: JsonObject): Map<CaseField, Cell[]> {
  const flat = flatten(review)
  const cells = new Map<CaseField, Cell[]>()
  for (const [field, candidates] of paths) {
    const found = candidates.map((path) => ({ path, values: flat.get(path) ?? [] })).filter(({ values }) => values.some((value) => value.trim() !== ''))
    const kept = united.has(field) ? found : found.slice(0, 1)
    const all = [...new Set(kept.flatMap(({ values }) => values))]
    const column = kept[0]?.path
    if (column === undefined) continue
    const isText = field === 'title' || field === 'claim' || field === 'disproof'
    cells.set(field, all.map((value) => ({ column, value: isText ? htmlToText(value) : value, isOne: all.length > 1 })))
  }
  // The publisher of the claim counts as an outlet where it is an organisation; a person is nobody's outlet.
  const author = jsonObject.safeParse(jsonObject.safeParse(review['itemReviewed']).data?.['author']).data
  const name = author?.['name']
  if (author !== undefined && typeof name === 'string' && typesOf(author).some((type) => type.endsWith('Organization'))) cells.set('outlets', [{ column: 'itemReviewed.author.name', value: name, isOne: true }])
  return cells
}
