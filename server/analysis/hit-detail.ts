import { kindDefinition, type NodeKind } from '#graph-schema/node-kinds/index.ts'

/** What is known of a hit besides its name. */
export interface HitFacts {
  kind: NodeKind
  status: string | null
  /** Definition, domain, address, code or sort, whichever the kind has. */
  hint: string | null
  /** Name of the head narrative or of the outlet family. */
  parent: string | null
  outlets: readonly string[]
}

const longest = 140

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}

const statusWords: Readonly<Record<string, string>> = {
  'known-by-title': 'known by its title only, not imported yet',
  withdrawn: 'withdrawn by the source',
  corrected: 'corrected by the source',
}

/** One line of plain text that tells hits of the same name apart. */
export function hitDetail(facts: HitFacts): string {
  const { kind, hint, parent } = facts
  switch (kind) {
    case 'Case': {
      const status = statusWords[facts.status ?? '']
      const appeared = facts.outlets.length > 0 ? `appeared in ${facts.outlets.join(', ')}` : 'outlet not recorded'
      return cut(status === undefined ? appeared : `${status}; ${appeared}`)
    }
    case 'Narrative':
      return cut([parent === null ? 'head narrative' : `a form of ${parent}`, hint ?? ''].filter((part) => part !== '').join(': '))
    case 'Outlet':
      return cut([parent === null ? 'outlet' : `outlet of the family ${parent}`, hint ?? ''].filter((part) => part !== '').join(', '))
    case 'Keyword':
      return hint === null ? 'keyword' : `keyword, ${hint}`
    case 'Country':
      return hint === null ? 'region' : `country, ${hint}`
    case 'Topic':
    case 'Issue':
    case 'Language':
    case 'Source':
    case 'Technique': {
      const word = kindDefinition(kind).words.one
      return cut(hint === null ? word : `${word}, ${hint}`)
    }
  }
}
