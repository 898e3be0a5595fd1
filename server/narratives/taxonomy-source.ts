import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { BadInputError } from '../errors.ts'
import { type FileFault, jsonFault, taxonomyFaults } from './taxonomy-file-faults.ts'
import { narrativeEntrySchema, type TaxonomyEntries, techniqueEntrySchema, topicEntrySchema } from './taxonomy-entries.ts'

/** A taxonomy as people write it: entries, aliases and patterns as texts, not yet compiled. Also the form of the file in which it travels. */
export const taxonomySourceSchema = z.strictObject({
  format: z.literal('throughline-taxonomy-1'),
  narratives: z.array(narrativeEntrySchema),
  topics: z.array(topicEntrySchema),
  techniques: z.array(techniqueEntrySchema),
  /** As the file of aliases has them. */
  aliases: z.string(),
  /** Narrative or topic → its patterns, as its file has them. */
  patterns: z.record(z.string(), z.string()),
  /** Narratives that were merged into others: what people decided on them counts for these. */
  merged: z.record(z.string(), z.string()).default({}),
})
export type TaxonomySource = z.output<typeof taxonomySourceSchema>

/** Reads a file of a taxonomy. BadInputError with every fault. */
export function readTaxonomySource(text: string, name: string): TaxonomySource {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw unfit(`${name} is not JSON`, [jsonFault(text, error instanceof Error ? error.message : '')])
  }
  const parsed = taxonomySourceSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw unfit(`${name} is no taxonomy`, taxonomyFaults(parsed.error.issues, value))
}

function unfit(what: string, faults: readonly FileFault[]): BadInputError {
  return new BadInputError(`${what}: ${faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, faults)
}

/** The file of a taxonomy. Equal taxonomies give equal files. */
export function writeTaxonomySource(source: TaxonomySource): string {
  const patterns = Object.fromEntries(Object.entries(source.patterns).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ ...source, patterns }, null, 2)}\n`
}

/** The taxonomy that ships: `seed/taxonomy/` and `seed/patterns/`. Throws where a file does not fit its form. */
export function shippedSource(projectRoot: string): { source: TaxonomySource; hash: string } {
  const hash = createHash('sha256')
  function entries<Entry>(name: string, schema: z.ZodType<Entry>): Entry[] {
    const file = path.join(projectRoot, 'seed', 'taxonomy', name)
    const content = readFileSync(file, 'utf8')
    hash.update(content)
    const parsed = z.array(schema).safeParse(JSON.parse(content))
    if (!parsed.success) throw new Error(`${file} does not fit its form:\n${z.prettifyError(parsed.error)}`)
    return parsed.data
  }
  const taxonomy: TaxonomyEntries = { narratives: entries('narratives.json', narrativeEntrySchema), topics: entries('topics.json', topicEntrySchema), techniques: entries('techniques.json', techniqueEntrySchema) }
  const folder = path.join(projectRoot, 'seed', 'patterns')
  const files = createHash('sha256')
  function text(name: string): string {
    const content = readFileSync(path.join(folder, name), 'utf8')
    files.update(name).update('\0').update(content).update('\0')
    return content
  }
  const aliases = text(aliasFile)
  const patterns: Record<string, string> = {}
  for (const [subfolder, kind] of [['', 'narrative'], ['topics/', 'topic']] as const) {
    for (const name of readdirSync(path.join(folder, subfolder)).filter((file) => file.endsWith('.txt') && file !== aliasFile).sort()) {
      patterns[`${kind}:${name.slice(0, -'.txt'.length)}`] = text(`${subfolder}${name}`)
    }
  }
  hash.update(files.digest('hex'))
  return { source: { format: 'throughline-taxonomy-1', ...taxonomy, aliases, patterns, merged: {} }, hash: hash.digest('hex') }
}

export const aliasFile = 'aliases.txt'

/** A short name for what a taxonomy holds. */
export function hashOf(source: TaxonomySource): string {
  return createHash('sha256').update(writeTaxonomySource(source)).digest('hex')
}
