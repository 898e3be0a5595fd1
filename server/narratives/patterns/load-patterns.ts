import { parseAliases, parsePatterns } from './parse-patterns.ts'
import type { Aliases, Pattern, PatternFault } from './pattern-syntax.ts'

/** The patterns of one narrative or topic. */
export interface TargetPatterns {
  /** Id of the narrative or topic they stand for. */
  id: string
  patterns: Pattern[]
}

export interface ReadPatterns {
  targets: TargetPatterns[]
  aliases: Aliases
  faults: PatternFault[]
}

/** The file that holds a target's patterns: `colour-revolutions.txt` for `narrative:colour-revolutions`, under `topics/` for a topic. */
function fileOf(id: string): string {
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  return `${kind === 'topic' ? 'topics/' : ''}${name}.txt`
}

/** Reads aliases and the patterns of each target. Never throws: every fault names file, line and column. */
export function readPatterns({ aliases: aliasText, patterns }: { aliases: string; patterns: Readonly<Record<string, string>> }, known: ReadonlySet<string>): ReadPatterns {
  const { aliases, faults } = parseAliases(aliasText, 'aliases.txt')
  const all: PatternFault[] = [...faults]
  const targets = Object.entries(patterns).map(([id, text]): TargetPatterns => {
    const parsed = parsePatterns(text, fileOf(id), aliases)
    if (!known.has(id)) all.push({ file: fileOf(id), line: 1, column: 1, reason: `there is no ${id}` })
    all.push(...parsed.faults)
    return { id, patterns: parsed.patterns }
  })
  return { targets, aliases, faults: all }
}
