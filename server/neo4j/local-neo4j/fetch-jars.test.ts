import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartupError } from '#server/errors.ts'
import { fetchJars } from './fetch-jars.ts'
import { jarFileName, type JarLock, readJarLock } from './jar-lock.ts'
import type { StartProgress } from './progress.ts'

const jar = (path_: string) => Buffer.from(`jar at ${path_}`)

const coordinates = ['org.example:one:1.0', 'org.example:two:2.0:linux-x86_64', ...Array.from({ length: 20 }, (_, index) => `org.example.more:part${String(index)}:1`)]

function repositoryPath(coordinate: string): string {
  const [group = '', artifact = '', version = ''] = coordinate.split(':')
  return `/repo/${group.replaceAll('.', '/')}/${artifact}/${version}/${jarFileName(coordinate)}`
}

const lock: JarLock = {
  neo4jVersion: '0.0.1',
  digest: 'abcdef0123456789',
  jars: coordinates.map((coordinate) => {
    const bytes = jar(repositoryPath(coordinate))
    return { coordinate, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }),
}

let cache: string
let server: http.Server
let mavenBase: string
let asked: string[]
let spoiled: string | null

beforeEach(async () => {
  cache = await mkdtemp(path.join(os.tmpdir(), 'throughline-jars-'))
  asked = []
  spoiled = null
  server = http.createServer((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    response.end(url === spoiled ? Buffer.alloc(jar(url).length) : jar(url))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  mavenBase = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/repo`
})

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(cache, { recursive: true })
})

describe('fetchJars', () => {
  it('fetches every jar from where Maven would, tells progress, and does not ask again', async () => {
    const events: StartProgress[] = []
    const folder = await fetchJars({ cache, lock, mavenBase, onProgress: (event) => events.push(event) })
    expect(asked.toSorted((a, b) => a.localeCompare(b))).toEqual(coordinates.map(repositoryPath).toSorted((a, b) => a.localeCompare(b)))
    expect(await readdir(folder)).toHaveLength(lock.jars.length)
    expect(events.at(-1)?.doneBytes).toBe(events.at(-1)?.totalBytes)
    expect(events.at(-1)?.next).toBe('start the database')
    asked = []
    await fetchJars({ cache, lock, mavenBase })
    expect(asked).toEqual([])
  })

  it('fetches again only what was cut short in the cache', async () => {
    const folder = await fetchJars({ cache, lock, mavenBase })
    asked = []
    await truncate(path.join(folder, 'one-1.0.jar'), 3)
    await fetchJars({ cache, lock, mavenBase })
    expect(asked).toEqual([repositoryPath('org.example:one:1.0')])
  })

  it('refuses a spoiled jar by name and keeps no half-written file', async () => {
    spoiled = repositoryPath('org.example:two:2.0:linux-x86_64')
    const error: unknown = await fetchJars({ cache, lock, mavenBase, retryDelayMs: 1 }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StartupError)
    expect(error).toMatchObject({ message: 'org.example:two:2.0:linux-x86_64 could not be downloaded.' })
    expect(asked.filter((url) => url === spoiled)).toHaveLength(3)
    const [folder = ''] = await readdir(cache)
    const kept = await readdir(path.join(cache, folder))
    expect(kept.filter((name) => name.endsWith('.part'))).toEqual([])
    expect(kept).not.toContain('two-2.0-linux-x86_64.jar')
  })

  it('refuses a cache that is a file', async () => {
    const file = path.join(cache, 'file')
    await writeFile(file, '')
    await expect(fetchJars({ cache: file, lock, mavenBase })).rejects.toMatchObject({ remedy: expect.stringContaining('THROUGHLINE_CACHE') })
    expect(asked).toEqual([])
  })
})

describe('the committed lock', () => {
  it('names 214 jars, no two of the same file name, and no host', async () => {
    const { jars } = await readJarLock()
    expect(jars).toHaveLength(214)
    expect(new Set(jars.map(({ coordinate }) => jarFileName(coordinate))).size).toBe(214)
    expect(JSON.stringify(jars)).not.toContain('://')
  })
})
