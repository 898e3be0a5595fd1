import { describe, expect, it } from 'vitest'
import { edgesAround, otherEnd, stepAround } from './walk-edges.ts'

const places = new Map([
  ['hub', { x: 0, y: 0 }],
  ['north', { x: 0, y: -50 }],
  ['east', { x: 80, y: 0 }],
  ['south', { x: 0, y: 30 }],
  ['west', { x: -20, y: -1 }],
])
const edge = (from: string, to: string) => ({ id: `${from}>${to}`, from, to })
const edges = [edge('west', 'hub'), edge('hub', 'south'), edge('north', 'hub'), edge('hub', 'east'), edge('north', 'east'), edge('hub', 'nowhere')]

describe('edgesAround', () => {
  it('goes round a node clockwise from twelve, whichever way an edge points, and leaves out what is not drawn', () => {
    expect(edgesAround('hub', edges, places)).toEqual(['north>hub', 'hub>east', 'hub>south', 'west>hub'])
  })
  it('knows nothing of a node without a place', () => {
    expect(edgesAround('nowhere', edges, places)).toEqual([])
  })
})

describe('stepAround', () => {
  it('goes on and back, round and round', () => {
    const around = edgesAround('hub', edges, places)
    expect(stepAround(around, null, 1)).toBe('north>hub')
    expect(stepAround(around, null, -1)).toBe('west>hub')
    expect(stepAround(around, 'west>hub', 1)).toBe('north>hub')
    expect(stepAround(around, 'north>hub', -1)).toBe('west>hub')
    expect(stepAround([], null, 1)).toBeNull()
  })
})

it('otherEnd', () => {
  expect(otherEnd(edge('a', 'b'), 'a')).toBe('b')
  expect(otherEnd(edge('a', 'b'), 'b')).toBe('a')
})
