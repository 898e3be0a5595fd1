import type { Basis, Evidence, Tier } from '#graph-schema/evidence.ts'
import { fold } from '#graph-schema/fold.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { edgeDefinition, type EdgeType } from '#graph-schema/relationships.ts'
import { randomFrom } from '#tests/builders/synthetic-records.ts'

export interface SyntheticNode {
  id: string
  kind: NodeKind
  name: string
  properties: Record<string, string | number | boolean | string[] | null>
}

export interface SyntheticEdge {
  type: EdgeType
  from: string
  to: string
  basis: Basis
  tier: Tier | null
  evidence: Evidence[]
}

/** A graph as plain lists: what the tests write, and what they hold the answers against. Everything in it is made up and says so. */
export interface SyntheticGraph {
  nodes: SyntheticNode[]
  edges: SyntheticEdge[]
  /** Case id → ids of the batches that brought it. */
  importedBy: Map<string, string[]>
}

export const completeBatch = 'batch:synthetic-complete'
export const selectedBatch = 'batch:synthetic-selected'

const subjects = ['harvest', 'railway', 'museum', 'Łódź bridge', 'Киев weather', 'lighthouse', 'orchestra']
const tiers: Tier[] = ['pattern', 'pattern', 'source-tag', 'source-tag', 'corroborated', 'accepted', 'suggested', 'rejected']

const basisOfTier: Record<Tier, Basis> = {
  accepted: 'person', rejected: 'person', corroborated: 'rule', pattern: 'rule', 'source-tag': 'keyword', suggested: 'inferred',
}

