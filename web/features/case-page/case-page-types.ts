import type { z } from 'zod'
import type { casePageEndpoint } from '#graph-schema/api/cases.ts'

/** The answer behind the case page. */
export type CasePage = z.output<typeof casePageEndpoint.response>
/** A fact of the case: what it is linked to, with basis and evidence. */
export type CaseFact = CasePage['countries'][number]
