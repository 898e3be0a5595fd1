import type { Counted } from '#graph-schema/api/narratives.ts'

const units = { cases: { one: 'case', many: 'cases' }, claims: { one: 'distinct claim', many: 'distinct claims' } } as const

/** What is counted, for many of them: “cases”, “distinct claims”. */
export function manyOf(counted: Counted): string {
  return units[counted].many
}

/** A number with what it counts, as “1 case” or “1,204 distinct claims”; `which` stands between the two. */
export function countOf(count: number, counted: Counted, which = ''): string {
  const { one, many } = units[counted]
  return `${count.toLocaleString('en')} ${which === '' ? '' : `${which} `}${count === 1 ? one : many}`
}
