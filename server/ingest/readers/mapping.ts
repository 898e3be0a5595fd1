import type { CaseField } from '#graph-schema/case-fields.ts'
import { fold } from '#graph-schema/fold.ts'
import { type MappingFile, readMappingText } from '#graph-schema/mapping-file.ts'
import { BadInputError } from '../../errors.ts'
import { hostOf, isArchive, readAddress } from './addresses.ts'
import { clipped, note } from './item-report.ts'
import type { ReadItem } from './reader.ts'

/** How columns of that meaning are called, folded; the surest first. In English, German, French, Spanish, Russian and Ukrainian. */
const spellings: readonly (readonly [CaseField, readonly string[]])[] = [
  ['title', ['title', 'case title', 'headline', 'name', 'case', 'disinfo', 'heading', 'titel', 'uberschrift', 'titre', 'titulo', 'zagolovok', 'nazvanie', 'nazva']],
  ['claim', ['claim', 'summary', 'summary of disinformation', 'summary of the disinformation', 'claim text', 'claim reviewed', 'claimreviewed', 'statement', 'disinformation', 'false claim', 'behauptung', 'zusammenfassung', 'resume', 'afirmacion', 'utverzhdenie', 'tverdzhennia']],
  ['disproof', ['disproof', 'response', 'debunk', 'debunking', 'refutation', 'verdict text', 'explanation', 'rebuttal', 'review body', 'fact check', 'factcheck', 'widerlegung', 'refutacion', 'oproverzhenie', 'sprostuvannia']],
  ['publishedOn', ['date', 'date of publication', 'publication date', 'published', 'published on', 'published at', 'date published', 'datepublished', 'pub date', 'day', 'datum', 'fecha', 'data']],
  ['issue', ['issue', 'review issue', 'issue number', 'reported in', 'issue no', 'weekly issue', 'ausgabe', 'vypusk']],
  ['sourceUrl', ['url', 'link', 'case url', 'source url', 'sourceurl', 'permalink', 'address', 'review url', 'factcheck url', 'fact check url', 'report url', 'id']],
  ['source', ['fact checker', 'factchecker', 'checker', 'publisher', 'reviewer', 'organisation', 'organization', 'review author']],
  ['status', ['status', 'state', 'correction']],
  ['countries', ['countries', 'country', 'country region', 'countries regions', 'country or region', 'countries regions discussed', 'countries and or regions discussed in the disinformation', 'countries discussed', 'regions', 'region', 'origin', 'location', 'locations', 'place', 'geo', 'lander', 'land', 'pays', 'pais', 'paises', 'strana', 'strany', 'kraina']],
  ['languages', ['languages', 'language', 'article language', 'article languages', 'outlet language', 'outlet languages', 'language target audience', 'lang', 'sprache', 'sprachen', 'langue', 'idioma', 'iazyk', 'mova']],
  ['outlets', ['outlets', 'outlet', 'media', 'medium', 'channel', 'channels', 'outlet where the disinformation appeared', 'appeared in', 'medien', 'medio', 'izdanie', 'smi']],
  ['outletUrl', ['outlet url', 'article url', 'publication', 'publications', 'publication url', 'claim url', 'appearance', 'appearances', 'original url', 'article link', 'publication media', 'source']],
  ['archiveUrl', ['archive', 'archived', 'archive url', 'archived url', 'archive link', 'archived copy', 'archived publication url']],
  ['keywords', ['keywords', 'keyword', 'tags', 'tag', 'topics', 'topic', 'themes', 'schlagworte', 'mots cles', 'palabras clave', 'kliuchevye slova', 'kliuchovi slova']],
  ['citedSources', ['cited sources', 'sources', 'references', 'evidence', 'disproof links', 'links']],
  ['refersTo', ['related cases', 'similar cases', 'refers to', 'see also', 'related']],
  ['reportedBy', ['reported by', 'reporter', 'submitted by', 'contributor', 'analyst', 'gemeldet von', 'coder', 'annotator']],
]

/**
 * A guess at which column is what, from its name and the first values below it. A column whose values are addresses is one of the
 * addresses, whatever its name: those of a fact-checker identify the case, others say where the claim appeared. Never two columns
 * for the title.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): Record<string, CaseField> {
  const taken = new Set<CaseField>()
  const guess: Record<string, CaseField> = {}
  const columns = header.map((name, index) => ({ name: name.trim().replace(/\s+/gu, ' '), folded: fold(name.replace(/\(.*\)/gu, ' ').replace(/([a-z])([A-Z])/gu, '$1 $2')), values: rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '') }))
  const ranked = columns.flatMap(({ name, folded, values }) => spellings.flatMap(([field, names]) => {
    const at = names.indexOf(folded)
    return name === '' || at === -1 ? [] : [{ name, field: byValues(field, values), at }]
  }))
  for (const { name, field } of ranked.toSorted((a, b) => a.at - b.at)) {
    if (field === null || Object.hasOwn(guess, name) || name === '__proto__' || (taken.has(field) && field !== 'archiveUrl')) continue
    guess[name] = field
    taken.add(field)
  }
  return guess
}

/** The field that the values allow: an address is no outlet's name and no title. */
function byValues(field: CaseField, values: readonly string[]): CaseField | null {
  if (values.length === 0) return field
  const addresses = values.flatMap((value) => readAddress(value) ?? [])
  const mostly = addresses.length * 2 > values.length
  if (field === 'sourceUrl' || field === 'outletUrl' || field === 'archiveUrl') {
    if (!mostly) return null
    if (addresses.every((address) => hostOf(address) === 'euvsdisinfo.eu')) return 'sourceUrl'
    return addresses.every(isArchive) ? 'archiveUrl' : field
  }
  if (mostly && (field === 'outlets' || field === 'claim' || field === 'title')) return field === 'outlets' ? 'outletUrl' : null
  return field
}

/** A mapping file's content, checked. Throws BadInputError naming the file, the field and what is wrong with it. */
export function readMappingFile(name: string, text: string): MappingFile {
  const read = readMappingText(text)
  if ('mapping' in read) return read.mapping
  const what = read.faults.slice(0, mostFaultsTold).map(({ field, reason }) => (field === null ? reason : `${field} ${reason}`))
  throw new BadInputError(`${name} is no mapping file that can be used: ${what.join('. ')}.`, read.faults.map(({ field, reason }) => ({ path: field === null ? name : `${name}, ${field}`, message: reason })))
}

/** More faults in one message help nobody. */
const mostFaultsTold = 10

/** Names of a mapping that a file does not have, a note each. */
export function notInFile(names: readonly string[]): ReadItem[] {
  return names.slice(0, mostFaultsTold).map((name) => note('mapped-column-missing', `The mapping names “${clipped(name)}”, which this file does not have.`, name))
}
