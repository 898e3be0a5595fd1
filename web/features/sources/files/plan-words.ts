import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import type { SelectOption } from '#web/ui/select-field.tsx'

export const encodingOptions: readonly SelectOption<ReadPlanChoice['encoding']>[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16, little endian' },
  { value: 'utf-16be', label: 'UTF-16, big endian' },
  { value: 'windows-1251', label: 'Windows-1251 (Cyrillic)' },
  { value: 'windows-1252', label: 'Windows-1252 (Western)' },
]

export const delimiterOptions: readonly SelectOption<',' | ';' | '\t' | '|'>[] = [
  { value: ',', label: 'comma  ,' },
  { value: ';', label: 'semicolon  ;' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar  |' },
]

export const dateOrderOptions: readonly SelectOption<NonNullable<ReadPlanChoice['dateOrder']> | 'file'>[] = [
  { value: 'file', label: 'as the whole file shows' },
  { value: 'dmy', label: 'day first: 03/04 is 3 April' },
  { value: 'mdy', label: 'month first: 03/04 is 4 March' },
  { value: 'ymd', label: 'year first' },
]

/** Bytes for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`
}

/** A count with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** Formats whose form says all that a reader needs; the mapped ones ask for columns. */
export function planWithFormat(plan: ReadPlanChoice | null, format: string): ReadPlanChoice {
  const isMapped = format.startsWith('mapped-')
  const isTable = format.endsWith('-csv')
  const before = plan ?? { format, encoding: 'utf-8', isGzip: false, delimiter: null, mapping: null, dateOrder: null, source: null, keepsReporters: false }
  return { ...before, format, delimiter: isTable ? (before.delimiter ?? ',') : null, mapping: isMapped ? (before.mapping ?? {}) : null }
}
