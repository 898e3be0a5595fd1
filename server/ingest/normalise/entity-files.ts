import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { keywordTypes } from '#graph-schema/node-kinds/keyword.ts'

const text = z.string().trim().min(1)
const names = z.array(text)
const junkSchema = z.array(z.strictObject({ value: z.string(), reason: text }))

const countriesSchema = z.strictObject({
  iso: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/), name: text, aliases: names, demonyms: names })),
  regions: z.array(z.strictObject({ id: z.string().regex(/^(?:region:)?[a-z0-9-]+$/), name: text, aliases: names, demonyms: names })),
  junk: junkSchema,
})
const languagesSchema = z.strictObject({ languages: z.array(z.strictObject({ code: z.string().regex(/^[a-z]{2,3}$/), name: text, aliases: names })), junk: junkSchema })
const outletsSchema = z.array(z.strictObject({ name: text, domain: text.nullable(), family: text.nullable(), aliases: names }))
const keywordsSchema = z.array(z.strictObject({ name: text, kind: z.enum(keywordTypes).nullable(), aliases: names }))
const isoNamesSchema = z.object({ countries: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

/** The entity tables as they stand in `seed/entities/`, and the ISO names that stand in where a table is silent. */
export interface EntityFiles {
  countries: z.output<typeof countriesSchema>
  languages: z.output<typeof languagesSchema>
  outlets: z.output<typeof outletsSchema>
  /** Values that stand among outlets and name none. */
  outletJunk: z.output<typeof junkSchema>
  keywords: z.output<typeof keywordsSchema>
  /** ISO 3166-1 alpha-2 code → English names. */
  isoNames: ReadonlyMap<string, readonly string[]>
  /** Names of countries in the languages that cases are written in, and their codes of three letters; read when asked for. */
  foreignNames: () => readonly (readonly [code: string, name: string])[]
}

/** Reads and checks `seed/entities/*.json`. Throws with every fault of a file at once. */
export function readEntityFiles(projectRoot: string): EntityFiles {
  const folder = path.join(projectRoot, 'seed', 'entities')
  return {
    countries: readJson(path.join(folder, 'countries.json'), countriesSchema),
    languages: readJson(path.join(folder, 'languages.json'), languagesSchema),
    outlets: readJson(path.join(folder, 'outlets.json'), outletsSchema),
    outletJunk: readJson(path.join(folder, 'outlet-junk.json'), junkSchema),
    keywords: readJson(path.join(folder, 'keywords.json'), keywordsSchema),
    isoNames: isoNames(),
    foreignNames,
  }
}

function readJson<Content>(file: string, schema: z.ZodType<Content>): Content {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} does not fit its form:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** Languages of the countries that cases come from and speak of; where two give one name to two countries, the earlier counts. */
const foreignLanguages = ['ru', 'uk', 'be', 'de', 'fr', 'es', 'it', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'sr', 'hr', 'bs', 'mk', 'sl', 'lt', 'lv', 'et', 'fi', 'sv', 'da', 'nb', 'nl', 'pt', 'el', 'tr', 'az', 'hy', 'ka', 'kk', 'ar', 'fa', 'he', 'sq', 'zh', 'ja', 'ko']

function foreignNames(): [string, string][] {
  const require = createRequire(import.meta.url)
  const names = foreignLanguages.flatMap((language) => {
    const { countries } = readJson(require.resolve(`i18n-iso-countries/langs/${language}.json`), isoNamesSchema)
    return Object.entries(countries).flatMap(([code, name]) => (typeof name === 'string' ? [name] : name).map((each): [string, string] => [code, each]))
  })
  const codes = z.array(z.tuple([z.string(), z.string()]).rest(z.string())).parse(JSON.parse(readFileSync(require.resolve('i18n-iso-countries/codes.json'), 'utf8')))
  return [...names, ...codes.map(([two, three]): [string, string] => [two, three])]
}

/** The English names alone: the package's own entry loads some eighty languages. */
function isoNames(): Map<string, readonly string[]> {
  const file = createRequire(import.meta.url).resolve('i18n-iso-countries/langs/en.json')
  const { countries } = readJson(file, isoNamesSchema)
  return new Map(Object.entries(countries).map(([code, name]) => [code, typeof name === 'string' ? [name] : name]))
}
