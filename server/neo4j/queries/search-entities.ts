import { z } from 'zod'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { defineQuery } from '../define-query.ts'
import { nodeColumnsRow } from './row-parts.ts'

/**
 * One page of what the full-text index finds, in columns, with the number of hits of each kind. Nodes whose name begins with the query
 * come first, the shortest name before the longer (so an equal name leads), narratives before keywords of the same name; then by the
 * index's own score. A case's title counts as its name from three words on: hundreds of titles begin with “Ukraine”, which says nothing, and reading a
 * thousand long texts to learn it was most of the query's time. All others come as the index gives them, best first; only the leading ones are sorted. With typing errors a name of as many words as the query stands in for an equal one.
 * Looks at `lookAt` hits at most, inside the procedure, so that Lucene stops early; one row, always.
 */
export const searchEntities = defineQuery({
  name: 'searchEntities',
  cypher: `
    CALL db.index.fulltext.queryNodes('entity_search', $lucene, {limit: $lookAt}) YIELD node, score
    WITH node, score, head([label IN labels(node) WHERE label <> 'Entity']) AS kind, ($words > 2 OR NOT node:Case) AND node.searchText STARTS WITH $folded AS begins
    WITH node, score, kind, begins, begins OR ($forgiving AND size(split(node.name, ' ')) = $words) AS leads, $kinds IS NULL OR kind IN $kinds AS wanted
    WITH collect(kind) AS kinds,
      collect(CASE WHEN wanted AND leads THEN {node: node, begins: begins, isNarrative: kind = 'Narrative', score: score} END) AS leading,
      collect(CASE WHEN wanted AND NOT leads THEN node END) AS others
    CALL {
      WITH leading
      UNWIND leading AS one
      WITH one ORDER BY CASE WHEN one.begins THEN size(one.node.name) ELSE 0 END, one.isNarrative DESC, one.score DESC, one.node
      RETURN collect(one.node) AS first
    }
    CALL {
      WITH kinds
      UNWIND kinds AS kind
      WITH kind, count(*) AS count
      RETURN collect(kind) AS countedKinds, collect(count) AS counts
    }
    WITH size(kinds) AS lookedAt, countedKinds, counts, size(first) + size(others) AS total, (first + others)[$offset..$offset + $limit] AS page
    RETURN lookedAt, countedKinds, counts, total,
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
    kinds: z.array(nodeKindSchema).nullable(),
    offset: z.int(),
    limit: z.int(),
  }),
  row: z.strictObject({
    lookedAt: z.int(),
    /** The kinds found, and how many of each. */
    countedKinds: z.array(nodeKindSchema),
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
