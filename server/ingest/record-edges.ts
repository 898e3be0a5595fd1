import type { Evidence } from '#graph-schema/evidence.ts'
import type { Inferred } from '#graph-schema/read-result.ts'
import type { CaseRecord, OutletRef } from './case-record.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'

/** The source states it in its facts. A value that is the entity's own name goes without saying. */
export function stated(field: string, { rawValue, name }: { rawValue: string; name: string }): Evidence {
  return { kind: 'stated', field, value: rawValue === name ? null : rawValue }
}

/** The source lists the outlet, and may say where there the claim stood. */
function appearance(outlet: OutletRef): Evidence[] {
  const listed = stated('outlets', outlet)
  return outlet.url === null && outlet.archiveUrl === null ? [listed] : [listed, { kind: 'publication', url: outlet.url, archiveUrl: outlet.archiveUrl }]
}

function matched(rule: string, found: Inferred): Evidence {
  return { kind: 'match', rule, in: found.in, text: found.text, start: found.start, end: found.end }
}

/** The edges that a record itself states, or that were read out of its text, except links to narratives, topics and other cases. */
export function recordEdges(record: CaseRecord, id: string): PlannedEdge[] {
  const edges = [
    ...record.countries.map((country) => edgeFromEvidence('DISCUSSES', id, country.id, [stated('countries', country)])),
    ...record.inferredCountries.map((country) => edgeFromEvidence('DISCUSSES', id, country.id, country.evidence.map((found) => matched('country-name', found)))),
    ...record.languages.map((language) => edgeFromEvidence('IN_LANGUAGE', id, language.id, [stated('languages', language)])),
    ...record.outlets.map((outlet) => edgeFromEvidence('APPEARED_IN', id, outlet.id, appearance(outlet))),
    ...record.keywords.map((keyword) => edgeFromEvidence('TAGGED_WITH', id, keyword.id, [stated('keywords', keyword)])),
    ...record.sources.map((source) =>
      edgeFromEvidence('CITES', id, source.id, source.evidence.length === 0 ? [stated('sources', source)] : source.evidence.map((found) => matched('cited-source', found))),
    ),
  ]
  if (record.issue !== null) {
    edges.push(edgeFromEvidence('REPORTED_IN', id, `issue:${String(record.issue)}`, [{ kind: 'stated', field: 'review issue', value: null }]))
  }
  return edges
}
