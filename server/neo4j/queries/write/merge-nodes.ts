import { z } from 'zod'
import { type AnyKind, domainKinds, type NodeKind, nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { domainEdges, edgeTypeSchema } from '#graph-schema/relationships.ts'
import type { StoredReasons } from '../../edge-reasons.ts'
import { defineQuery, type Query } from '../../define-query.ts'

const property = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const nodeParams = z.strictObject({
  rows: z.array(z.strictObject({ id: z.string(), name: z.string(), searchText: z.string(), properties: z.record(z.string(), property) })),
})
const reasons: z.ZodType<StoredReasons> = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const nothing = z.never()

/** A label can't be a parameter on every server we serve, so there is one fixed text a kind; the label is the schema's constant. */
function mergeNodesOf(kind: AnyKind): Query<typeof nodeParams, typeof nothing> {
  return defineQuery({
    name: `merge${kind}Nodes`,
    access: 'write',
    isBulk: true,
    cypher: `
      UNWIND $rows AS row
      MERGE (n:Entity {id: row.id})
      SET n:${kind}, n += row.properties
      WITH n, row
      WHERE n.name IS NULL OR row.name <= n.name
      SET n.name = row.name, n.searchText = row.searchText
    `,
    params: nodeParams,
    row: nothing,
  })
}

const byKind = new Map<NodeKind, Query<typeof nodeParams, typeof nothing>>(domainKinds.map(({ kind }) => [kind, mergeNodesOf(kind)]))

/** Merges nodes of a kind by id. Of two spellings of a name the alphabetically smaller stays, so that order does not matter. */
export function mergeNodes(kind: NodeKind): Query<typeof nodeParams, typeof nothing> {
  const query = byKind.get(nodeKindSchema.parse(kind))
  if (query === undefined) throw new Error(`No query merges nodes of kind ${kind}`)
  return query
}

const caseRow = { id: z.string(), publishedOn: z.string().nullable(), properties: z.record(z.string(), property.nullable()) }

const mergeCase = `
    MERGE (n:Entity {id: row.id})
    SET n:Case, n += row.properties, n.publishedOn = date(row.publishedOn)`

/** Writes cases as they are now; a null takes the property away. */
export const mergeCases = defineQuery({
  name: 'mergeCases',
  access: 'write',
  cypher: `
    UNWIND $rows AS row${mergeCase}
  `,
  params: z.strictObject({ rows: z.array(z.strictObject(caseRow)) }),
  row: nothing,
})

/** Edge types that a case's facts state and that mostly need no reason of their own. */
export const factEdges = domainEdges.filter(({ from, to, field }) => from === 'Case' && to !== 'Case' && field !== null)

const factEdge = ({ type }: (typeof factEdges)[number]) => `
    CALL {
      WITH n, row, ends
      UNWIND row.facts.${type} AS at
      WITH n, ends[at] AS m
      CREATE (n)-[:${type}]->(m)
    }`

/** Edge types by which we link a case; these always bear a reason. */
export const linkEdges = domainEdges.filter(({ from, basis }) => from === 'Case' && basis === 'keyword')

const linkEdge = ({ type }: (typeof linkEdges)[number]) => `
    CALL {
      WITH n, row, ends
      UNWIND row.links.${type} AS link
      WITH n, ends[link.to] AS m, link
      CREATE (n)-[r:${type}]->(m)
      SET r = link.reasons
    }`

/**
 * Writes cases as they are after merging (a null takes the property away), leads each back to the rows of the file (with what makes their
 * records again), and gives fresh ones their plain edges by type and their links. One statement, so that a case is looked up once and not once an
 * edge; ends are places in the list `ends`, so that each is looked up once and not once a case. Edges are made, not merged: they must be those of cases
 * that nobody else has written, each named once. Tells how many ends there were: all of them must be.
 */
export const writeCases = defineQuery({
  name: 'writeCases',
  access: 'write',
  isBulk: true,
  // The plan rests on unique ids alone; without the option it would be made anew, in half a second, as the graph grows.
  cypher: `
    CYPHER replan=skip
    MATCH (b:ImportBatch {id: $batch})
    CALL {
      UNWIND range(0, size($ends) - 1) AS at
      MATCH (m:Entity {id: $ends[at]})
      WITH at, m ORDER BY at
      RETURN collect(m) AS ends
    }
    UNWIND $rows AS row${mergeCase}
    WITH n, row, b, ends${factEdges.map(factEdge).join('')}${linkEdges.map(linkEdge).join('')}
    CALL {
      WITH n, row, b
      UNWIND row.imports AS import
      MERGE (n)-[r:IMPORTED_BY {row: import.row}]->(b)
      SET r.raw = import.raw, r.record = import.record, r.byTitle = import.byTitle
      FOREACH (_ IN CASE WHEN import.byTitle THEN [1] ELSE [] END | SET b.byTitle = true)
    }
    RETURN max(size(ends)) AS ends
  `,
  params: z.strictObject({
    batch: z.string(),
    ends: z.array(z.string()),
    rows: z.array(
      z.strictObject({
        ...caseRow,
        facts: z.partialRecord(edgeTypeSchema, z.array(z.int())),
        links: z.partialRecord(edgeTypeSchema, z.array(z.strictObject({ to: z.int(), reasons }))),
        imports: z.array(z.strictObject({ row: z.int(), raw: z.string(), record: z.string(), byTitle: z.boolean().nullable() })),
      }),
    ),
  }),
  row: z.strictObject({ ends: z.int().nullable() }),
})

/** Gives cases the id under which they are known from now on. */
export const renameCases = defineQuery({
  name: 'renameCases',
  access: 'write',
  cypher: `
    UNWIND $rows AS row
    MATCH (n:Case {id: row.from})
    SET n.id = row.to
  `,
  params: z.strictObject({ rows: z.array(z.strictObject({ from: z.string(), to: z.string() })) }),
  row: nothing,
})
