import { z } from 'zod'
import { caseStatuses, textOrigins } from '#graph-schema/node-kinds/case.ts'
import { keywordTypes } from '#graph-schema/node-kinds/keyword.ts'
import { inferredSchema } from '#graph-schema/read-result.ts'
import type { CaseRecord, EntityRef } from './case-record.ts'

/** A text as it is, or the name of the raw value of the same row that holds it: long texts are not stored twice. */
const text = z.union([z.string(), z.strictObject({ of: z.string() })])
const nullableText = text.nullable().default(null)
const nullable = z.string().nullable().default(null)
const reference = z.strictObject({ id: z.string(), name: z.string(), rawValue: z.string().optional() })
const country = reference.extend({ code: nullable, isRegion: z.boolean().default(false) })
const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([])

const packedSchema = z.strictObject({
  sourceUrl: nullableText,
  source: z.string(),
  title: text,
  claim: nullableText,
  claimOrigin: z.enum(textOrigins).nullable().default(null),
  disproof: nullableText,
  disproofOrigin: z.enum(textOrigins).nullable().default(null),
  publishedOn: nullable,
  issue: z.int().nullable().default(null),
  status: z.enum(caseStatuses).default('active'),
  countries: list(country),
  inferredCountries: list(country.extend({ evidence: z.array(inferredSchema) })),
  languages: list(reference.extend({ code: z.string() })),
  outlets: list(reference.extend({ domain: nullable, url: nullable, archiveUrl: nullable })),
  keywords: list(reference.extend({ keywordType: z.enum(keywordTypes).nullable().default(null) })),
  sources: list(reference.extend({ url: nullable, evidence: list(inferredSchema) })),
  refersTo: list(z.strictObject({ title: z.string(), quote: nullable, note: nullable })),
})

/** Shorter texts are cheaper to repeat than to point at. */
const worthPointing = 24

/**
 * What a case's edge to its import keeps besides the raw values, so that the case can be made anew from the imports that remain when one is
 * undone: the record without what is derived (inferred narratives) or stands elsewhere (raw values, aliases and families of entities).
 */
export function packRecord(record: CaseRecord): string {
  const columnOf = new Map(Object.entries(record.raw).map(([column, value]) => [value, column]))
  const point = (value: string | null) => {
    const column = value === null || value.length < worthPointing ? undefined : columnOf.get(value)
    return column === undefined ? value : { of: column }
  }
  const ref = <Ref extends EntityRef>({ rawValue, ...rest }: Ref) => ({ ...rest, aliases: [], family: null, ...(rawValue === rest.name ? {} : { rawValue }) })
  const packed = {
    ...record,
    row: null,
    raw: null,
    inferred: [],
    sourceUrl: point(record.sourceUrl),
    title: point(record.title),
    claim: point(record.claim),
    disproof: point(record.disproof),
    status: record.status === 'active' ? null : record.status,
    countries: record.countries.map(ref),
    inferredCountries: record.inferredCountries.map(ref),
    languages: record.languages.map(ref),
    outlets: record.outlets.map(ref),
    keywords: record.keywords.map(ref),
    sources: record.sources.map(ref),
  }
  return JSON.stringify(packed, (_key, value: unknown) => (value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value))
}

/** The record of a row as `packRecord` kept it. Aliases and families of entities are not in it: their nodes hold these. */
export function unpackRecord(packed: string, row: number, raw: Record<string, string>): CaseRecord {
  const { ...kept } = packedSchema.parse(JSON.parse(packed))
  const resolve = (value: z.output<typeof text>) => (typeof value === 'string' ? value : (raw[value.of] ?? ''))
  const resolveNullable = (value: z.output<typeof text> | null) => (value === null ? null : resolve(value))
  const ref = <Ref extends { name: string; rawValue?: string | undefined }>(one: Ref) => ({ ...one, rawValue: one.rawValue ?? one.name, aliases: [] })
  return {
    ...kept,
    row,
    raw,
    sourceUrl: resolveNullable(kept.sourceUrl),
    title: resolve(kept.title),
    claim: resolveNullable(kept.claim),
    disproof: resolveNullable(kept.disproof),
    countries: kept.countries.map(ref),
    inferredCountries: kept.inferredCountries.map(ref),
    languages: kept.languages.map(({ rawValue, ...one }) => ({ ...one, rawValue: rawValue ?? one.name })),
    outlets: kept.outlets.map((one) => ({ ...ref(one), family: null })),
    keywords: kept.keywords.map(ref),
    sources: kept.sources.map(({ rawValue, ...one }) => ({ ...one, rawValue: rawValue ?? one.name })),
    inferred: [],
  }
}
