import { loadEnvFile, readEnv, type Settings } from '../env.ts'
import { createGraphDriver, type GraphDriver } from '../neo4j/driver.ts'
import { checkDatabase, ensureSchema } from '../start-up/check-database.ts'
import { openDatabase } from '../start-up/open-database.ts'

/** Opens the database of the settings for one command (sharing a running app's), and closes it again whatever happens. */
export async function withGraph<Result>(work: (driver: GraphDriver, settings: Settings) => Promise<Result>, options: { schema: 'required' | 'any' } = { schema: 'required' }): Promise<Result> {
  loadEnvFile()
  const settings = readEnv(process.env)
  const database = await openDatabase(settings, { shareWith: 'any', onProgress: ({ text }) => console.error(text) })
  const driver = createGraphDriver(database.connection, { retryMs: 60_000, isPatient: true })
  try {
    await checkDatabase(driver, database.connection)
    if (options.schema === 'required') await ensureSchema(driver, database.kind)
    return await work(driver, settings)
  } finally {
    await driver.close()
    await database.close()
  }
}
