/** The set with the items; the same set if it holds them all. */
export function withItems<Item>(set: ReadonlySet<Item>, items: Iterable<Item>): ReadonlySet<Item> {
  let next: Set<Item> | null = null
  for (const item of items) {
    if (set.has(item)) continue
    next ??= new Set(set)
    next.add(item)
  }
  return next ?? set
}

/** The set without the items; the same set if it holds none of them. */
export function withoutItems<Item>(set: ReadonlySet<Item>, items: Iterable<Item>): ReadonlySet<Item> {
  let next: Set<Item> | null = null
  for (const item of items) {
    if (!set.has(item)) continue
    next ??= new Set(set)
    next.delete(item)
  }
  return next ?? set
}

/** The map without the keys; the same map if it holds none of them. */
export function withoutKeys<Key, Value>(map: ReadonlyMap<Key, Value>, keys: Iterable<Key>): ReadonlyMap<Key, Value> {
  let next: Map<Key, Value> | null = null
  for (const key of keys) {
    if (!map.has(key)) continue
    next ??= new Map(map)
    next.delete(key)
  }
  return next ?? map
}

/** Both hold the same items, in whatever order. */
export function sameItems<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}
