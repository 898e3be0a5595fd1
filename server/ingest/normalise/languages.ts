import type { EntityFiles } from './entity-files.ts'
import { type Junk, LookUp } from './look-up.ts'

export interface LanguageEntity {
  id: string
  name: string
  /** ISO 639-1, or 639-2 where there is no shorter one. */
  code: string
}

export interface LanguageTable {
  resolveLanguage: (raw: string) => LanguageEntity | Junk | null
  languageById: (id: string) => LanguageEntity | null
}

/** Look-ups by name and alias: “Castilian” is Spanish. */
export function buildLanguageTable({ languages: file }: Pick<EntityFiles, 'languages'>): LanguageTable {
  const byName = new LookUp<LanguageEntity | Junk>()
  const byId = new Map<string, LanguageEntity>()
  for (const { code, name, aliases } of file.languages) {
    const language = { id: `language:${code}`, name, code }
    byId.set(language.id, language)
    for (const each of [name, ...aliases]) byName.add(each, language)
  }
  for (const { value, reason } of file.junk) byName.add(value, { junk: reason })
  /** Codes and names in other languages, made when the table is silent for the first time. */
  let further: LookUp<LanguageEntity> | null = null
  function furtherNames(): LookUp<LanguageEntity> {
    if (further !== null) return further
    further = new LookUp()
    for (const locale of nameLocales) for (const language of byId.values()) further.add(nameIn(locale, language.code), language)
    for (const language of byId.values()) {
      further.add(nameIn(language.code, language.code), language)
      further.add(language.code, language)
    }
    return further
  }

  return {
    // “en-GB” and “pt_BR” are English and Portuguese.
    resolveLanguage: (raw) => byName.get(raw) ?? furtherNames().get(raw) ?? furtherNames().get(/^([a-z]{2,3})[-_][a-z]{2,4}$/iu.exec(raw.trim())?.[1] ?? ''),
    languageById: (id) => byId.get(id) ?? null,
  }
}

/** Languages in which the names of languages are known beside English. */
const nameLocales = ['en', 'ru', 'uk', 'de', 'fr', 'es', 'it', 'pl', 'cs', 'hu', 'ro', 'ka']

function nameIn(locale: string, code: string): string {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code
}
