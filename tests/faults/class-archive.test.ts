import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findArchive, makeArchive } from '#server/neo4j/local-neo4j/class-archive.ts'
import { provideJava } from '#server/neo4j/local-neo4j/fetch-java.ts'
import { startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'

const usual = process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder()
let folder: string
let cache: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-archive-'))
  cache = path.join(folder, 'cache')
  await mkdir(cache)
  // The same jars and Java, and archives of its own.
  for (const name of await readdir(usual)) if (!name.startsWith('classes-')) await symlink(path.join(usual, name), path.join(cache, name))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }))

it('an archive of classes is made beside, used by the next start, and stops none when it is broken', { timeout: 600_000 }, async () => {
  const java = await provideJava({ cache, env: process.env })
  const jars = path.join(cache, (await readdir(cache)).find((name) => name.startsWith('neo4j-')) ?? '')
  const of = { java, jars, cache }
  expect(await findArchive(of)).toBeNull()
  expect(await makeArchive(of, new AbortController().signal)).toBe(true)
  const archive = await findArchive(of)
  if (archive === null) throw new Error('no archive')
  const whole = await readFile(archive)

  const start = async (name: string) => {
    const database = await startLocalNeo4j({ home: path.join(folder, name), cache, onProgress: () => undefined })
    await database.stop()
    return readFile(path.join(folder, name, 'logs', 'neo4j-java.log'), 'utf8')
  }
  expect(await start('with')).not.toMatch(/shared archive/u)
  expect(await findArchive(of)).toBe(archive)

  // Cut short: Java would crash, so it is not given to it.
  await truncate(archive, 1_000_000)
  expect(await findArchive(of)).toBeNull()
  await start('cut')

  // Other bytes of the same length, and with a note that fits: Java refuses it, or dies of it and is started without.
  await writeFile(archive, Buffer.alloc(whole.length, 'x'))
  expect(await findArchive(of)).toBe(archive)
  await start('garbage')
  await writeFile(archive, whole.subarray(0, 1_000_000))
  await writeFile(`${archive}.json`, JSON.stringify({ size: 1_000_000 }))
  await start('crash')
  expect(await findArchive(of)).toBeNull()
})
