import neo4j from 'neo4j-driver'

/**
 * Driver values as plain JavaScript: integers to numbers, dates and date-times to ISO text, lists and maps within.
 * Nodes, relationships and paths are refused: queries return what they need by name, so that internal ids never leave the server.
 */
export function toPlain(value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return typeof value === 'bigint' ? Number(value) : value
  if (neo4j.isInt(value)) return value.toNumber()
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString()
  if (Array.isArray(value)) return value.map(toPlain)
  if (neo4j.isNode(value) || neo4j.isRelationship(value) || neo4j.isPath(value)) {
    throw new TypeError('A query returned a graph object; return its properties by name')
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]))
}
