import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '#server/project-root.ts'

const root = findProjectRoot()
const parts = ['graph-schema', 'server', 'seed', 'web', 'tests', 'package.json', 'tsconfig.json', 'vite.config.ts', 'vite.server.config.ts', 'vitest.config.ts']

const rumourKind = `import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A made-up kind. */
export const rumourKind = defineNodeKind({
  kind: 'Rumour',
  role: 'domain',
  idPrefixes: ['rumour'],
  words: { one: 'rumour', many: 'rumours' },
  properties: z.strictObject({ loudness: z.int() }),
  searchable: [],
})
`

let folder: string

/** Files in which the compiler finds a fault, for a project of the copy. */
function faultyFiles(project: string): string[] {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' })
  return [...new Set([...stdout.matchAll(/^(?!\s)(.+?)\(\d+,\d+\): error/gmu)].map((match) => path.normalize(match[1] ?? '').replaceAll('\\', '/')))].sort()
}

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-kind-'))
  for (const part of parts) cpSync(path.join(root, part), path.join(folder, part), { recursive: true, filter: (file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx') })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  writeFileSync(path.join(folder, 'graph-schema/node-kinds/rumour.ts'), rumourKind)
  const list = path.join(folder, 'graph-schema/node-kinds/index.ts')
  const text = readFileSync(list, 'utf8')
  const added = text.replace("import { topicKind }", "import { rumourKind } from './rumour.ts'\nimport { topicKind }").replace('  techniqueKind,\n] as const', '  techniqueKind,\n  rumourKind,\n] as const')
  expect(added).not.toBe(text)
  writeFileSync(list, added)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a kind that is added as one file and one line', () => {
  it('is named by the compiler where the canvas and the legend must learn to draw it, and nowhere else', () => {
    expect(faultyFiles('web/tsconfig.json')).toEqual(['web/canvas/node-box.ts', 'web/kind-styles.ts'])
  }, 120_000)

  it('leaves the server as it is, but for the words that tell its search hits apart', () => {
    expect(faultyFiles('tsconfig.json')).toEqual(['server/analysis/hit-detail.ts'])
  }, 120_000)

  it('gets its constraint, its merge query and its place in the search index by itself', () => {
    const script = `
      import { constraintStatements } from '#graph-schema/constraints.ts'
      import { kindOfId } from '#graph-schema/node-kinds/index.ts'
      import { mergeNodes } from '#server/neo4j/queries/write/merge-nodes.ts'
      import { countKinds } from '#server/neo4j/queries/write/count-kinds.ts'
      import { expect, test } from 'vitest'
      test('derived', () => {
        expect(constraintStatements.map((one) => one.name)).toContain('rumour_id')
        expect(kindOfId('rumour:heard-it')).toBe('Rumour')
        expect(mergeNodes('Rumour').cypher).toContain('SET n:Rumour')
        expect(countKinds.cypher).toContain('(n:Rumour)')
      })
    `
    writeFileSync(path.join(folder, 'graph-schema/derived.test.ts'), script)
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', 'graph-schema/derived.test.ts'], { cwd: folder, encoding: 'utf8' })
    expect(status, stdout + stderr).toBe(0)
  }, 120_000)
})
