import type { Cell } from './row-values.ts'
import type { JsonObject } from './sniff-json.ts'

/** An object with more values, or deeper ones, is kept as the text it is from there on. */
const mostValues = 1000
const deepestPath = 8

/** The values of an object under their paths (`review.rating.name`; lists are gone through without a number), as text. */
export function flatten(object: JsonObject): Map<string, string[]> {
  const flat = new Map<string, string[]>()
  let count = 0
  function add(path: string, value: string): void {
    count += 1
    const before = flat.get(path)
    if (before === undefined) flat.set(path, [value])
    else before.push(value)
  }
  function walk(path: string, value: unknown, depth: number): void {
    if (value === null || value === undefined) return
    if (typeof value === 'string') add(path, value)
    else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') add(path, String(value))
    else if (depth >= deepestPath || count >= mostValues) add(path, JSON.stringify(value))
    else if (Array.isArray(value)) for (const each of value) walk(path, each, depth + 1)
    else for (const [key, each] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, each, depth + 1)
  }
  walk('', object, 0)
  return flat
}

/** The values as they stood, for provenance: a text a path, several in lines. */
export function rawOf(flat: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...flat].map(([path, values]) => [path, values.join('\n')]))
}

/** The values under a path as cells: several are a list already, one may be a list in one text. */
export function cellsAt(flat: ReadonlyMap<string, readonly string[]>, path: string): Cell[] {
  const values = flat.get(path) ?? []
  return values.map((value) => ({ column: path, value, isOne: values.length > 1 }))
}
