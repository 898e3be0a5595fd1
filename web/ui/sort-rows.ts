/** What rows are ordered by. */
export type SortKey = string | number | null

/** Rows in a new order; equal rows keep theirs, and rows without a key stand last whatever the direction. */
export function sortRows<Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, descending: boolean): Row[] {
  const sign = descending ? -1 : 1
  return [...rows].sort((left, right) => {
    const a = keyOf(left)
    const b = keyOf(right)
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * `${a}`.localeCompare(`${b}`, 'en')
  })
}
