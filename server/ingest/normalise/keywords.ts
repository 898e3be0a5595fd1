import { slug } from '#graph-schema/fold.ts'
import type { keywordTypes } from '#graph-schema/node-kinds/keyword.ts'
import { compilePhrases } from '../../narratives/phrases.ts'
import { tokenise } from '../../narratives/tokens.ts'
import type { EntityFiles } from './entity-files.ts'
import { LookUp } from './look-up.ts'

export interface KeywordEntity {
  id: string
  name: string
  keywordType: (typeof keywordTypes)[number] | null
  /** Other spellings that the source uses. */
  aliases: readonly string[]
}

/** A keyword found in a line of keywords without separators. */
export interface KeywordPart {
  text: string
  start: number
  end: number
  /** Whether the table knows it; else it is what stands between known ones. */
  known: boolean
}

export interface KeywordTable {
  /** A keyword that the table does not know is one of its own, without a type. Null for a value without letters or digits. */
  resolveKeyword: (raw: string) => KeywordEntity | null
  /** What the table says of a name; null where it is silent. */
  knownKeyword: (name: string) => KeywordEntity | null
  /** Splits a line without separators with the known keywords, the longest first. */
  splitKeywords: (line: string) => KeywordPart[]
}

/** Look-ups by name and alias. */
export function buildKeywordTable({ keywords }: Pick<EntityFiles, 'keywords'>): KeywordTable {
  const byName = new LookUp<KeywordEntity>()
  const entities = keywords.map(({ name, kind, aliases }) => ({ keyword: { id: `keyword:${slug(name)}`, name, keywordType: kind, aliases }, aliases }))
  for (const { keyword } of entities) byName.add(keyword.name, keyword)
  for (const { keyword, aliases } of entities) for (const alias of aliases) byName.add(alias, keyword)
  const matcher = compilePhrases(entities.flatMap(({ keyword, aliases }) => [keyword.name, ...aliases].map((name) => [name, null] as const)))

  return {
    knownKeyword: (name) => byName.get(name),
    resolveKeyword(raw) {
      const name = raw.trim()
      const known = byName.get(name)
      if (known !== null) return known
      const key = slug(name)
      return key === '' ? null : { id: `keyword:${key}`, name, keywordType: null, aliases: [] }
    },
    splitKeywords(line) {
      const tokens = tokenise(line).tokens.map((token) => ({ ...token, sentence: 0 }))
      const lasts = new Map<number, number>()
      for (const { first, last } of matcher.find(tokens)) {
        // In a tag line each keyword begins with a capital or a digit.
        if (tokens[first]?.letterCase !== 'lower') lasts.set(first, Math.max(last, lasts.get(first) ?? -1))
      }
      const parts: { first: number; last: number; known: boolean }[] = []
      for (let at = 0; at < tokens.length; ) {
        const last = lasts.get(at)
        const before = parts.at(-1)
        if (last !== undefined) parts.push({ first: at, last, known: true })
        else if (before !== undefined && !before.known) before.last = at
        else parts.push({ first: at, last: at, known: false })
        at = (last ?? at) + 1
      }
      return parts.flatMap(({ first, last, known }) => {
        const start = tokens[first]?.start
        const end = tokens[last]?.end
        return start === undefined || end === undefined ? [] : [{ text: line.slice(start, end), start, end, known }]
      })
    },
  }
}
