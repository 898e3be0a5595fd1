import type { Tier } from '#graph-schema/evidence.ts'
import { edgeFromEvidence, type PlannedEdge } from '../ingest/edge-facts.ts'
import type { EntityNode } from '../ingest/entity-nodes.ts'
import { searchTextOf } from '../ingest/search-text.ts'
import { writeEdges, writeNodes } from '../ingest/write-nodes.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { taxonomyVersion } from '../neo4j/queries/taxonomy-version.ts'
import { deleteRetired, dropEdgesOfRetired, dropFormerTaxonomyEdges, nameTaxonomy } from '../neo4j/queries/write/retire-taxonomy.ts'
import type { Taxonomy } from './taxonomy.ts'

function taxonomyNodes(taxonomy: Taxonomy): EntityNode[] {
  return [
    ...taxonomy.narratives.map(({ id, name, head, definition, aliases, polyNarrative }, position): EntityNode => ({
      kind: 'Narrative',
      id,
      name,
      properties: { definition, level: head === null ? 'head' : 'sub', aliases, polyNarrative, position },
    })),
    ...taxonomy.topics.map(({ id, name, aliases }): EntityNode => ({ kind: 'Topic', id, name, properties: { aliases } })),
    ...taxonomy.techniques.map(({ id, name, disarmId }): EntityNode => ({ kind: 'Technique', id, name: `${disarmId} ${name}`, properties: { disarmId } })),
  ]
}

function taxonomyEdges(taxonomy: Taxonomy): PlannedEdge[] {
  const { version } = taxonomy
  const names = new Map(taxonomy.narratives.map(({ id, name }) => [id, name]))
  const because = (note: string) => [{ kind: 'taxonomy' as const, note, version }]
  return taxonomy.narratives.flatMap(({ id, name, head, techniques }) => [
    ...(head === null ? [] : [edgeFromEvidence('SUBNARRATIVE_OF', id, head, because(`Throughline’s taxonomy puts ${name} under ${names.get(head) ?? head}`))]),
    ...techniques.map((technique) => edgeFromEvidence('USES_TECHNIQUE', id, `technique:${technique}`, because(`Throughline’s taxonomy names ${technique} for claims of this kind`))),
  ])
}

/** A link that went with its narrative. */
export interface LostLink {
  caseId: string
  narrativeId: string
  tier: Tier
}

/**
 * Brings the taxonomy in the graph to this version, unless it is there: running it again changes nothing and costs one look-up. Entries
 * that it no longer has are retired: they and their edges go; what people decided on them is kept and holds again if they return. Resolves with the links of cases that went with them.
 */
export async function storeTaxonomy(driver: GraphDriver, taxonomy: Taxonomy): Promise<LostLink[]> {
  const written = `taxonomy ${taxonomy.version}`
  const [present] = await driver.run(taxonomyVersion, {})
  if (present?.version === written) return []
  return driver.write(async (tx) => {
    const nodes = taxonomyNodes(taxonomy)
    await writeNodes(tx, nodes)
    // Entities of files take the smaller of two spellings; here the editors' word is the only one.
    await tx.run(nameTaxonomy, { rows: nodes.map(({ id, name, kind, properties }) => ({ id, name, searchText: searchTextOf(kind, name, properties) })) })
    await writeEdges(tx, taxonomyEdges(taxonomy), () => written)
    const ids = nodes.map((node) => node.id)
    await tx.run(dropFormerTaxonomyEdges, { version: written })
    const lost = await tx.run(dropEdgesOfRetired, { ids })
    await tx.run(deleteRetired, { ids })
    return lost
  })
}

/** The graph may have been wiped since the start: then the narratives that cases link to come first. Costs one look-up otherwise. */
export async function ensureTaxonomy(driver: GraphDriver, taxonomy: Taxonomy): Promise<void> {
  const [present] = await driver.run(taxonomyVersion, {})
  if (present === undefined) await storeTaxonomy(driver, taxonomy)
}
