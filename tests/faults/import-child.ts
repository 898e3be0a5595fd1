// Run as a process of its own by kill.test.ts: imports synthetic records in small chunks and says when each is committed.
import { importRecords } from '#server/ingest/import-records.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { createGraphDriver } from '#server/neo4j/driver.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'

const [uri = '', user = '', password = '', root = '', count = '0'] = process.argv.slice(2)
const driver = createGraphDriver({ uri, user, password, database: 'neo4j' }, { retryMs: 2_000 })
await importRecords(driver, syntheticImport(syntheticRecords(Number(count))), loadTaxonomy(root), {
  rowsPerChunk: 10,
  onProgress: ({ read }) => console.log(`committed ${String(read)}`),
})
await driver.close()
console.log('finished')
