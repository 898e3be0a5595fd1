import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { StartupError } from '#server/errors.ts'
import { systemErrorCode } from './folder-errors.ts'
import { isSameProcess, processIdentity } from './process-identity.ts'
import { writeAtomically } from './write-atomically.ts'

const ownerSchema = z.object({
  pid: z.int().positive(),
  identity: z.string().optional(),
  startedAt: z.string(),
  /** Where the app of that process can be opened; null for a command, or before it listens. */
  address: z.string().nullable(),
  /** Port of the database, null until it takes connections. */
  boltPort: z.int().nullable(),
})

/** Who runs the database of a home. */
export type Owner = z.output<typeof ownerSchema>

/** The hold of this process on a home. */
export interface Ownership {
  update(change: Partial<Pick<Owner, 'address' | 'boltPort'>>): Promise<void>
  release(): Promise<void>
}

/** Takes the home for this process, or refuses and says who has it. The file of a dead process is removed. */
export async function takeOwnership(home: string): Promise<Ownership> {
  const file = ownerFile(home)
  let owner: Owner = { pid: process.pid, identity: await processIdentity(process.pid), startedAt: new Date().toISOString(), address: null, boltPort: null }
  for (let attempt = 0; attempt < 30; attempt += 1) {
    try {
      await writeFile(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 })
      return {
        async update(change) {
          owner = { ...owner, ...change }
          await writeAtomically(file, JSON.stringify(owner))
        },
        async release() {
          await rm(file, { force: true })
        },
      }
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error
    }
    const other = await readOwner(home)
    if (other !== null && (await isSameProcess(other))) throw alreadyRunning(home, other)
    await removeStale(home)
  }
  throw new StartupError(`The folder ${home} is in use.`, 'Several starts at the same time are taking it from one another.', 'Start one at a time.')
}

/** The living owner of a home, null if nobody has it. */
export async function livingOwner(home: string): Promise<Owner | null> {
  const owner = await readOwner(home)
  return owner !== null && (await isSameProcess(owner)) ? owner : null
}

/** Refuses when a living process other than `except` has the home. */
export async function refuseIfOwned(home: string, except: number): Promise<void> {
  const owner = await livingOwner(home)
  if (owner !== null && owner.pid !== except) throw alreadyRunning(home, owner)
}

function ownerFile(home: string): string {
  return path.join(home, 'owner.json')
}

/** A file that makes no sense may be one just being written: it gets a moment before it counts as left behind. */
async function readOwner(home: string): Promise<Owner | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const parsed = ownerSchema.safeParse(JSON.parse(await readFile(ownerFile(home), 'utf8')))
      if (parsed.success) return parsed.data
    } catch (error) {
      const code = systemErrorCode(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return null
      if (!(error instanceof SyntaxError)) throw error
    }
    await sleep(50)
  }
  return null
}

/**
 * Removes the file of a dead owner. Of several starts only the one that holds the take-over file may, and it looks again
 * under that hold, so that nobody removes the file of a start that was faster.
 */
async function removeStale(home: string): Promise<void> {
  const takeover = path.join(home, 'owner.takeover')
  try {
    await writeFile(takeover, String(process.pid), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
    // A hold lasts milliseconds; one that is older was left by a kill in just that moment.
    const { mtimeMs } = await stat(takeover).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > 10_000) await rm(takeover, { force: true })
    else await sleep(100)
    return
  }
  try {
    if ((await livingOwner(home)) === null) await rm(ownerFile(home), { force: true })
  } finally {
    await rm(takeover, { force: true })
  }
}

function alreadyRunning(home: string, owner: Owner): StartupError {
  const where = owner.address === null ? `process ${String(owner.pid)}` : `${owner.address} (process ${String(owner.pid)})`
  return new StartupError(
    `Throughline already runs${owner.address === null ? '' : ` at ${owner.address}`}.`,
    `Its database in ${home} belongs to ${where}, since ${owner.startedAt}.`,
    owner.address === null ? 'Wait until it is done or stop it, or choose another THROUGHLINE_HOME.' : 'Open that address, stop it with Ctrl-C where it runs, or choose another THROUGHLINE_HOME.',
  )
}
