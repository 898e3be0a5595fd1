import type { DateOrder } from '#graph-schema/case-fields.ts'
import { readDate } from './read-date.ts'

/** Days outside these years are slips of a pen or of a program. */
const firstYear = 1900
const lastYear = 2099

/** What a value says about the date it holds. */
export type DateReading = { date: string } | { date: null; why: 'ambiguous' | 'no-date' | 'out-of-range' }

const figures = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[T ,].*)?$/u

/** Which orders of day and month a date in figures allows; null for a date that does not depend on it. */
function ordersOf(value: string): readonly DateOrder[] | null {
  const found = figures.exec(value.trim().slice(0, 60).replace(/ ?([./-]) ?/gu, '$1'))
  if (found === null || (found[1] ?? '').length === 4 || (found[3] ?? '').length !== 4) return null
  const [first, second] = [Number(found[1]), Number(found[2])]
  if (first === second) return null
  const orders: DateOrder[] = []
  if (second <= 12 && first <= 31) orders.push('dmy')
  if (first <= 12 && second <= 31) orders.push('mdy')
  return orders
}

/**
 * A date as ISO. Years first, months by name and impossible orders (25/12/2019) need no help; 03/04/2019 is read only in the order
 * given, and is `ambiguous` without one. Dots mean day.month.year, as nobody writes them otherwise.
 */
export function readDateIn(value: string, order: DateOrder | null): DateReading {
  if (/^(?:19|20)\d{2}-\d{2}-\d{2}$/u.test(value)) {
    const iso = readDate(value)
    return iso === null ? { date: null, why: 'no-date' } : { date: iso }
  }
  const text = value.trim().replace(/ ?([./-]) ?(?=\d)/gu, '$1')
  const orders = ordersOf(text)
  const dotted = /^\d{1,2}\.\d{1,2}\.\d{4}/u.test(text)
  if (orders !== null && orders.length > 1 && !dotted && (order === null || order === 'ymd')) return { date: null, why: 'ambiguous' }
  const monthFirst = orders !== null && !dotted && (orders.length === 1 ? orders[0] === 'mdy' : order === 'mdy')
  const [withoutTime = ''] = text.split(/[T ,](?=\d{1,2}:\d{2})/u, 1)
  const dayFirst = monthFirst ? withoutTime.replace(/^(\d{1,2})([./-])(\d{1,2})/u, '$3$2$1') : withoutTime
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/u.exec(dayFirst)
  const iso = yearFirst === null ? readDate(dayFirst) : readDate(`${yearFirst[1] ?? ''}-${(yearFirst[2] ?? '').padStart(2, '0')}-${(yearFirst[3] ?? '').padStart(2, '0')}`)
  if (iso === null) return { date: null, why: farYear.test(text) ? 'out-of-range' : 'no-date' }
  const year = Number(iso.slice(0, 4))
  return year < firstYear || year > lastYear ? { date: null, why: 'out-of-range' } : { date: iso }
}

/** A date in figures whose year is of another age. */
const farYear = /^(?:[+-]?\d{5,}|0\d{3}|1[0-8]\d{2})[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{5,}|0\d{3}|1[0-8]\d{2})(?!\d)/u

/** Watches the dates of a whole file: one that allows only one order decides for all, two that differ decide for none. */
export class DateOrderWatch {
  #dayFirst = 0
  #monthFirst = 0
  #ambiguous = 0

  see(value: string): void {
    const text = value.trim().replace(/ ?([./-]) ?(?=\d)/gu, '$1')
    if (/^\d{1,2}\.\d{1,2}\.\d{4}/u.test(text)) return
    const orders = ordersOf(text)
    if (orders === null) return
    if (orders.length > 1) this.#ambiguous += 1
    else if (orders[0] === 'dmy') this.#dayFirst += 1
    else if (orders[0] === 'mdy') this.#monthFirst += 1
  }

  /** The order that the file shows; `mixed` and `open` when it shows both or none, and some date depends on it. */
  verdict(): DateOrder | 'mixed' | 'open' | 'no-matter' {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return this.#ambiguous > 0 ? 'mixed' : 'no-matter'
    if (this.#dayFirst > 0) return 'dmy'
    if (this.#monthFirst > 0) return 'mdy'
    return this.#ambiguous > 0 ? 'open' : 'no-matter'
  }
}
