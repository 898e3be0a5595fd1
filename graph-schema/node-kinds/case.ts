import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

export const caseStatuses = ['active', 'corrected', 'withdrawn', 'known-by-title'] as const
export const disproofStates = ['full', 'thin', 'missing'] as const
export const textOrigins = ['source', 'paraphrase'] as const
export type TextOrigin = (typeof textOrigins)[number]
export type DisproofState = (typeof disproofStates)[number]

/** A disproof below this many characters is called thin: it rarely says more than "no evidence given". */
const thinDisproof = 60

/** How much of a disproof a case has. */
export function disproofStateOf(disproof: string | null): DisproofState {
  if (disproof === null || disproof.trim() === '') return 'missing'
  return disproof.trim().length < thinDisproof ? 'thin' : 'full'
}

/** One reviewed disinformation claim with its disproof. Its `name` is the title as the source gives it. */
export const caseKind = defineNodeKind({
  kind: 'Case',
  role: 'domain',
  idPrefixes: ['case'],
  words: { one: 'case', many: 'cases' },
  properties: z.strictObject({
    claim: z.string().nullable(),
    claimOrigin: z.enum(textOrigins).nullable(),
    disproof: z.string().nullable(),
    disproofOrigin: z.enum(textOrigins).nullable(),
    disproofState: z.enum(disproofStates),
    /** ISO date, or null where the source gives none; never guessed. */
    publishedOn: z.iso.date().nullable(),
    sourceUrl: z.string().nullable(),
    /** Who published the case, e.g. `euvsdisinfo`. */
    source: z.string(),
    status: z.enum(caseStatuses),
    /** Folded title, by which a case without URL is found again. */
    titleKey: z.string(),
    /** Ids under which the case was or could be known; every look-up resolves them. */
    aliases: z.array(z.string()),
  }),
  searchable: ['claim', 'disproof'],
})
