import type { AnyKind, NodeKind, PropertiesOf } from '#graph-schema/node-kinds/index.ts'
import { keywordKey } from '../narratives/compile-rules.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { CaseRecord } from './case-record.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'
import { importerVersion } from './importer-version.ts'

/** A node to be merged, typed by its kind. */
type NodeOf<Kind extends AnyKind> = { kind: Kind; id: string; name: string; properties: PropertiesOf<Kind> }
export type EntityNode = { [Kind in Exclude<NodeKind, 'Case'>]: NodeOf<Kind> }[Exclude<NodeKind, 'Case'>]

/** The nodes besides cases that the records name, one an id. */
export function entityNodes(records: readonly CaseRecord[]): EntityNode[] {
  const nodes = new Map<string, EntityNode>()
  const put = (node: EntityNode) => {
    const before = nodes.get(node.id)
    // Two spellings of one slug: the smaller name wins here and in the database, whatever the order.
    if (before === undefined || node.name < before.name) nodes.set(node.id, node)
  }
  for (const record of records) {
    for (const { id, name, code, isRegion, aliases } of [...record.countries, ...record.inferredCountries]) put({ kind: 'Country', id, name, properties: { code, isRegion, aliases: [...aliases] } })
    for (const { id, name, code } of record.languages) put({ kind: 'Language', id, name, properties: { code } })
    for (const { id, name, keywordType, aliases } of record.keywords) put({ kind: 'Keyword', id, name, properties: { keywordType, aliases: [...aliases] } })
    for (const { id, name, url } of record.sources) put({ kind: 'Source', id, name, properties: { url } })
    for (const { id, name, domain, family, aliases } of record.outlets) {
      put({ kind: 'Outlet', id, name, properties: { domain, aliases: [...aliases] } })
      if (family !== null) put({ kind: 'Outlet', id: family.id, name: family.name, properties: { domain: family.domain, aliases: [...family.aliases] } })
    }
    if (record.issue !== null) put({ kind: 'Issue', id: `issue:${String(record.issue)}`, name: `Issue ${String(record.issue)}`, properties: { number: record.issue } })
  }
  return [...nodes.values()]
}

/** The edges among entities themselves: outlets to their family, keywords to the topics and narratives they stand for. */
export function entityEdges(records: readonly CaseRecord[], taxonomy: Taxonomy): PlannedEdge[] {
  const outlets = new Map(records.flatMap((record) => record.outlets.map((outlet) => [outlet.id, outlet])))
  const keywords = new Map(records.flatMap((record) => record.keywords.map((keyword) => [keyword.id, keyword.name])))
  return [
    ...[...outlets.values()].flatMap(({ id, name, family }) =>
      family === null || family.id === id ? [] : [edgeFromEvidence('BELONGS_TO', id, family.id, [{ kind: 'taxonomy', note: `Throughline’s outlet table counts ${name} to ${family.name}`, version: `importer ${importerVersion}` }])],
    ),
    ...[...keywords].flatMap(([id, name]) => keywordEdges(id, name, taxonomy)),
  ]
}

/** The narratives and topics that the taxonomy reads a keyword as. */
export function keywordEdges(id: string, name: string, { version, rules, nameOf }: Pick<Taxonomy, 'version' | 'rules' | 'nameOf'>): PlannedEdge[] {
  const key = keywordKey(name)
  const because = (note: string) => [{ kind: 'taxonomy' as const, note, version }]
  return [
    ...(rules.narrativesOfKeyword.get(key) ?? []).map(({ id: to, keyword }) => edgeFromEvidence('INDICATES', id, to, because(`Throughline’s taxonomy reads the keyword ${keyword} as a sign of ${nameOf.get(to) ?? to}`))),
    ...(rules.topicsOfKeyword.get(key) ?? []).map(({ id: to, keyword }) => edgeFromEvidence('PART_OF', id, to, because(`Throughline’s taxonomy gathers the keyword ${keyword} under ${nameOf.get(to) ?? to}`))),
  ]
}
