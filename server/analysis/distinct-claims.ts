import { type CountedCase, surer } from './counted-cases.ts'

const earlier = (a: CountedCase, b: CountedCase): number => (a.date === b.date ? 0 : a.date === null ? 1 : b.date === null || a.date < b.date ? -1 : 1)

/** Several cases of one claim as one: of the earliest, with all narratives that any of them carries, each with its surest tier. */
function united(cases: readonly CountedCase[]): CountedCase | undefined {
  const [first, ...rest] = [...cases].sort(earlier)
  if (first === undefined || rest.length === 0) return first
  const carried = new Map(first.carried)
  for (const one of rest) for (const [position, tier] of one.carried) carried.set(position, surer(carried.get(position), tier))
  return { ...first, issue: first.issue ?? rest.find(({ issue }) => issue !== null)?.issue ?? null, carried }
}

/**
 * Distinct claims: cases that repeat one another, directly or over a third one, are one claim, told on the day of its earliest case. What
 * repeats what is what the graph says by REPEATS. A claim whose earliest case stands in a selected sample stays a single dot, though a
 * complete corpus may hold another of its cases.
 */
export function distinctClaims(cases: readonly CountedCase[]): CountedCase[] {
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up
    leader.set(id, at)
    return at
  }
  for (const { repeats } of cases) {
    const [own, ...others] = repeats
    if (own === undefined) continue
    for (const other of others) leader.set(find(other), find(own))
  }
  const claims = new Map<string, CountedCase[]>()
  for (const [index, one] of cases.entries()) {
    const [own] = one.repeats
    const key = own === undefined ? `#${String(index)}` : find(own)
    const known = claims.get(key)
    if (known === undefined) claims.set(key, [one])
    else known.push(one)
  }
  return [...claims.values()].flatMap((of) => united(of) ?? [])
}
