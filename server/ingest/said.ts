import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import type { PlannedEdge } from './edge-facts.ts'
import type { EntityNode } from './entity-nodes.ts'
import type { ChunkPlan } from './plan-chunk.ts'

/** More entities than these are forgotten and said again: what is remembered must not grow with the file. */
const mostRemembered = 50_000

const keyOfEdge = ({ type, from, to }: PlannedEdge) => `${type}|${from}|${to}`
const isAmongEntities = ({ from }: PlannedEdge) => kindOfId(from) !== 'Case'

/** Leaves out what need not be written. */
export interface Unsaid {
  freshNodes(nodes: readonly EntityNode[]): EntityNode[]
  freshEdges(edges: readonly PlannedEdge[]): PlannedEdge[]
}

/**
 * What an import has already written of entities: most chunks name the same countries, languages and keywords, in the same words. They need not be
 * written again, for nobody takes them away while the cases of this import hang on them, and a name that another import gives them is chosen by
 * an order that does not ask who came last.
 */
export class Said implements Unsaid {
  readonly #nodes = new Map<string, string>()
  readonly #edges = new Map<string, string>()

  freshNodes(nodes: readonly EntityNode[]): EntityNode[] {
    return nodes.filter((node) => this.#nodes.get(node.id) !== JSON.stringify(node))
  }

  /** Edges of cases, and those among entities that were not written before with the same reasons. */
  freshEdges(edges: readonly PlannedEdge[]): PlannedEdge[] {
    return edges.filter((edge) => !isAmongEntities(edge) || this.#edges.get(keyOfEdge(edge)) !== JSON.stringify(edge.evidence))
  }

  /** What will be left to say once this has been written as well. */
  beyond(written: Pick<ChunkPlan, 'nodes' | 'edges'>): Unsaid {
    const later = new Said()
    later.remember(written)
    return { freshNodes: (nodes) => later.freshNodes(this.freshNodes(nodes)), freshEdges: (edges) => later.freshEdges(this.freshEdges(edges)) }
  }

  /** Takes note of what a committed chunk wrote. */
  remember({ nodes, edges }: Pick<ChunkPlan, 'nodes' | 'edges'>): void {
    for (const node of nodes) this.#nodes.set(node.id, JSON.stringify(node))
    for (const edge of edges) if (isAmongEntities(edge)) this.#edges.set(keyOfEdge(edge), JSON.stringify(edge.evidence))
    for (const known of [this.#nodes, this.#edges]) if (known.size > mostRemembered) known.clear()
  }
}
