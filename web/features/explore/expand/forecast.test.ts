import { describe, expect, it } from 'vitest'
import { addNodes } from '#web/exploration/content-actions.ts'
import { emptyState } from '#web/exploration/state.ts'
import { wideGraph } from '#web/exploration/test-graph.ts'
import { countedForecast, exactForecast } from './forecast.ts'

const graph = wideGraph()
const narrative = 'narrative:n0'
const around = graph.neighbors(narrative)
const here = around.slice(0, 4)
const state = addNodes(emptyState, graph.brought([narrative, ...here]), [narrative, ...here])

describe('the forecast', () => {
  it('counts what is new and what is here, exactly or by the counts of the graph', () => {
    const columns = graph.subgraph([narrative, ...around]).nodes
    const ordered = [columns.id.indexOf(narrative), ...columns.id.keys()].filter((at, index, all) => all.indexOf(at) === index)
    const sorted = {
      id: ordered.map((at) => columns.id[at] ?? ''),
      kind: ordered.map((at) => columns.kind[at] ?? 'Case'),
      name: ordered.map((at) => columns.name[at] ?? ''),
      date: ordered.map((at) => columns.date[at] ?? null),
      status: ordered.map((at) => columns.status[at] ?? null),
      disproofState: ordered.map((at) => columns.disproofState[at] ?? null),
      degree: ordered.map((at) => columns.degree[at] ?? 0),
    }
    const expected = [{ kind: 'Case', fresh: around.length - 4, here: 4 }]
    expect(exactForecast(sorted, state)).toEqual(expected)
    expect(countedForecast([{ type: 'CARRIES', direction: 'in', kind: 'Case', count: around.length }], narrative, state)).toEqual(expected)
  })
})