/** A made-up graph with every kind, edge type, tier and status in it; the same for the same seed. A few countries are on most cases, keywords thin out. */
export function syntheticGraph(caseCount = 240, seed = 7): SyntheticGraph {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const nodes: SyntheticNode[] = []
  const edges = new Map<string, SyntheticEdge>()
  const importedBy = new Map<string, string[]>()
  const searchText = (...parts: string[]) => fold(parts.join(' '))

  const add = (kind: NodeKind, id: string, name: string, properties: SyntheticNode['properties'] = {}, ...searchable: string[]) => {
    nodes.push({ id, kind, name, properties: { ...properties, searchText: searchText(name, ...searchable) } })
  }
  const join = (type: EdgeType, from: string, to: string, more: Partial<SyntheticEdge> = {}) => {
    const { field } = edgeDefinition(type)
    const evidence: Evidence[] = field === null ? [{ kind: 'taxonomy', note: 'Synthetic taxonomy.', version: 'synthetic 1' }] : [{ kind: 'stated', field, value: null }]
    edges.set(`${from} ${type} ${to}`, { type, from, to, basis: 'stated', tier: null, evidence, ...more })
  }

  for (let n = 0; n < 12; n += 1) add('Country', n < 9 ? `country:${String.fromCodePoint(65 + n)}X` : `region:synthetic-${String(n)}`, `Synthetia ${String(n)}`, { code: n < 9 ? `${String.fromCodePoint(65 + n)}X` : null, isRegion: n >= 9, aliases: [] })
  for (let n = 0; n < 3; n += 1) add('Language', `language:x${String(n)}`, `Synthetish ${String(n)}`, { code: `x${String(n)}` })
  for (let n = 0; n < 20; n += 1) add('Issue', `issue:${String(100 + n)}`, `Issue ${String(100 + n)}`, { number: 100 + n })
  for (let n = 0; n < 4; n += 1) add('Topic', `topic:synthetic-${String(n)}`, `Synthetic topic ${String(n)}`, { aliases: [] })
  for (let n = 0; n < 60; n += 1) add('Keyword', `keyword:synthetic-${String(n)}`, `Synthetic keyword ${String(n)}`, { keywordType: n % 2 === 0 ? 'theme' : null, aliases: [] })
  for (let n = 0; n < 30; n += 1) add('Outlet', `outlet:synthetic-${String(n)}`, `Synthetic outlet ${String(n)}`, { domain: n % 2 === 0 ? `outlet-${String(n)}.example.org` : null, aliases: [] })
  add('Technique', 'technique:t0001', 'Synthetic technique', { disarmId: 'T0001' })
  for (let n = 0; n < 8; n += 1) {
    const head = n < 2 || n === 7
    add('Narrative', `narrative:synthetic-${String(n)}`, `Synthetic narrative ${String(n)}`, { definition: `A made-up narrative about the ${subjects[n % subjects.length] ?? ''}.`, level: head ? 'head' : 'sub', aliases: [`form ${String(n)}`], polyNarrative: n === 2 ? ['URW: Discrediting Ukraine'] : [], position: n }, `made up narrative about the ${subjects[n % subjects.length] ?? ''}`)
  }
  const taxonomy = { basis: 'taxonomy' as const }
  for (let n = 2; n < 7; n += 1) join('SUBNARRATIVE_OF', `narrative:synthetic-${String(n)}`, `narrative:synthetic-${String(n % 2)}`, taxonomy)
  for (let n = 3; n < 12; n += 1) join('BELONGS_TO', `outlet:synthetic-${String(n)}`, `outlet:synthetic-${String(n % 3)}`, taxonomy)
  for (let n = 0; n < 8; n += 1) join('PART_OF', `keyword:synthetic-${String(n)}`, `topic:synthetic-${String(n % 4)}`, taxonomy)
  for (let n = 0; n < 8; n += 1) join('INDICATES', `keyword:synthetic-${String(n)}`, `narrative:synthetic-${String(n)}`, taxonomy)
  join('USES_TECHNIQUE', 'narrative:synthetic-2', 'technique:t0001', taxonomy)

  const caseId = (n: number) => `case:synthetic/${String(n).padStart(4, '0')}`
  for (let n = 0; n < caseCount; n += 1) {
    const id = caseId(n)
    const status = n % 29 === 28 ? 'withdrawn' : n % 23 === 22 ? 'known-by-title' : n % 17 === 16 ? 'corrected' : 'active'
    const disproofState = status === 'known-by-title' || n % 3 === 0 ? 'missing' : n % 3 === 1 ? 'thin' : 'full'
    const title = `Synthetic claim ${String(n)} about the ${subjects[n % subjects.length] ?? ''}`
    const claim = `It is claimed, in this made-up text, that the ${subjects[(n + 2) % subjects.length] ?? ''} is not what it seems.`
    add('Case', id, title, {
      claim: status === 'known-by-title' ? null : claim,
      claimOrigin: status === 'known-by-title' ? null : 'paraphrase',
      disproof: disproofState === 'missing' ? null : 'None of this exists outside the test.',
      disproofOrigin: disproofState === 'missing' ? null : 'paraphrase',
      disproofState,
      publishedOn: n % 31 === 30 ? null : `2019-${String(1 + (n % 8)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`,
      sourceUrl: n % 2 === 0 ? `https://example.org/report/${String(n)}/` : null,
      source: 'synthetic',
      status,
      titleKey: `synthetic-claim-${String(n)}`,
      aliases: [`case:synthetic/alias-${String(n)}`, `case:synthetic/other-${String(n)}`],
    }, status === 'known-by-title' ? '' : claim)
    if (status === 'known-by-title') continue

    importedBy.set(id, n < caseCount * 0.6 ? (n % 4 === 0 ? [completeBatch, selectedBatch] : [completeBatch]) : [selectedBatch])
    if (random() < 0.85) join('DISCUSSES', id, 'country:AX')
    for (let k = below(3); k >= 0; k -= 1) join('DISCUSSES', id, `country:${String.fromCodePoint(65 + below(9))}X`)
    if (n % 10 === 0) join('DISCUSSES', id, `region:synthetic-${String(9 + below(3))}`, { basis: 'inferred', evidence: [{ kind: 'match', rule: 'country-name', in: 'title', text: 'Synthetic', start: 0, end: 9 }] })
    join('IN_LANGUAGE', id, `language:x${String(random() < 0.8 ? 0 : 1 + below(2))}`)
    if (n % 5 !== 0) join('REPORTED_IN', id, `issue:${String(100 + Math.floor((n / caseCount) * 20))}`)
    for (let k = below(3); k >= 0; k -= 1) join('APPEARED_IN', id, `outlet:synthetic-${String(Math.floor(random() ** 2 * 30))}`, { evidence: [{ kind: 'stated', field: 'outlets', value: null }, { kind: 'publication', url: 'https://example.org/page', archiveUrl: null }] })
    for (let k = 1 + below(4); k > 0; k -= 1) join('TAGGED_WITH', id, `keyword:synthetic-${String(Math.floor(random() ** 2 * 60))}`)
    if (n % 4 === 1) join('ABOUT', id, `topic:synthetic-${String(below(4))}`, { basis: 'keyword' })
    for (let k = below(3); k > 0; k -= 1) {
      const tier = tiers[below(tiers.length)] ?? 'pattern'
      join('CARRIES', id, `narrative:synthetic-${String(below(8))}`, {
        tier, basis: basisOfTier[tier],
        evidence: [{ kind: 'match', rule: 'synthetic*', in: 'title', text: 'Synthetic', start: 0, end: 9 }, { kind: 'keyword', keyword: 'Synthetic keyword 1' }],
      })
    }
    if (n % 6 === 0 && n > 0) join('REFERS_TO', id, caseId(below(n)), { basis: 'reference', evidence: [{ kind: 'quote', in: 'disproof', text: 'See also the synthetic case.', start: 0, end: 28 }] })
    if (n % 40 === 39) join('REPEATS', id, caseId(n - 1), { basis: 'inferred' })
    if (n % 12 === 0) {
      add('Source', `source:example.org/${String(n)}`, `Synthetic source ${String(n)}`, { url: `https://example.org/source/${String(n)}` })
      join('CITES', id, `source:example.org/${String(n)}`)
    }
  }
  for (const name of ['Museum', 'Museum of synthetic and otherwise made up things with a long name', 'The museum museum museum']) add('Keyword', `keyword:${fold(name).replaceAll(' ', '-')}`, name, { keywordType: null, aliases: [] })
  // A keyword and a narrative may bear the same name, as “Colour revolutions” do.
  add('Keyword', 'keyword:synthetic-namesake', 'Synthetic narrative 3', { keywordType: null, aliases: [] })
  // An island: nothing leads here.
  add('Keyword', 'keyword:synthetic-island', 'Synthetic island', { keywordType: null, aliases: [] })
  return { nodes, edges: [...edges.values()], importedBy }
}
