import { slug } from '#graph-schema/fold.ts'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { BadInputError, NotFoundError } from '../errors.ts'
import type { NarrativeEntry } from './taxonomy-entries.ts'
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

/** Pattern lines of two files as one, each line once, those over disproofs last. */
function uniteText(first: string, second: string): string {
  const sections = { patterns: new Set<string>(), statements: new Set<string>() }
  for (const text of [first, second]) {
    let section: keyof typeof sections = 'patterns'
    for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
      if (line === '[patterns]' || line === '[statements]') section = line === '[statements]' ? 'statements' : 'patterns'
      else if (line !== '' && !line.startsWith('#')) sections[section].add(line)
    }
  }
  return [...sections.patterns, ...(sections.statements.size === 0 ? [] : ['[statements]', ...sections.statements])].join('\n')
}

/** The taxonomy after a change. Pure. BadInputError or NotFoundError where it cannot be made; faults of patterns show when it is compiled. */
export function changedTaxonomy(source: TaxonomySource, change: TaxonomyChange): TaxonomySource {
  switch (change.kind) {
    case 'edit': {
      const { id, patterns, keywords, name, definition, aliases, head } = change.narrative
      check(source, change.narrative)
      return withEntry(source, { ...entryOf(source, id), name, definition, aliases, head, sourceKeywords: unique(keywords) }, patterns)
    }
    case 'add': {
      const { patterns, keywords, name, definition, aliases, head } = change.narrative
      const id = `narrative:${slug(name)}`
      check(source, { id, name, head })
      if (slug(name) === '' || source.narratives.some((one) => one.id === id) || id in source.merged) refuse('name', `A narrative of that name is there already, or was: choose another name than “${name}”`)
      return withEntry(source, { id, name, definition, aliases, head, sourceKeywords: unique(keywords), techniques: [], draftLabels: [] }, patterns)
    }
    case 'retire': {
      const { name } = entryOf(source, change.id)
      if (source.narratives.some(({ head }) => head === change.id)) refuse('id', `“${name}” has forms; move or retire these first`)
      return without(source, change.id)
    }
    case 'merge': {
      const [gone, into] = [entryOf(source, change.id), entryOf(source, change.into)]
      if (gone.id === into.id) refuse('into', 'A narrative cannot be merged into itself')
      if (source.narratives.some(({ head }) => head === gone.id)) refuse('id', `“${gone.name}” has forms; move or merge these first`)
      const united = { ...into, aliases: unique([...into.aliases, gone.name, ...gone.aliases]), sourceKeywords: unique([...into.sourceKeywords, ...gone.sourceKeywords]), techniques: unique([...into.techniques, ...gone.techniques]) }
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
    case 'replace':
      return 'brought in a whole taxonomy'
  }
}

/** The narratives as they can be edited. */
export function editableNarratives(source: TaxonomySource): EditableNarrative[] {
  return source.narratives.map(({ id, name, definition, aliases, head, sourceKeywords }) => ({ id, name, definition, aliases, head, keywords: sourceKeywords, patterns: (source.patterns[id] ?? '').trim() }))
}
