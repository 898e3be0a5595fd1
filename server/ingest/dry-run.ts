import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { existingIds } from '../neo4j/queries/existing-ids.ts'
import type { CaseRecord } from './case-record.ts'
import { readKnown } from './known-state.ts'
import { type KnownState, planChunk } from './plan-chunk.ts'

export type Effect = 'new' | 'merges' | 'unchanged'

/** What importing one record would do to a graph in the known state. */
export function effectOf(record: CaseRecord, known: KnownState, taxonomy: Taxonomy): { effect: Effect; id: string } {
  const plan = planChunk([record], known, taxonomy)
  const id = plan.provenance[0]?.caseId ?? ''
  if (plan.accepted > 0) return { effect: 'new', id }
  const cases = new Map(known.cases.map((one) => [one.id, one]))
  const edges = new Map(known.edges.map((edge) => [`${edge.from}|${edge.type}|${edge.to}`, JSON.stringify(edge.evidence)]))
  const same =
    plan.renames.length === 0 &&
    plan.dropped.length === 0 &&
    plan.cases.every((one) => sameCase(one, cases.get(one.id))) &&
    plan.edges.filter((edge) => edge.from === id).every((edge) => edges.get(`${edge.from}|${edge.type}|${edge.to}`) === JSON.stringify(edge.evidence))
  return { effect: same ? 'unchanged' : 'merges', id }
}

function sameCase(a: object, b: object | undefined): boolean {
  const canonical = (value: object) => JSON.stringify(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  return b !== undefined && canonical(a) === canonical(b)
}

/** What importing the records would bring: the effect of each, and the entities that are not in the graph yet. Writes nothing. */
export async function dryRun(
  runner: QueryRunner,
  records: readonly CaseRecord[],
  taxonomy: Taxonomy,
): Promise<{ effects: { effect: Effect; id: string }[]; newEntities: { kind: NodeKind; names: string[] }[] }> {
  const known = await readKnown(runner, records, taxonomy)
  const plan = planChunk(records, known, taxonomy)
  const named: { kind: NodeKind; id: string; name: string }[] = [...plan.cases.map(({ id, name }) => ({ kind: 'Case' as const, id, name })), ...plan.nodes]
  const present = new Set((await runner.run(existingIds, { ids: named.map((node) => node.id) })).map((row) => row.id))
  const renamed = new Set(plan.renames.map((rename) => rename.to))
  const byKind = new Map<NodeKind, string[]>()
  for (const node of named) {
    if (!present.has(node.id) && !renamed.has(node.id)) byKind.set(node.kind, [...(byKind.get(node.kind) ?? []), node.name])
  }
  return {
    effects: records.map((record) => effectOf(record, known, taxonomy)),
    newEntities: [...byKind].map(([kind, names]) => ({ kind, names: names.sort() })),
  }
}
