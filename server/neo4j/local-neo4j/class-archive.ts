import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { sha256 } from '#server/sha256.ts'
import { findFreePort } from './free-port.ts'
import { startJava } from './java-process.ts'
import { neo4jConf } from './neo4j-conf.ts'

const noteSchema = z.strictObject({ size: z.int() })

/** More than enough even where the machine is busy. */
const longestMs = 10 * 60_000

/** Java and the jars that an archive was made of; it fits no others. */
export interface ArchiveOf {
  java: string
  jars: string
  cache: string
}

/**
 * Where Java’s archive of parsed classes lies (class-data sharing): with it the database starts about a third faster. It belongs to one Java and
 * one set of jars, and to the cache, so that all homes share it.
 */
async function archiveFile({ java, jars, cache }: ArchiveOf): Promise<string> {
  const { stderr } = await promisify(execFile)(java, ['-version'], { timeout: 20_000, windowsHide: true })
  return path.join(cache, `classes-${sha256(`${java}\n${stderr}\n${jars}`).slice(0, 16)}.jsa`)
}

/** The archive if there is a whole one. Java would crash on one that was cut short; other faults it finds itself and goes on without. */
export async function findArchive(of: ArchiveOf): Promise<string | null> {
  try {
    const file = await archiveFile(of)
    const { size } = noteSchema.parse(JSON.parse(await readFile(`${file}.json`, 'utf8')))
    return (await stat(file)).size === size ? file : null
  } catch {
    return null
  }
}

/** Forgets an archive with which Java would not start. */
export async function dropArchive(file: string): Promise<void> {
  await rm(`${file}.json`, { force: true })
  await rm(file, { force: true })
}

/**
 * Makes the archive with a database of its own that nobody uses, at low priority: writing it takes seconds, which neither a start nor a stop
 * of the real one should. Resolves when it is there, or could not be made: nobody depends on it.
 */
export async function makeArchive(of: ArchiveOf, signal: AbortSignal): Promise<boolean> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'throughline-classes-'))
  try {
    const file = await archiveFile(of)
    await mkdir(path.join(home, 'logs'))
    const part = path.join(home, 'classes.jsa')
    const conf = path.join(home, 'neo4j.conf')
    await writeFile(conf, neo4jConf(await findFreePort()))
    const java = await startJava({ java: of.java, jars: of.jars, home, conf, heap: '512m', archive: { make: part } })
    try {
      os.setPriority(java.pid, os.constants.priority.PRIORITY_LOW)
    } catch {
      // then at the usual one
    }
    // Its input ends at once: it opens, closes, and writes the archive when it exits.
    const { code } = await java.exitsByItself(AbortSignal.any([signal, AbortSignal.timeout(longestMs)]))
    if (code !== 0) return false
    const { size } = await stat(part)
    // The note goes first when an archive is replaced, and comes last when it is there.
    await rm(`${file}.json`, { force: true })
    await move(part, file)
    await writeFile(`${file}.json`, JSON.stringify({ size }))
    return true
  } catch {
    return false
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** The cache may lie on another disk than the temporary folder. */
async function move(from: string, to: string): Promise<void> {
  const beside = `${to}.${String(process.pid)}.part`
  await copyFile(from, beside)
  await rename(beside, to)
}
