import type { Inferred } from '#graph-schema/read-result.ts'

/** More cited sources than these in one disproof are a list of links, not an argument. */
const mostSources = 50

/** A title in quotes right behind the word for what it is: “our past analysis: ‘…’”, “LRT's publication ‘…’”. */
const quotedTitle = /\b(?:analys[ie]s|publication|article|report|study|investigation|paper|fact-?check|debunk(?:ing)?)\b[:,]?\s{0,2}["“”„«]([^"“”„«»\n]{5,300})["“”»]/giu

const address = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"“”«»()]{3,1000}/giu

/** The publications that a disproof cites: by the title quoted there or by their address, in the order of the text. */
export function citedSources(disproof: string): Inferred[] {
  const found: Inferred[] = []
  const seen = new Set<string>()
  function add(text: string, start: number): void {
    const trimmed = text.trimStart()
    const from = start + text.length - trimmed.length
    const value = trimmed.replace(/[\s.,;:!]{1,20}$/u, '')
    if (value.length < 5 || seen.has(value) || found.length >= mostSources) return
    seen.add(value)
    found.push({ field: 'source', value, in: 'disproof', text: value, start: from, end: from + value.length })
  }
  for (const { 0: whole, 1: title, index } of disproof.matchAll(quotedTitle)) {
    if (title !== undefined) add(title, index + whole.length - 1 - title.length)
  }
  for (const { 0: text, index } of disproof.matchAll(address)) add(text, index)
  return found.toSorted((a, b) => a.start - b.start)
}
