import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { defineQuery } from '#server/neo4j/define-query.ts'

const columns = { DISCUSSES: 'countries', IN_LANGUAGE: 'languages', TAGGED_WITH: 'keywords' } as const
type Counted = keyof typeof columns

/** Names of one thing in these three columns of posts.csv, found by reading all of them: “Spanish; Castilian” was taken apart at the plus, the others are spelled in two ways. */
const sameAs: Readonly<Record<string, string>> = {
  Castilian: 'Spanish', DNR: 'DPR', LNR: 'LPR', 'World War 2': 'WWII', UN: 'United Nations', EEU: 'Eurasian economic union', RT: 'Russia Today (RT)',
  'Bigniew Brzezinski': 'Zbigniew Brzezinski', Mediterranean: 'Mediterranean Sea',
}

/** How many cases each name of a column stands on, largest first, by plain maps over posts.csv: nothing of ours takes part but the CSV. */
export function plainCounts(file: string): { cases: number; edges: Record<Counted, number[]> } {
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(file), { columns: true, bom: true }))
  const cases = new Set(rows.map((row) => row['id']))
  const count = (column: string) => {
    const holders = new Map<string, Set<string>>()
    for (const row of rows) {
      for (const part of (row[column] ?? '').split('+')) {
        const name = sameAs[part.trim()] ?? part.trim()
        if (name === '') continue
        holders.set(name, (holders.get(name) ?? new Set()).add(row['id'] ?? ''))
      }
    }
    return [...holders.values()].map((of) => of.size).sort((a, b) => b - a)
  }
  return { cases: cases.size, edges: { DISCUSSES: count('countries'), IN_LANGUAGE: count('languages'), TAGGED_WITH: count('keywords') } }
}

const statedCounts = defineQuery({
  name: 'statedCounts',
  cypher: `
    MATCH (:Case)-[r]->(n) WHERE type(r) = $type AND coalesce(r.basis, 'stated') = 'stated'
    WITH n, count(r) AS cases ORDER BY cases DESC
    RETURN collect(cases) AS counts
  `,
  params: z.strictObject({ type: edgeTypeSchema }),
  row: z.strictObject({ counts: z.array(z.int()) }),
})

/** The same of the graph: on how many cases each country, language and keyword stands by the source's own word. */
export async function graphCounts(driver: GraphDriver): Promise<Record<Counted, number[]>> {
  const of = async (type: Counted) => (await driver.run(statedCounts, { type }))[0]?.counts ?? []
  return { DISCUSSES: await of('DISCUSSES'), IN_LANGUAGE: await of('IN_LANGUAGE'), TAGGED_WITH: await of('TAGGED_WITH') }
}
