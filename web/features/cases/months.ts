/** A month with its days and cases. */
export interface Month {
  key: string
  from: string
  to: string
  count: number
}

function lastDay(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${day}`.padStart(2, '0')
}

/** Every month from the first to the last with cases, those without any among them. */
export function allMonths(counted: readonly { month: string; count: number }[]): Month[] {
  const counts = new Map(counted.map((entry) => [entry.month, entry.count]))
  const keys = [...counts.keys()].filter((key) => /^\d{4}-\d{2}$/u.test(key)).sort()
  const [first, last] = [keys[0], keys.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: Month[] = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))]
  for (;;) {
    const key = `${year}-${`${month}`.padStart(2, '0')}`
    months.push({ key, from: `${key}-01`, to: `${key}-${lastDay(year, month)}`, count: counts.get(key) ?? 0 })
    if (key >= last) return months
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}

/** The window that covers two months and all between, in either order. */
export function windowOf(months: readonly Month[], one: number, other: number): { from: string; to: string } | null {
  const [first, last] = [months[Math.min(one, other)], months[Math.max(one, other)]]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** Whether a month touches the window. */
export function touches(month: Month, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || month.to >= from) && (to === undefined || month.from <= to)
}
