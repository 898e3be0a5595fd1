/**
 * Remakes server/neo4j/local-neo4j/neo4j-jars.lock.json: coordinate, size and SHA-256 of every jar the managed database needs.
 * For maintainers, with Maven on the path: `node scripts/maintainer/lock-neo4j-jars.mjs`. Users never need Maven.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const neo4jVersion = '5.26.30'
// Rhino's 1.8 jar has no shell any more; the launcher is a script that the shell runs.
const rhinoVersion = '1.7.15'
const roots = [
  ['org.neo4j', 'neo4j', neo4jVersion],
  ['org.neo4j', 'neo4j-bolt', neo4jVersion],
  ['org.mozilla', 'rhino', rhinoVersion],
]
const lockFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../server/neo4j/local-neo4j/neo4j-jars.lock.json')

const work = mkdtempSync(path.join(os.tmpdir(), 'throughline-lock-'))
try {
  const dependencies = roots
    .map(([group, artifact, version]) => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`)
    .join('')
  writeFileSync(
    path.join(work, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>lock</groupId><artifactId>lock</artifactId><version>1</version><dependencies>${dependencies}</dependencies></project>`,
  )
  execFileSync(
    'mvn',
    ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars', '-Dmdep.useRepositoryLayout=true'],
    { cwd: work, stdio: 'inherit', shell: process.platform === 'win32' },
  )
  const folder = path.join(work, 'jars')
  const jars = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jar'))
    .map((file) => lockEntry(folder, file))
    .toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1))
  writeFileSync(
    lockFile,
    `{\n  "neo4jVersion": "${neo4jVersion}",\n  "jars": [\n${jars.map((jar) => `    ${JSON.stringify(jar)}`).join(',\n')}\n  ]\n}\n`,
  )
  const bytes = jars.reduce((sum, jar) => sum + jar.size, 0)
  console.log(`${jars.length} jars, ${(bytes / 1e6).toFixed(1)} MB → ${path.relative(process.cwd(), lockFile)}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** group/with/slashes/artifact/version/artifact-version[-classifier].jar → an entry of the lock. */
function lockEntry(folder, file) {
  const parts = file.split(path.sep)
  const [artifact, version, name] = parts.slice(-3)
  const group = parts.slice(0, -3).join('.')
  const classifier = name.slice(`${artifact}-${version}`.length, -'.jar'.length).replace(/^-/, '')
  const bytes = readFileSync(path.join(folder, file))
  return {
    coordinate: [group, artifact, version, ...(classifier === '' ? [] : [classifier])].join(':'),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
