import { kindDefinition, type NodeKind } from '#graph-schema/node-kinds/index.ts'

/** Shown in their own place, or of use to the program only. */
const notFacts = new Set(['claim', 'claimOrigin', 'disproof', 'disproofOrigin', 'disproofState', 'titleKey', 'position', 'publishedOn', 'status'])

/** Words for properties whose name in code says it badly; any other is taken apart at its capitals. */
const labels: Readonly<Record<string, string>> = {
  url: 'address',
  sourceUrl: 'source',
  source: 'published by',
  code: 'code',
  disarmId: 'DISARM id',
  keywordType: 'names a',
  isRegion: 'historic or supra-national region',
  aliases: 'also called',
}

function labelOf(property: string): string {
  return labels[property] ?? property.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}

/** Words for values that are codes. */
const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { level: { head: 'head narrative', sub: 'sub-narrative' } }

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== '').join(', ')
  return ''
}

function wordsOf(property: string, text: string): string {
  return valueWords[property]?.[text] ?? text
}

/** A node's own facts as label and text pairs, in the order in which its kind declares them. Empty values and a plain "no" are left out. */
export function nodeFacts(kind: NodeKind, properties: Readonly<Record<string, unknown>>): { label: string; value: string }[] {
  return Object.keys(kindDefinition(kind).properties.shape)
    .filter((property) => !notFacts.has(property) && !(kind === 'Case' && property === 'aliases'))
    .map((property) => ({ label: labelOf(property), value: wordsOf(property, textOf(properties[property])) }))
    .filter(({ value }) => value !== '')
}
