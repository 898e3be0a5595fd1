import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BadInputError } from '../errors.ts'
import { type CompiledRules, compileRules } from './compile-rules.ts'
import type { LinkModel } from './model/link-model.ts'
import { readModel } from './model/model-file.ts'
import { readPatterns, type TargetPatterns } from './patterns/load-patterns.ts'
import { faultLine } from './patterns/parse-patterns.ts'
import type { Aliases } from './patterns/pattern-syntax.ts'
import type { TaxonomyEntries } from './taxonomy-entries.ts'
import { shippedSource, type TaxonomySource } from './taxonomy-source.ts'

/** Narratives, topics and techniques, with their rules compiled once. */
export interface Taxonomy extends TaxonomyEntries {
  /** Short hash of the files: links say under which taxonomy they were made. */
  version: string
  rules: CompiledRules
  /** The patterns the rules were made of. */
  patterns: readonly TargetPatterns[]
  /** What words stand for in patterns, for reading more of them. */
  aliases: Aliases
  /** The second opinion; null without a model: then nothing is corroborated and nothing suggested. */
  model: LinkModel | null
  /** Narrative that was merged → the one into which it was. */
  merged: ReadonlyMap<string, string>
  /** Narrative or topic → its name. */
  nameOf: ReadonlyMap<string, string>
}

/** Where the model that ships with the repository lies. */
export function modelPath(projectRoot: string): string {
  return path.join(projectRoot, 'seed', 'model', 'links.json')
}

/** The model that ships with the repository; null where there is none. */
export function shippedModel(projectRoot: string): LinkModel | null {
  const file = modelPath(projectRoot)
  return existsSync(file) ? readModel(readFileSync(file, 'utf8')) : null
}

/**
 * The taxonomy that ships, with the model that ships unless it is to be left out (for whoever makes one). Reads no graph: what people edited
 * or trained stands there (`TaxonomyInForce`). Throws with every fault at once.
 */
export function loadTaxonomy(projectRoot: string, { model = 'any' }: { model?: 'any' | 'none' } = {}): Taxonomy {
  const { source, hash } = shippedSource(projectRoot)
  return compileSource(source, hash, model === 'none' ? null : shippedModel(projectRoot))
}

/** A taxonomy ready for linking. BadInputError with every fault of patterns and entries; those of patterns name file, line and column. */
export function compileSource(source: TaxonomySource, hash: string, model: LinkModel | null): Taxonomy {
  const { narratives, topics, techniques, merged } = source
  const { targets, aliases, faults } = readPatterns(source, new Set([...narratives, ...topics].map(({ id }) => id)))
  if (faults.length > 0) {
    throw new BadInputError(`The patterns do not hold together:\n${faults.map(faultLine).join('\n')}`, faults.map(({ file, line, column, reason }) => ({ path: `${file}, line ${String(line)}, column ${String(column)}`, message: reason })))
  }
  const version = createHash('sha256').update(hash).update(model?.version ?? '').digest('hex').slice(0, 12)
  return { ...buildTaxonomy({ narratives, topics, techniques }, targets, model, version, aliases), merged: new Map(Object.entries(merged)) }
}

/** A taxonomy of checked entries. Throws where ids are taken twice or point nowhere. */
export function buildTaxonomy(entries: TaxonomyEntries, patterns: readonly TargetPatterns[], model: LinkModel | null, version: string, aliases: Aliases = new Map()): Taxonomy {
  const faults = [...repeatedIds(entries), ...danglingIds(entries)]
  if (faults.length > 0) throw new BadInputError(`The taxonomy does not hold together:\n${faults.join('\n')}`, faults.map((message) => ({ path: 'taxonomy', message })))
  const nameOf = new Map([...entries.narratives, ...entries.topics].map(({ id, name }) => [id, name]))
  return { ...entries, version, patterns, aliases, merged: new Map(), rules: compileRules(entries, patterns), model, nameOf }
}

function repeatedIds(entries: TaxonomyEntries): string[] {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const { id } of [...entries.narratives, ...entries.topics, ...entries.techniques]) {
    if (seen.has(id)) faults.push(`${id} stands twice`)
    seen.add(id)
  }
  return faults
}

function danglingIds({ narratives, techniques }: TaxonomyEntries): string[] {
  const heads = new Set(narratives.filter((narrative) => narrative.head === null).map((narrative) => narrative.id))
  const known = new Set(techniques.flatMap((technique) => [technique.id, technique.disarmId]))
  return narratives.flatMap((narrative) => [
    ...(narrative.head === null || heads.has(narrative.head) ? [] : [`${narrative.id}: its head ${narrative.head} is no head narrative`]),
    ...narrative.techniques.filter((technique) => !known.has(technique)).map((technique) => `${narrative.id}: no technique ${technique}`),
  ])
}
