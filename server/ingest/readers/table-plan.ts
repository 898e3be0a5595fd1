import type { FileHead, ReadPlan } from './reader.ts'

/** The plan that the beginning of a file suggests, with what a format adds. */
export function planFor(head: FileHead, format: string, more: Partial<Pick<ReadPlan, 'delimiter' | 'mapping' | 'dateOrder' | 'source'>> = {}): ReadPlan {
  return { format, encoding: head.encoding, isGzip: head.isGzip, delimiter: null, mapping: null, dateOrder: null, source: null, keepsReporters: false, ...more }
}

