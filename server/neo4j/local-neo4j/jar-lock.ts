import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { findProjectRoot } from '#server/project-root.ts'

const lockSchema = z.strictObject({
  neo4jVersion: z.string(),
  jars: z.array(
    z.strictObject({
      /** group:artifact:version, or group:artifact:version:classifier */
      coordinate: z.string().regex(/^[\w.-]+(:[\w.-]+){2,3}$/u),
      size: z.int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
})

export type JarLock = z.output<typeof lockSchema> & { digest: string }
export type LockedJar = JarLock['jars'][number]

/** The committed list of jars; scripts/maintainer/lock-neo4j-jars.mjs makes it. `digest` changes when any jar does. */
export async function readJarLock(): Promise<JarLock> {
  const text = await readFile(path.join(localNeo4jSource(), 'neo4j-jars.lock.json'), 'utf8')
  return { ...lockSchema.parse(JSON.parse(text)), digest: createHash('sha256').update(text).digest('hex') }
}

/** This folder in the source tree: the lock and the launcher are read from there, in a build too. */
export function localNeo4jSource(): string {
  return path.join(findProjectRoot(), 'server', 'neo4j', 'local-neo4j')
}

/** The parts of a coordinate, as mvn-artifact-url takes them. */
export function splitCoordinate(coordinate: string): { groupId: string; artifactId: string; version: string; classifier?: string } {
  const [groupId = '', artifactId = '', version = '', classifier] = coordinate.split(':')
  return classifier === undefined ? { groupId, artifactId, version } : { groupId, artifactId, version, classifier }
}

/** The file name of a jar in the cache. */
export function jarFileName(coordinate: string): string {
  const { artifactId, version, classifier } = splitCoordinate(coordinate)
  return `${[artifactId, version, ...(classifier === undefined ? [] : [classifier])].join('-')}.jar`
}
