import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { livingOwner, takeOwnership } from './owner-file.ts'
import { isSameProcess, processIdentity } from './process-identity.ts'

let home: string

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-owner-'))
})

afterEach(async () => {
  await rm(home, { recursive: true })
})

const ownerFile = () => path.join(home, 'owner.json')
const note = (owner: object) => writeFile(ownerFile(), JSON.stringify({ startedAt: '2026-01-01T00:00:00.000Z', address: null, boltPort: null, ...owner }))

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('takeOwnership', () => {
  it('notes who has the home, and lets it go again', async () => {
    const ownership = await takeOwnership(home)
    await ownership.update({ address: 'http://127.0.0.1:4100', boltPort: 7687 })
    expect(await livingOwner(home)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:4100', boltPort: 7687 })
    await ownership.release()
    expect(await readdir(home)).toEqual([])
    expect(await livingOwner(home)).toBeNull()
  })

  it('says where the other one runs', async () => {
    const ownership = await takeOwnership(home)
    await expect(takeOwnership(home)).rejects.toMatchObject({ message: 'Throughline already runs.', why: expect.stringContaining(`process ${String(process.pid)}`) })
    await ownership.update({ address: 'http://127.0.0.1:4107' })
    await expect(takeOwnership(home)).rejects.toMatchObject({ message: 'Throughline already runs at http://127.0.0.1:4107.' })
  })

  it('takes over from a process that is dead', async () => {
    await note({ pid: deadPid() })
    expect(await livingOwner(home)).toBeNull()
    await takeOwnership(home)
    expect(await livingOwner(home)).toMatchObject({ pid: process.pid })
    expect(await readdir(home)).toEqual(['owner.json'])
  })

  it.runIf(process.platform === 'linux' || process.platform === 'darwin')('takes over when another program has got the number', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    try {
      await note({ pid: stranger.pid, identity: 'of a process long gone' })
      await takeOwnership(home)
      expect(await livingOwner(home)).toMatchObject({ pid: process.pid })
    } finally {
      stranger.kill()
    }
  })

  it('takes over a file that a kill left empty', async () => {
    await writeFile(ownerFile(), '')
    await takeOwnership(home)
    expect(JSON.parse(await readFile(ownerFile(), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('lets one of many win', async () => {
    await note({ pid: deadPid() })
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => takeOwnership(home)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('isSameProcess', () => {
  it('knows this process and no dead one', async () => {
    expect(await isSameProcess({ pid: process.pid, identity: await processIdentity(process.pid) })).toBe(true)
    expect(await isSameProcess({ pid: deadPid() })).toBe(false)
  })
})
