import { isDeepStrictEqual } from 'node:util'
import { slug } from '#graph-schema/fold.ts'
import { polyNarrativeLabel } from '#graph-schema/poly-narrative.ts'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { BadInputError, NotFoundError } from '../errors.ts'
import { patternLines, splitText, uniteText } from './pattern-lines.ts'
import type { NarrativeEntry, TechniqueEntry } from './taxonomy-entries.ts'
import { readTaxonomySource, type TaxonomySource } from './taxonomy-source.ts'

function refuse(path: string, message: string): never {
  throw new BadInputError(message, [{ path, message }])
}

function entryOf({ narratives }: TaxonomySource, id: string): NarrativeEntry {
  const found = narratives.find((one) => one.id === id)
  if (found === undefined) throw new NotFoundError(`The taxonomy has no narrative “${id}”.`)
  return found
}

/** Names must tell narratives apart, and only two levels are meant. */
function check(source: TaxonomySource, { id, name, head }: { id: string; name: string; head: string | null }): void {
  const namesake = source.narratives.find((one) => one.id !== id && slug(one.name) === slug(name))
  if (namesake !== undefined) refuse('name', `“${namesake.name}” is called so already`)
  if (head === null) return
  const above = source.narratives.find((one) => one.id === head)
  if (above === undefined || head === id) refuse('head', `“${head}” is no narrative to stand under`)
  if (above.head !== null) refuse('head', `“${above.name}” is itself a form of another narrative; there are two levels only`)
  if (source.narratives.some((one) => one.head === id)) refuse('head', `“${name}” has forms of its own; move these first`)
}

function withEntry(source: TaxonomySource, entry: NarrativeEntry, patterns: string): TaxonomySource {
  const isThere = source.narratives.some(({ id }) => id === entry.id)
  return {
    ...source,
    narratives: isThere ? source.narratives.map((one) => (one.id === entry.id ? entry : one)) : [...source.narratives, entry],
    patterns: { ...source.patterns, [entry.id]: patterns },
  }
}

function without(source: TaxonomySource, id: string): TaxonomySource {
  const { [id]: _gone, ...patterns } = source.patterns
  return { ...source, narratives: source.narratives.filter((one) => one.id !== id), patterns }
}

const unique = (values: readonly string[]) => [...new Map(values.map((value) => [slug(value), value])).values()]

/** The labels that are meant. BadInputError for one that PolyNarrative does not have. */
function labelsOf(written: readonly string[]): string[] {
  const labels = written.map((one) => polyNarrativeLabel(one) ?? refuse('polyNarrative', `PolyNarrative has no label “${one}”, or several that end so: write it as “URW: Discrediting Ukraine: Ukraine is a puppet of the West”`))
  return [...new Set(labels)]
}

/** The DISARM ids of lines such as “T0022 Leverage Conspiracy Theory Narratives”, and the taxonomy’s techniques with those that it did not know. */
function techniquesOf({ techniques }: TaxonomySource, written: readonly string[]): { ids: string[]; techniques: TechniqueEntry[] } {
  const known = new Map(techniques.map((one) => [one.disarmId, one]))
  const ids = written.map((line) => {
    const [disarmId = '', ...words] = line.trim().split(/\s+/u)
    if (!known.has(disarmId) && words.length === 0) refuse('techniques', `The taxonomy does not know the technique ${disarmId} yet: write its name after it`)
    if (!known.has(disarmId)) known.set(disarmId, { id: `technique:${disarmId}`, disarmId, name: words.join(' '), url: null })
    return disarmId
  })
  return { ids: [...new Set(ids)], techniques: [...known.values()] }
}

type Written = Omit<EditableNarrative, 'id'>

/** What is edited of an entry, and the techniques with those that came with it. */
function editedPart(source: TaxonomySource, { name, definition, aliases, head, keywords, techniques, polyNarrative }: Written) {
  const { ids, techniques: known } = techniquesOf(source, techniques)
  return { source: { ...source, techniques: known }, part: { name, definition, aliases, head, sourceKeywords: unique(keywords), techniques: ids, polyNarrative: labelsOf(polyNarrative) } }
}

/** The id of a new narrative. BadInputError where its name is taken, or was. */
function newId(source: TaxonomySource, { name, head }: { name: string; head: string | null }): string {
  const id = `narrative:${slug(name)}`
  check(source, { id, name, head })
  if (slug(name) === '' || source.narratives.some((one) => one.id === id) || id in source.merged) refuse('name', `A narrative of that name is there already, or was: choose another name than “${name}”`)
  return id
}

