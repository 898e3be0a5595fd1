import type { z } from 'zod'
import type { casePageEndpoint } from '#graph-schema/api/cases.ts'
import { type CaseDocument, caseDocumentSchema } from '#graph-schema/case-document.ts'
import { casePageAnswer } from '../analysis/case-page-answer.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { caseIdsAfter } from '../neo4j/queries/case-ids-after.ts'
import { casePage } from '../neo4j/queries/case-page.ts'
import { corpora } from '../neo4j/queries/corpora.ts'

const casesPerPage = 200
/** Cases that are asked for at once. */
const atOnce = 8

type CasePage = z.input<typeof casePageEndpoint.response>

/** A case of the graph in Throughline’s own form. `licenceOf` knows the licences of corpora by name. */
export function documentOf(page: CasePage, licenceOf: ReadonlyMap<string, string>): CaseDocument {
  const { outlets: _outlets, aliases: _aliases, ...own } = page.case
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  const issue = page.issues[0]
  return caseDocumentSchema.parse({
    format: 'throughline-case',
    version: 1,
    ...own,
    issue: issue === undefined ? null : Number(issue.id.slice('issue:'.length)),
    countries: page.countries.map((country) => ({ ...named(country), inferred: country.basis === 'inferred' })),
    languages: page.languages.map(named),
    outlets: page.outlets.map((outlet) => ({ ...named(outlet), domain: null, family: outlet.family, url: outlet.url, archiveUrl: outlet.archiveUrl })),
    keywords: page.keywords.map((keyword) => ({ ...named(keyword), type: null })),
    // What was read out of the text is read out of it again.
    citedSources: page.sources.filter((source) => source.basis !== 'inferred').map(({ name, url }) => ({ name, url })),
    refersTo: page.refersTo.map(({ title, quote }) => ({ title, quote, note: null })),
    narratives: page.narratives.map((narrative) => ({ ...named(narrative), tier: narrative.tier, why: narrative.evidence.map((one) => ('text' in one ? one.text : one.kind === 'keyword' ? one.keyword : '')).filter((text) => text !== '').join('; ') })),
    licence: page.provenance.map(({ corpus }) => licenceOf.get(corpus)).find((licence) => licence !== undefined) ?? null,
  })
}

/**
 * All cases, by id, a page of them in memory at a time. Cases that are known by their title only are no cases of ours to pass on; withdrawn ones
 * come only when asked for. What is written while this runs may or may not be in it.
 */
export async function* caseDocuments(runner: QueryRunner, { withdrawn }: { withdrawn: boolean }): AsyncGenerator<CaseDocument> {
  const licenceOf = new Map((await runner.run(corpora, {})).flatMap(({ name, licence }): [string, string][] => (licence === null ? [] : [[name, licence]])))
  for (let after = ''; ; ) {
    const ids = (await runner.run(caseIdsAfter, { after, withdrawn, limit: casesPerPage })).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += atOnce) {
      const pages = await Promise.all(ids.slice(at, at + atOnce).map((id) => runner.run(casePage, { id })))
      for (const [page] of pages) if (page !== undefined) yield documentOf(casePageAnswer(page), licenceOf)
    }
    after = ids.at(-1) ?? ''
    if (ids.length < casesPerPage) return
  }
}
