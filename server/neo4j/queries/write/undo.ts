import { z } from 'zod'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../../define-query.ts'
import { isOtherwiseLinked, noteLinkedWith } from './import-batch.ts'

const nothing = z.never()
const ids = z.strictObject({ ids: z.array(z.string()) })
const idRow = z.strictObject({ id: z.string() })

/** What a statement says of the case it means, where its file gives no address. */
export const sameCaseRow = {
  byTitle: z.boolean().nullable(),
  sameAs: z.string().nullable(),
  candidates: z.array(z.string()).nullable(),
  /** What a person said it is: an address, or '' for a case of its own. */
  decided: z.string().nullable(),
} as const

/** Notes that an import is being taken out, and tells how many rows of it state a case. */
export const beginUndo = defineQuery({
  name: 'beginUndo',
  access: 'write',
  cypher: `
    MATCH (b:ImportBatch {id: $id})
    SET b.status = 'undoing'
    ${noteLinkedWith}
    RETURN COUNT { (:Case)-[:IMPORTED_BY]->(b) } AS rows, ${isOtherwiseLinked}
  `,
  params: z.strictObject({ id: z.string(), taxonomy: z.string() }),
  row: z.strictObject({ rows: z.int(), isOtherwiseLinked: z.boolean() }),
  timeoutMs: 60_000,
})

/** Some of the cases that an import states. */
export const someCasesOf = defineQuery({
  name: 'someCasesOf',
  cypher: `
    MATCH (c:Case)-[:IMPORTED_BY]->(:ImportBatch {id: $id})
    RETURN DISTINCT c.id AS id LIMIT $limit
  `,
  params: z.strictObject({ id: z.string(), limit: z.int() }),
  row: idRow,
  timeoutMs: 60_000,
})

/** Cases known by their title only, through one of these; and cases that refer to any of them or of these. */
export const dependentCases = defineQuery({
  name: 'dependentCases',
  cypher: `
    MATCH (c:Case) WHERE c.id IN $ids
    OPTIONAL MATCH (c)-[:REFERS_TO]->(named:Case {status: 'known-by-title'})
    WITH collect(DISTINCT c) + collect(DISTINCT named) AS subjects
    UNWIND subjects AS subject
    OPTIONAL MATCH (referrer:Case)-[:REFERS_TO]->(subject)
    WITH collect(DISTINCT subject.id) + collect(DISTINCT referrer.id) AS all
    UNWIND all AS id
    WITH DISTINCT id WHERE NOT id IN $ids
    RETURN id
  `,
  params: ids,
  row: idRow,
  maxRows: 100_000,
  timeoutMs: 60_000,
})

