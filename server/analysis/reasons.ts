import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { edgeDefinition, type EdgeType } from '#graph-schema/relationships.ts'

function withoutStop(sentence: string): string {
  return sentence.trim().replace(/\.$/u, '')
}

/** The words between the two ends when the edge is walked in that direction. */
function wording(type: EdgeType, alongEdge: boolean): string {
  const { forward, backward } = edgeDefinition(type)
  return alongEdge ? forward : backward
}

/** Where the schema's words do not take an "it" at their end. */
const saidOfIt: Partial<Record<EdgeType, { forward?: string; backward?: string }>> = {
  SUBNARRATIVE_OF: { backward: 'has it as a form' },
  APPEARED_IN: { backward: 'is where it appeared' },
  IN_LANGUAGE: { forward: 'appeared in it' },
  BELONGS_TO: { forward: 'belongs to its family' },
  USES_TECHNIQUE: { forward: 'uses it' },
}

/**
 * Why a neighbour stands there, with the neighbour as subject and "it" for the node that was expanded: `carries it: “colour revolution” in the title`.
 * `outward` tells whether the edge leaves the expanded node; the sentence then reads the edge backwards.
 */
export function neighborReason(type: EdgeType, outward: boolean, why: string): string {
  const said = saidOfIt[type]?.[outward ? 'backward' : 'forward'] ?? `${wording(type, !outward)} it`
  const because = withoutStop(why)
  return because === '' ? said : `${said}: ${because}`
}

/** A node in a sentence. A case's title is a claim, and is called one. */
function named(kind: NodeKind, name: string): string {
  return kind === 'Case' ? `the claim “${name}”` : name
}

/** A stop of a path, and the edge by which it is left (absent at the end). */
export interface Stop {
  kind: NodeKind
  name: string
  next?: { type: EdgeType; alongEdge: boolean }
}

/** A path as one sentence, read from its first node to its last. */
export function pathSentence(stops: readonly Stop[]): string {
  let sentence = ''
  for (const [index, { kind, name, next }] of stops.entries()) {
    sentence += named(kind, name)
    if (next !== undefined) sentence += `${index === 0 ? '' : ', which'} ${wording(next.type, next.alongEdge)} `
  }
  return sentence
}
