import type { Router } from 'express'
import { agreementEndpoint, decideEndpoint, reviewEndpoint, takeBackEndpoint } from '#graph-schema/api/review.ts'
import { decide, decisionId, takeBack } from '../ingest/decide.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { allDecisions } from '../neo4j/queries/decisions-on.ts'
import { reviewCases } from '../neo4j/queries/review-links.ts'
import { agreementOf } from '../review/agreement.ts'
import { reviewQueue } from '../review/review-queue.ts'
import { serve } from './handle.ts'

/** More disagreements than these are settled page by page. */
const mostDisagreements = 100

/** Going through links, deciding on them, taking decisions back, and how far coders agree. */
export function addReviewRoutes(router: Router, driver: GraphDriver, inForce: TaxonomyProvider): void {
  serve(router, reviewEndpoint, async ({ query }) => reviewQueue(driver, query, await inForce.current(driver)))

  serve(router, decideEndpoint, async ({ body: { coder, role, decisions } }) => {
    const sayings = decisions.map((one) => ({ ...one, coder, role }))
    const { before, changes } = await decide(driver, sayings, await inForce.current(driver))
    return {
      changes,
      takeBack: sayings.map(({ caseId, narrativeId }, at) => {
        const was = before[at]?.decision ?? null
        return { caseId, narrativeId, coder, role, before: was === null ? null : { verdict: was.verdict, decidedAt: was.decidedAt, note: was.note } }
      }),
    }
  })

  serve(router, takeBackEndpoint, async ({ body }) => {
    const known = new Map((await driver.run(allDecisions, {})).map((one) => [one.id, one]))
    const before = body.takeBack.map(({ before: was, ...link }) => {
      const id = decisionId(link)
      const standing = known.get(id)
      return { id, decision: was === null || standing === undefined ? null : { ...standing, ...was } }
    })
    return { changes: await takeBack(driver, before, [...new Set(body.takeBack.map(({ caseId }) => caseId))], await inForce.current(driver)) }
  })

  serve(router, agreementEndpoint, async () => {
    const taxonomy = await inForce.current(driver)
    const { open, ...agreement } = agreementOf(await driver.run(allDecisions, {}))
    const shown = open.slice(0, mostDisagreements)
    const cases = new Map((await driver.run(reviewCases, { ids: shown.flatMap(([one]) => one?.caseId ?? []) })).map((row) => [row.case.id, row.case]))
    return {
      ...agreement,
      disagreements: shown.flatMap((ofLink) => {
        const [one] = ofLink
        const found = one === undefined ? undefined : cases.get(one.caseId)
        const narrative = taxonomy.narratives.find(({ id }) => id === one?.narrativeId)
        if (found === undefined || narrative === undefined) return []
        const sayings = ofLink.flatMap(({ coder, verdict, decidedAt, note }) => (verdict === 'skipped' ? [] : [{ coder, verdict, on: decidedAt.slice(0, 10), note }]))
        const { id, name, definition, head } = narrative
        return [{ case: found, narrative: { id, name, definition, head: head === null ? null : (taxonomy.nameOf.get(head) ?? null) }, sayings }]
      }),
    }
  })
}
