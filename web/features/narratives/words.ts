import type { z } from 'zod'
import type { connectionSchema, dossierEndpoint } from '#graph-schema/api/narratives.ts'

export type Dossier = z.output<typeof dossierEndpoint.response>
export type Connection = z.output<typeof connectionSchema>

/** Why a connection has no lift. */
export const noLift = 'chance cannot be judged on a selected sample'

/** How often two narratives meet, against chance, with its interval; the reason where that cannot be said. */
export function liftWords(connection: Pick<Connection, 'lift' | 'low' | 'high'>): string {
  if (connection.lift === null) return noLift
  const number = (value: number) => (value >= 10 ? value.toFixed(0) : value.toFixed(1))
  if (connection.low === null || connection.high === null) return `${number(connection.lift)}× chance`
  return `${number(connection.lift)}× chance (95 %: ${number(connection.low)} to ${number(connection.high)})`
}

/** Days after the earliest case recorded here. */
export function lagWords(lagDays: number | null): string {
  if (lagDays === null) return 'undated'
  if (lagDays === 0) return 'same day'
  return `+${lagDays.toLocaleString('en')} ${lagDays === 1 ? 'day' : 'days'}`
}

/** How many of a narrative's cases hang on the source's keyword alone. */
export function keywordOnlyWords(cases: number, sourceTagOnly: number): string {
  if (cases === 0) return 'no case here'
  if (sourceTagOnly === 0) return 'none by the source’s keyword only'
  if (sourceTagOnly === cases) return cases === 1 ? 'by the source’s keyword only' : 'all by the source’s keyword only'
  return `${sourceTagOnly.toLocaleString('en')} by the source’s keyword only`
}

/** What a rule is, in words. */
export const ruleWords: Record<Dossier['rules'][number]['kind'], string> = {
  phrase: 'words in the text',
  keyword: 'keyword of the source',
  statement: 'the source says so',
}

/** A phrase rule as it reads: parts that must stand together in a text are joined by "with". */
export function phraseWords(text: string): string {
  return text
    .split(' + ')
    .map((part) => `“${part}”`)
    .join(' with ')
}
