import { schemaStatements, type SchemaStatement } from '#graph-schema/constraints.ts'
import type { GraphDriver, QueryRunner } from './driver.ts'
import { schemaNames } from './queries/constraints.ts'

/** The constraints and indexes that the database lacks. */
export async function missingSchema(runner: QueryRunner): Promise<SchemaStatement[]> {
  const present = new Set((await runner.run(schemaNames, {})).map((row) => row.name))
  return schemaStatements.filter((statement) => !present.has(statement.name))
}

/** Creates what is missing; safe to run at every start. Resolves with what it created. */
export async function createSchema(driver: GraphDriver): Promise<SchemaStatement[]> {
  const missing = await missingSchema(driver)
  for (const statement of missing) await driver.runSchemaStatement(statement.cypher)
  return missing
}
