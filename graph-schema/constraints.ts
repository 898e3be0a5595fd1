import { allKinds } from './node-kinds/index.ts'

/** A constraint or index that the database must have, with the reason and a name by which it is looked up. */
export interface SchemaStatement {
  name: string
  cypher: string
  reason: string
}

const idOfEntity: SchemaStatement = {
  name: 'entity_id',
  cypher: 'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
  reason: 'one node an id, whatever its kind; every look-up by id goes through it',
}

/** Uniqueness of `id` for every kind: without it MERGE could double a node. */
export const constraintStatements: readonly SchemaStatement[] = [
  idOfEntity,
  ...allKinds.map(({ kind }) => {
    const name = `${kind.toLowerCase()}_id`
    return {
      name,
      cypher: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${kind}) REQUIRE n.id IS UNIQUE`,
      reason: `MERGE on the id of a ${kind} must find or make exactly one`,
    }
  }),
]

/** Indexes for search, time and finding a case by its title. */
export const indexStatements: readonly SchemaStatement[] = [
  {
    name: 'entity_search',
    cypher: "CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchText] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}",
    reason: 'the one index over what people search; the text in it is folded by graph-schema/fold.ts',
  },
  {
    name: 'case_published_on',
    cypher: 'CREATE INDEX case_published_on IF NOT EXISTS FOR (n:Case) ON (n.publishedOn)',
    reason: 'time windows',
  },
  {
    name: 'case_title_key',
    cypher: 'CREATE INDEX case_title_key IF NOT EXISTS FOR (n:Case) ON (n.titleKey)',
    reason: 'a case without URL, or known by title only, is found again by its title',
  },
  {
    name: 'decision_case',
    cypher: 'CREATE INDEX decision_case IF NOT EXISTS FOR (n:Decision) ON (n.caseId)',
    reason: 'what people decided on the links of a case',
  },
  {
    name: 'decision_title',
    cypher: 'CREATE INDEX decision_title IF NOT EXISTS FOR (n:Decision) ON (n.titleId)',
    reason: 'the same, where the address of the case is not known',
  },
]

export const schemaStatements: readonly SchemaStatement[] = [...constraintStatements, ...indexStatements]
