import { z } from 'zod'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { defineQuery } from '../define-query.ts'
import { nodeColumnsRow } from './row-parts.ts'

/**
 * One page of what the full-text index finds, in columns, with the number of hits of each kind. Nodes whose name begins with the query
 * come first, the shortest name before the longer (so an equal name leads), narratives before keywords of the same name; then by the
 * index's own score. A case's title counts as its name from three words on: hundreds of titles begin with “Ukraine”, which says nothing, and reading a
 * thousand long texts to learn it was most of the query's time. What is equal in all of that comes in the order of the graph. With typing errors a name of as many words as the query stands in for an equal one.
 * Looks at `lookAt` hits at most, inside the procedure, so that Lucene stops early; one row, always.
 */
export const searchEntities = defineQuery({
  name: 'searchEntities',
  cypher: `
    CALL db.index.fulltext.queryNodes('entity_search', $lucene, {limit: $lookAt}) YIELD node, score
    WITH node, score, head([label IN labels(node) WHERE label <> 'Entity']) AS kind, ($words > 2 OR NOT node:Case) AND node.searchText STARTS WITH $folded AS begins
    WITH node, score, kind, begins, begins OR ($forgiving AND size(split(node.name, ' ')) = $words) AS leads
    ORDER BY leads DESC, CASE WHEN begins THEN size(node.name) ELSE 0 END, leads AND kind = 'Narrative' DESC, score DESC, node
    WITH collect(node) AS nodes, collect(kind) AS kinds
    WITH size(nodes) AS lookedAt,
      [kind IN $allKinds | size([found IN kinds WHERE found = kind])] AS counts,
      CASE WHEN $kinds IS NULL THEN nodes ELSE [i IN range(0, size(nodes) - 1) WHERE kinds[i] IN $kinds | nodes[i]] END AS hits
    WITH lookedAt, counts, size(hits) AS total, hits[$offset..$offset + $limit] AS page
    RETURN lookedAt, counts, total,
      [n IN page | n.id] AS id,
      [n IN page | head([label IN labels(n) WHERE label <> 'Entity'])] AS kind,
      [n IN page | n.name] AS name,
      [n IN page | toString(n.publishedOn)] AS date,
      [n IN page | n.status] AS status,
      [n IN page | n.disproofState] AS disproofState,
      [n IN page | COUNT { (n)--() } - COUNT { (n)-[:IMPORTED_BY]-() }] AS degree,
      [n IN page | coalesce(n.definition, n.domain, n.url, n.disarmId, n.keywordType, n.code)] AS hint,
      [n IN page | head([(n)-[:SUBNARRATIVE_OF|BELONGS_TO]->(parent) | parent.name])] AS parent,
      [n IN page | [(n)-[:APPEARED_IN]->(outlet) | outlet.name][..3]] AS outlets,
      [n IN page | (' ' + n.searchText + ' ') CONTAINS $lastWord] AS wholeWords
  `,
  params: z.strictObject({
    lucene: z.string(),
    /** The folded query. */
    folded: z.string(),
    /** How many words it has. */
    words: z.int(),
    /** The search allows typing errors. */
    forgiving: z.boolean(),
    /** The folded query's last word between two spaces. */
    lastWord: z.string(),
    lookAt: z.int(),
    allKinds: z.array(nodeKindSchema),
    kinds: z.array(nodeKindSchema).nullable(),
    offset: z.int(),
    limit: z.int(),
  }),
  row: z.strictObject({
    lookedAt: z.int(),
    /** One entry a kind of `allKinds`. */
    counts: z.array(z.int()),
    total: z.int(),
    ...nodeColumnsRow,
    hint: z.array(z.string().nullable()),
    parent: z.array(z.string().nullable()),
    outlets: z.array(z.array(z.string())),
    wholeWords: z.array(z.boolean()),
  }),
  timeoutMs: 10_000,
})
