import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '#server/project-root.ts'

const root = findProjectRoot()
let folder: string

/** Rules that the linter names for a file with this content at this place. */
function complaints(file: string, content: string): string {
  const full = path.join(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, content)
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'), '-c', '.oxlintrc.json', file], { cwd: folder, encoding: 'utf8' })
  rmSync(full)
  return stdout
}

const importing = (from: string) => `import { thing } from '${from}'\nexport const used = thing\n`

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-lint-'))
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a planted violation turns the lint red', () => {
  it.each([
    ['graph-schema/planted.ts', '#server/app.ts'],
    ['graph-schema/planted.ts', '../web/main.tsx'],
    ['graph-schema/planted.ts', 'neo4j-driver'],
    ['seed/planted.ts', '#server/app.ts'],
    ['server/planted.ts', '#web/kind-styles.ts'],
    ['server/routes/planted.ts', 'neo4j-driver'],
    ['server/neo4j/planted.ts', '#server/routes/nodes.ts'],
    ['server/neo4j/planted.ts', '../routes/nodes.ts'],
    ['web/planted.ts', '#server/app.ts'],
    ['web/ui/planted.ts', '#web/features/explore/explore-screen.tsx'],
    ['web/exploration/planted.ts', '../features/explore/explore-screen.tsx'],
    ['web/app/planted.ts', 'cytoscape'],
    ['web/features/explore/planted.ts', 'cytoscape'],
    ['web/features/explore/planted.ts', '#web/features/landscape/rows.ts'],
    ['web/features/explore/details/planted.ts', '../../landscape/rows.ts'],
    ['web/features/sources/planted.ts', '#server/app.ts'],
    ['web/canvas/planted.ts', '#web/features/explore/explore-screen.tsx'],
  ])('%s imports %s', (file, from) => {
    expect(complaints(file, importing(from))).toContain('no-restricted-imports')
  })

  it.each([
    ['server/planted.ts', 'export const loose: any = 1\n', 'no-explicit-any'],
    ['web/planted.tsx', 'export const Shown = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n', 'no-danger'],
    ['server/planted.ts', 'export const forced = (1 as unknown) as string\n', 'consistent-type-assertions'],
    ['server/planted.ts', 'export default 1\n', 'no-default-export'],
    ['server/planted.ts', 'console.log(1)\n', 'no-console'],
  ])('%s: %s', (file, content, rule) => {
    expect(complaints(file, content)).toContain(rule)
  })

  it('two files that import each other', () => {
    writeFileSync(path.join(folder, 'other.ts'), "import { used } from './planted.ts'\nexport const thing = used\n")
    expect(complaints('planted.ts', importing('./other.ts'))).toContain('no-cycle')
  })

  it.each([
    ['web/canvas/planted.ts', 'cytoscape'],
    ['server/neo4j/planted.ts', 'neo4j-driver'],
    ['web/features/explore/planted.ts', '#web/canvas/graph-canvas.tsx'],
    ['server/planted.ts', '#seed/dataset.ts'],
  ])('%s may import %s', (file, from) => {
    expect(complaints(file, importing(from))).not.toContain('no-restricted-imports')
  })
})
