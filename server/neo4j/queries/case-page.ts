import { z } from 'zod'
import { caseRowSchema } from '#graph-schema/api/cases.ts'
import { tierSchema } from '#graph-schema/evidence.ts'
import { caseStatuses, disproofStates } from '#graph-schema/node-kinds/case.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { storedReasonsRow } from '../edge-reasons.ts'

const link = z.strictObject({
  type: edgeTypeSchema,
  id: z.string(),
  name: z.string(),
  ...storedReasonsRow,
  tier: tierSchema.nullable(),
  /** Name of the head narrative or of the outlet family. */
  parent: z.string().nullable(),
  url: z.string().nullable(),
})
const reference = z.strictObject({
  id: z.string(),
  title: z.string(),
  publishedOn: z.string().nullable(),
  status: z.enum(caseStatuses),
  disproofState: z.enum(disproofStates),
  ...storedReasonsRow,
})

const rawValues = z.string().transform((text): unknown => JSON.parse(text)).pipe(z.record(z.string(), z.string()))

/** All facts of one case with their evidence (narratives in the editors' order, all else by name), its references and repetitions both ways, and the rows of the files that brought it; no row when there is no such case. */
export const casePage = defineQuery({
  name: 'casePage',
  cypher: `
    MATCH (c:Case {id: $id})
    RETURN c {
        .id, title: c.name, .claim, .claimOrigin, .disproof, .disproofOrigin, .disproofState, .status, .sourceUrl, .source,
        publishedOn: toString(c.publishedOn), aliases: coalesce(c.aliases, []),
        outlets: COLLECT { MATCH (c)-[:APPEARED_IN]->(o:Outlet) RETURN o.name ORDER BY o.name }
      } AS case,
      COLLECT {
        MATCH (c)-[r:CARRIES|ABOUT|DISCUSSES|APPEARED_IN|TAGGED_WITH|IN_LANGUAGE|REPORTED_IN|CITES]->(f)
        RETURN {
          type: type(r), id: f.id, name: f.name, basis: r.basis, evidence: r.evidence, tier: r.tier,
          parent: head([(f)-[:SUBNARRATIVE_OF|BELONGS_TO]->(parent) | parent.name]), url: f.url
        }
        ORDER BY coalesce(f.position, f.number), f.name, f.id
      } AS links,
      COLLECT {
        MATCH (c)-[r:REFERS_TO]->(d:Case)
        RETURN {id: d.id, title: d.name, publishedOn: toString(d.publishedOn), status: d.status, disproofState: d.disproofState, basis: r.basis, evidence: r.evidence}
        ORDER BY d.name, d.id
      } AS refersTo,
      COLLECT {
        MATCH (c)<-[r:REFERS_TO]-(d:Case)
        RETURN {id: d.id, title: d.name, publishedOn: toString(d.publishedOn), status: d.status, disproofState: d.disproofState, basis: r.basis, evidence: r.evidence}
        ORDER BY d.name, d.id
      } AS referredToBy,
      COLLECT {
        MATCH (c)-[r:REPEATS]->(d:Case)
        RETURN {id: d.id, title: d.name, publishedOn: toString(d.publishedOn), status: d.status, disproofState: d.disproofState, basis: r.basis, evidence: r.evidence}
        ORDER BY d.publishedOn, d.id
      } AS repeats,
      COLLECT {
        MATCH (c)<-[r:REPEATS]-(d:Case)
        RETURN {id: d.id, title: d.name, publishedOn: toString(d.publishedOn), status: d.status, disproofState: d.disproofState, basis: r.basis, evidence: r.evidence}
        ORDER BY d.publishedOn, d.id
      } AS repeatedBy,
      COLLECT {
        MATCH (c)-[r:IMPORTED_BY]->(b:ImportBatch)-[:OF_CORPUS]->(k:Corpus)
        RETURN {
          batch: b.id, file: b.name, sha256: b.sha256, format: b.format, importerVersion: b.importerVersion, corpus: k.name, row: r.row,
          importedAt: toString(b.startedAt), raw: r.raw
        }
        ORDER BY b.startedAt, b.id, r.row
      } AS provenance
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({
    case: caseRowSchema.extend({ source: z.string(), aliases: z.array(z.string()) }),
    links: z.array(link),
    refersTo: z.array(reference),
    referredToBy: z.array(reference),
    repeats: z.array(reference),
    repeatedBy: z.array(reference),
    provenance: z.array(
      z.strictObject({
        batch: z.string(),
        file: z.string(),
        sha256: z.string(),
        format: z.string(),
        importerVersion: z.string(),
        corpus: z.string(),
        row: z.int(),
        importedAt: z.string(),
        raw: rawValues,
      }),
    ),
  }),
  timeoutMs: 10_000,
})
export type CasePageRow = z.output<typeof casePage.row>
