import { defineConfig } from 'vitest/config'

/** Unit tests stand beside their source; what needs Neo4j or a browser lives in tests/ and has projects of its own. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{graph-schema,server,seed,web,scripts}/**/*.test.ts', 'tests/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'neo4j',
          include: ['tests/{api,cypher,faults}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/neo4j.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
