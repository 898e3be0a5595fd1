import { buildCountryTable, type CountryTable } from './countries.ts'
import { type EntityFiles, readEntityFiles } from './entity-files.ts'
import { buildKeywordTable, type KeywordTable } from './keywords.ts'
import { buildLanguageTable, type LanguageTable } from './languages.ts'
import { buildOutletTable, type OutletTable } from './outlets.ts'

/** The entity tables as look-ups. Matching goes by folded names, so case, marks and punctuation do not matter. */
export interface Entities extends CountryTable, LanguageTable, OutletTable, KeywordTable {
  /** Names of the tables with a + inside, by which other sources join names. */
  namesWithPlus: ReadonlySet<string>
}

/** The entities of `seed/entities/`. Build once and pass on: the tables are compiled. */
export function loadEntities(projectRoot: string): Entities {
  return buildEntities(readEntityFiles(projectRoot))
}

/** Look-ups over tables that are already read. */
export function buildEntities(files: EntityFiles): Entities {
  const countries = buildCountryTable(files)
  const languages = buildLanguageTable(files)
  return {
    ...countries,
    ...languages,
    ...buildOutletTable(files),
    ...buildKeywordTable(files),
    namesWithPlus: new Set([...files.countries.iso, ...files.countries.regions, ...files.languages.languages, ...files.outlets, ...files.keywords].flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => /.\+./u.test(name))),
    resolveLanguage(raw) {
      const language = languages.resolveLanguage(raw)
      if (language !== null) return language
      const country = countries.resolveCountry(raw)
      return country === null || 'junk' in country ? null : { junk: 'a country, not a language' }
    },
  }
}
