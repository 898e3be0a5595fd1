import { z } from 'zod'
import type { EdgeDefinition } from './define.ts'
import type { Basis } from './evidence.ts'
import type { AnyKind, NodeKind } from './node-kinds/index.ts'

function defineEdge<const Type extends string>(
  type: Type,
  from: NodeKind,
  to: NodeKind,
  forward: string,
  backward: string,
  basis: Basis,
  field: string | null = null,
): EdgeDefinition<Type, NodeKind, NodeKind> {
  return { type, from, to, role: 'domain', forward, backward, basis, field }
}

/** Every edge type that people explore, once. */
export const domainEdges = [
  defineEdge('CARRIES', 'Case', 'Narrative', 'carries', 'is carried by', 'keyword'),
  defineEdge('SUBNARRATIVE_OF', 'Narrative', 'Narrative', 'is a form of', 'has the form', 'taxonomy'),
  defineEdge('DISCUSSES', 'Case', 'Country', 'discusses', 'is discussed in', 'stated', 'countries'),
  defineEdge('APPEARED_IN', 'Case', 'Outlet', 'appeared in', 'is where it appeared:', 'stated', 'outlets'),
  defineEdge('TAGGED_WITH', 'Case', 'Keyword', 'is tagged with', 'tags', 'stated', 'keywords'),
  defineEdge('IN_LANGUAGE', 'Case', 'Language', 'appeared in the language', 'is the language of', 'stated', 'languages'),
  defineEdge('REPORTED_IN', 'Case', 'Issue', 'was reported in', 'reported', 'stated', 'review issue'),
  defineEdge('REFERS_TO', 'Case', 'Case', 'refers to', 'is referred to by', 'reference', 'related cases'),
  defineEdge('REPEATS', 'Case', 'Case', 'repeats', 'is repeated by', 'inferred'),
  defineEdge('CITES', 'Case', 'Source', 'cites', 'is cited by', 'stated', 'sources'),
  defineEdge('ABOUT', 'Case', 'Topic', 'is about', 'is the topic of', 'keyword'),
  defineEdge('BELONGS_TO', 'Outlet', 'Outlet', 'belongs to the family', 'is the family of', 'taxonomy'),
  defineEdge('PART_OF', 'Keyword', 'Topic', 'is part of', 'gathers', 'taxonomy'),
  defineEdge('INDICATES', 'Keyword', 'Narrative', 'indicates', 'is indicated by', 'taxonomy'),
  defineEdge('USES_TECHNIQUE', 'Narrative', 'Technique', 'uses the technique', 'is used by', 'taxonomy'),
] as const

function defineProvenanceEdge<const Type extends string>(
  type: Type,
  from: AnyKind,
  to: AnyKind,
  forward: string,
  backward: string,
): EdgeDefinition<Type, AnyKind, AnyKind> {
  return { type, from, to, role: 'provenance', forward, backward, basis: null, field: null }
}

/** Where facts came from: a case was brought by an import (row number and raw values on the edge), an import belongs to a corpus. */
export const provenanceEdges = [
  defineProvenanceEdge('IMPORTED_BY', 'Case', 'ImportBatch', 'was imported by', 'brought'),
  defineProvenanceEdge('OF_CORPUS', 'ImportBatch', 'Corpus', 'belongs to', 'holds'),
] as const

export type EdgeType = (typeof domainEdges)[number]['type']

export const edgeTypeSchema = z.enum(domainEdges.map((edge) => edge.type))

/** The declaration of an edge type. */
export function edgeDefinition(type: EdgeType): (typeof domainEdges)[number] {
  const found = domainEdges.find((edge) => edge.type === type)
  if (found === undefined) throw new Error(`No edge type ${type}`)
  return found
}
