import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { luceneSearch } from '#server/analysis/lucene-query.ts'
import type { Bare } from './bare.ts'
import { inTurn, type Sides } from './measure.ts'


/** As often is asked before anything counts: until the compilers of both processes have seen each question often enough to make fast code of it. */
const warming = 500
const rounds = 5
const callsPerRound = 320

const queries = ['ukraine', 'colour rev', 'nato expansion', 'syria chemical', 'maidan', 'biolab', 'sputnik', 'deep sta']
const nodes = ['narrative:colour-revolutions', 'country:UA', 'keyword:nato', 'narrative:deep-state', 'country:PL', 'outlet:sputnik']

/** The procedure with the columns that our answer has: the first twenty hits, each with what is shown of it, and how many there are of each kind. */
const searchSameColumns = `
  CALL db.index.fulltext.queryNodes('entity_search', $q, {limit: 1001}) YIELD node, score
  WITH collect(node) AS nodes, collect(score) AS scores
  WITH nodes, scores, [kind IN $kinds | size([n IN nodes WHERE kind IN labels(n)])] AS counts
  UNWIND range(0, size(nodes[..20]) - 1) AS i
  WITH nodes[i] AS n, scores[i] AS score, counts, size(nodes) AS total
  RETURN n.id AS id, labels(n) AS labels, n.name AS name, toString(n.publishedOn) AS date, n.status AS status, n.disproofState AS disproofState,
    COUNT { (n)--() } AS degree, coalesce(n.definition, n.domain, n.url, n.disarmId, n.keywordType, n.code) AS hint,
    head([(n)-[:SUBNARRATIVE_OF|BELONGS_TO]->(parent) | parent.name]) AS parent, [(n)-[:APPEARED_IN]->(outlet) | outlet.name][..3] AS outlets, score, counts, total`

/** The first twenty hits as they come and nothing else. */
const searchHitsAlone = `
  CALL db.index.fulltext.queryNodes('entity_search', $q, {limit: 1001}) YIELD node, score
  RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.publishedOn AS date, node.disproofState AS disproofState,
    COUNT { (node)--() } AS degree, coalesce(node.definition, node.domain, node.url, node.code) AS hint, score LIMIT 20`

const expandSameColumns = `
  MATCH (s:Entity {id: $id})-[r]-(n:Entity)
  WITH s, r, n, COUNT { (n)--() } AS degree ORDER BY r.tier, degree, n.publishedOn DESC, n.id LIMIT 50
  RETURN n.id AS id, labels(n) AS labels, n.name AS name, toString(n.publishedOn) AS date, n.status AS status, n.disproofState AS disproofState, degree,
    type(r) AS type, r.tier AS tier, r.basis AS basis, r.evidence AS evidence, startNode(r) = s AS out`

/** Search and expansion over HTTP against the bare driver, in turn, in rounds. */
export async function benchRequests(bare: Bare, get: (at: string) => Promise<void>): Promise<{ search: Sides[]; searchBare: Sides[]; expand: Sides[] }> {
  const kinds = domainKinds.map(({ kind }) => kind)
  const asked = <Item>(items: readonly Item[]) => {
    let [ours, theirs] = [0, 0]
    return { ours: () => items[ours++ % items.length], bare: () => items[theirs++ % items.length] }
  }
  const inRounds = async (ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<Sides[]> => {
    await inTurn(warming, ours, theirs)
    const measured: Sides[] = []
    while (measured.length < rounds) measured.push(await inTurn(callsPerRound, ours, theirs))
    return measured
  }
  const search = async (cypher: string) => {
    const turn = asked(queries)
    return inRounds(
      () => get(`/api/search?q=${encodeURIComponent(turn.ours() ?? '')}&limit=20`),
      () => bare.read(cypher, { q: luceneSearch(turn.bare() ?? '')?.strict ?? '', ...(cypher === searchSameColumns ? { kinds } : {}) }),
    )
  }
  const turn = asked(nodes)
  return {
    search: await search(searchSameColumns),
    searchBare: await search(searchHitsAlone),
    expand: await inRounds(() => get(`/api/nodes/${encodeURIComponent(turn.ours() ?? '')}/neighbors?limit=50`), () => bare.read(expandSameColumns, { id: turn.bare() ?? '' })),
  }
}
