import type { Router } from 'express'
import { edgeEndpoint, neighborsEndpoint, nodeEndpoint } from '#graph-schema/api/nodes.ts'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { forecastOf, wantedTypes } from '../analysis/forecast.ts'
import { nodeFacts } from '../analysis/node-facts.ts'
import { neighborReason } from '../analysis/reasons.ts'
import { NotFoundError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { readReasons } from '../neo4j/edge-reasons.ts'
import { edge } from '../neo4j/queries/edge.ts'
import { neighbors } from '../neo4j/queries/neighbors.ts'
import { node } from '../neo4j/queries/node.ts'
import { resolveAliases } from '../neo4j/queries/resolve-aliases.ts'
import { byIdOrAlias } from './by-id-or-alias.ts'
import { serve } from './handle.ts'
import { addSubgraphRoutes } from './subgraphs.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The edge between the nodes that are meant when one of the two ids is a former one. */
async function edgeUnderAliases(graph: QueryRunner, from: string, to: string, type: EdgeType) {
  const ids = [from, to].filter((id) => kindOfId(id) === 'Case')
  const inForce = new Map((ids.length === 0 ? [] : await graph.run(resolveAliases, { ids })).map(({ asked, id }) => [asked, id]))
  if (inForce.size === 0) return undefined
  return (await graph.run(edge, { from: inForce.get(from) ?? from, to: inForce.get(to) ?? to, type }))[0]
}

/** One node, its neighbours, one edge; sets of nodes and the ways between two. */
export function addNodeRoutes(router: Router, graph: QueryRunner): void {
  addSubgraphRoutes(router, graph)

  serve(router, nodeEndpoint, async ({ param }) => {
    const row = await byIdOrAlias(graph, param('id'), async (id) => (await graph.run(node, { id }))[0])
    const { id, kind, name, properties } = row
    const forecast = forecastOf(row.outgoing, row.incoming)
    return {
      id, kind, name, forecast,
      facts: nodeFacts(kind, properties),
      date: text(properties['publishedOn']),
      status: text(properties['status']),
      disproofState: text(properties['disproofState']),
      degree: forecast.reduce((sum, group) => sum + group.count, 0),
    }
  })

  serve(router, neighborsEndpoint, async ({ param, query }) => {
    const { out, into } = wantedTypes(query.kinds, query.types)
    const { limit, offset } = query
    const row = await byIdOrAlias(graph, param('id'), async (id) => (await graph.run(neighbors, { id, out, into, all: query.kinds === undefined && query.types === undefined, limit, offset }))[0])
    const forecast = forecastOf(row.outgoing, row.incoming)
    const wanted = forecast.filter(({ type, direction }) => (direction === 'out' ? out : into).includes(type))
    const reasons = row.type.map((type, i) => readReasons(type, { basis: row.basis[i] ?? null, evidence: row.evidence[i] ?? null }, (row.outward[i] === true ? row.name[i] : row.rootName) ?? ''))
    const rejected = (out.includes('CARRIES') ? row.rejectedOut : 0) + (into.includes('CARRIES') ? row.rejectedIn : 0)
    return {
      subgraph: {
        nodes: {
          id: [row.rootId, ...row.id],
          kind: [row.rootKind, ...row.kind],
          name: [row.rootName, ...row.name],
          date: [row.rootDate, ...row.date],
          status: [row.rootStatus, ...row.status],
          disproofState: [row.rootDisproofState, ...row.disproofState],
          degree: [forecast.reduce((sum, group) => sum + group.count, 0), ...row.degree],
        },
        edges: {
          from: row.outward.map((outward, i) => (outward ? 0 : i + 1)),
          to: row.outward.map((outward, i) => (outward ? i + 1 : 0)),
          type: row.type,
          tier: row.tier,
          basis: reasons.map(({ basis }) => basis),
          why: reasons.map(({ why }) => why),
        },
      },
      reason: row.type.map((type, i) => neighborReason(type, row.outward[i] === true, reasons[i]?.why ?? '')),
      total: wanted.reduce((sum, group) => sum + group.count, 0) - rejected,
    }
  })

  serve(router, edgeEndpoint, async ({ query: { from, to, type } }) => {
    const row = (await graph.run(edge, { from, to, type }))[0] ?? (await edgeUnderAliases(graph, from, to, type))
    if (row === undefined) throw new NotFoundError(`“${from}” and “${to}” are not joined by an edge ${type} in this graph.`)
    const { basis, evidence } = readReasons(row.type, row, row.toName)
    return {
      from: { id: row.fromId, kind: row.fromKind, name: row.fromName },
      to: { id: row.toId, kind: row.toKind, name: row.toName },
      type: row.type,
      tier: row.tier,
      basis,
      evidence,
      version: row.version,
    }
  })
}