function splitNarrative(source: TaxonomySource, { id, narrative, keywords, lines }: Extract<TaxonomyChange, { kind: 'split' }>): TaxonomySource {
  const whole = entryOf(source, id)
  const patterns = source.patterns[id] ?? ''
  const going = new Set(keywords.map(slug))
  const [words, texts] = [whole.sourceKeywords.filter((one) => going.has(slug(one))), new Set(lines)]
  if (words.length < going.size) refuse('keywords', `“${whole.name}” has not all of these keywords; it may have been edited meanwhile`)
  const own = new Set(patternLines(patterns).map(({ text }) => text))
  if (lines.some((line) => !own.has(line))) refuse('lines', `“${whole.name}” has not all of these patterns; it may have been edited meanwhile`)
  if (words.length + texts.size === 0) refuse('lines', 'Choose at least one keyword or pattern that goes over to the new narrative')
  const made: NarrativeEntry = { ...whole, ...narrative, id: newId(source, narrative), aliases: [], sourceKeywords: words, draftLabels: [] }
  const { stays, goes } = splitText(patterns, texts)
  return {
    ...source,
    narratives: source.narratives.flatMap((one) => (one.id === id ? [{ ...whole, sourceKeywords: whole.sourceKeywords.filter((keyword) => !going.has(slug(keyword))) }, made] : [one])),
    patterns: { ...source.patterns, [id]: stays, [made.id]: goes },
  }
}

/** The taxonomy after a change. Pure. BadInputError or NotFoundError where it cannot be made; faults of patterns show when it is compiled. */
export function changedTaxonomy(source: TaxonomySource, change: TaxonomyChange): TaxonomySource {
  switch (change.kind) {
    case 'edit': {
      const { id, ...written } = change.narrative
      check(source, change.narrative)
      const present = editableNarratives(source).find((one) => one.id === id)
      if (change.was !== undefined && !isDeepStrictEqual(present, change.was)) refuse('narrative', `“${entryOf(source, id).name}” was edited by somebody else meanwhile; look at it again before you change it`)
      const { source: next, part } = editedPart(source, written)
      return withEntry(next, { ...entryOf(source, id), ...part }, written.patterns)
    }
    case 'add': {
      const { source: next, part } = editedPart(source, change.narrative)
      return withEntry(next, { id: newId(source, change.narrative), ...part, draftLabels: [] }, change.narrative.patterns)
    }
    case 'split':
      return splitNarrative(source, change)
    case 'retire': {
      const { name } = entryOf(source, change.id)
      if (source.narratives.some(({ head }) => head === change.id)) refuse('id', `“${name}” has forms; move or retire these first`)
      return without(source, change.id)
    }
    case 'merge': {
      const [gone, into] = [entryOf(source, change.id), entryOf(source, change.into)]
      if (gone.id === into.id) refuse('into', 'A narrative cannot be merged into itself')
      if (source.narratives.some(({ head }) => head === gone.id)) refuse('id', `“${gone.name}” has forms; move or merge these first`)
      const united = { ...into, aliases: unique([...into.aliases, gone.name, ...gone.aliases]), sourceKeywords: unique([...into.sourceKeywords, ...gone.sourceKeywords]), techniques: unique([...into.techniques, ...gone.techniques]), polyNarrative: unique([...into.polyNarrative, ...gone.polyNarrative]) }
      return { ...withEntry(without(source, gone.id), united, uniteText(source.patterns[into.id] ?? '', source.patterns[gone.id] ?? '')), merged: { ...source.merged, [gone.id]: into.id } }
    }
    case 'replace':
      return readTaxonomySource(change.text, 'The file')
  }
}

/** A change in words, for the history. */
export function changeWords(source: TaxonomySource, change: TaxonomyChange): string {
  const nameOf = (id: string) => source.narratives.find((one) => one.id === id)?.name ?? id
  switch (change.kind) {
    case 'edit':
      return nameOf(change.narrative.id) === change.narrative.name ? `edited “${change.narrative.name}”` : `edited “${nameOf(change.narrative.id)}”, now “${change.narrative.name}”`
    case 'add':
      return `added “${change.narrative.name}”`
    case 'retire':
      return `retired “${nameOf(change.id)}”`
    case 'merge':
      return `merged “${nameOf(change.id)}” into “${nameOf(change.into)}”`
    case 'split':
      return `split “${change.narrative.name}” off “${nameOf(change.id)}”`
    case 'replace':
      return 'brought in a whole taxonomy'
  }
}

/** The narratives as they can be edited. */
export function editableNarratives(source: TaxonomySource): EditableNarrative[] {
  const named = new Map(source.techniques.map(({ disarmId, name }) => [disarmId, `${disarmId} ${name}`]))
  return source.narratives.map(({ id, name, definition, aliases, head, sourceKeywords, techniques, polyNarrative }) => ({
    id, name, definition, techniques: techniques.map((one) => named.get(one) ?? one), polyNarrative, aliases, keywords: sourceKeywords, patterns: (source.patterns[id] ?? '').trim(), head,
  }))
}