/** What every import states of these cases, oldest import first. */
export const statementsOf = defineQuery({
  name: 'statementsOf',
  cypher: `
    MATCH (c:Case)-[r:IMPORTED_BY]->(b:ImportBatch)
    WHERE c.id IN $ids
    RETURN c.id AS caseId, b.id AS batch, r.row AS row, r.raw AS raw, r.record AS record, r.byTitle AS byTitle, r.sameAs AS sameAs, r.candidates AS candidates, r.decided AS decided
    ORDER BY b.startedAt, b.id, r.row
  `,
  params: ids,
  row: z.strictObject({ caseId: z.string(), batch: z.string(), row: z.int(), raw: z.string(), record: z.string().nullable(), ...sameCaseRow }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Edges that leave these cases. */
export const edgesOfCases = defineQuery({
  name: 'edgesOfCases',
  cypher: `
    MATCH (c:Case)-[r]->(t:Entity)
    WHERE c.id IN $ids
    RETURN c.id AS from, type(r) AS type, t.id AS to
  `,
  params: ids,
  row: z.strictObject({ from: z.string(), type: edgeTypeSchema, to: z.string() }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Takes rows of an import away from the cases that they stated. */
export const dropStatements = defineQuery({
  name: 'dropStatements',
  access: 'write',
  cypher: `
    UNWIND $rows AS one
    MATCH (:Case {id: one.caseId})-[r:IMPORTED_BY {row: one.row}]->(:ImportBatch {id: one.batch})
    DELETE r
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ caseId: z.string(), batch: z.string(), row: z.int() })) }),
  row: nothing,
  timeoutMs: 60_000,
})

/** Deletes cases with all their edges. */
export const deleteCases = defineQuery({
  name: 'deleteCases',
  access: 'write',
  cypher: `
    MATCH (c:Case) WHERE c.id IN $ids
    DETACH DELETE c
  `,
  params: ids,
  row: nothing,
  timeoutMs: 60_000,
})

/** Of these entities, those that no case points to and that are no outlet’s family any more: deleted. Tells which families they belonged to. */
export const deleteUnused = defineQuery({
  name: 'deleteUnused',
  access: 'write',
  cypher: `
    MATCH (n:Country|Outlet|Keyword|Issue|Language|Source)
    WHERE n:Entity AND n.id IN $ids AND NOT EXISTS { (n)<--(:Case) } AND NOT EXISTS { (n)<-[:BELONGS_TO]-(:Outlet) }
    OPTIONAL MATCH (n)-[:BELONGS_TO]->(family:Outlet)
    WITH n, n.id AS id, collect(family.id) AS families
    DETACH DELETE n
    RETURN id, families
  `,
  params: ids,
  row: z.strictObject({ id: z.string(), families: z.array(z.string()) }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Names of these entities. */
export const namesOf = defineQuery({
  name: 'namesOf',
  cypher: `
    MATCH (n:Entity) WHERE n.id IN $ids
    RETURN n.id AS id, n.name AS name
  `,
  params: ids,
  row: z.strictObject({ id: z.string(), name: z.string() }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Records of cases that point to an entity: some of them, or all. */
export const recordsNaming = defineQuery({
  name: 'recordsNaming',
  cypher: `
    MATCH (:Entity {id: $id})<--(:Case)-[r:IMPORTED_BY]->(:ImportBatch)
    WHERE r.record IS NOT NULL
    RETURN r.record AS record LIMIT $limit
  `,
  params: z.strictObject({ id: z.string(), limit: z.int() }),
  row: z.strictObject({ record: z.string() }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Gives entities the name that the remaining records give them. */
export const renameEntities = defineQuery({
  name: 'renameEntities',
  access: 'write',
  cypher: `
    UNWIND $rows AS row
    MATCH (n:Entity {id: row.id})
    SET n.name = row.name
    RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Entity']) AS kind, properties(n) AS properties
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  row: z.strictObject({ id: z.string(), kind: z.string(), properties: z.record(z.string(), z.unknown()) }),
})

/** Keeps the searched text in step with a name. */
export const setSearchTexts = defineQuery({
  name: 'setSearchTexts',
  access: 'write',
  cypher: `
    UNWIND $rows AS row
    MATCH (n:Entity {id: row.id})
    SET n.searchText = row.searchText
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), searchText: z.string() })) }),
  row: nothing,
})

/** Deletes an import of which no row states a case any more, its chunk markers, and its corpus if that holds no other import. */
export const endUndo = defineQuery({
  name: 'endUndo',
  access: 'write',
  cypher: `
    MATCH (b:ImportBatch {id: $id})-[:OF_CORPUS]->(k:Corpus)
    OPTIONAL MATCH (m:ImportChunk {batch: $id})
    WITH b, k, collect(m) AS markers
    FOREACH (marker IN markers | DETACH DELETE marker)
    DETACH DELETE b
    WITH DISTINCT k
    WHERE NOT EXISTS { (k)<-[:OF_CORPUS]-(:ImportBatch) }
    DETACH DELETE k
  `,
  params: z.strictObject({ id: z.string() }),
  row: nothing,
  timeoutMs: 60_000,
})
