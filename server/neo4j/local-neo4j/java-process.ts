import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { rotateLog } from '#server/rotate-log.ts'
import { localNeo4jSource } from './jar-lock.ts'
import { isSameProcess, processIdentity } from './process-identity.ts'
import { writeAtomically } from './write-atomically.ts'

const recordSchema = z.object({ pid: z.int().positive(), identity: z.string().optional() })

const openedPackages = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent']

export interface JavaExit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** The running Java of the database. */
export interface JavaProcess {
  pid: number
  /** Settles when it ends, for whatever reason. */
  exited: Promise<JavaExit>
  /** Ends its input at once and waits until it has ended by itself; killed when the signal says so. */
  exitsByItself(signal: AbortSignal): Promise<JavaExit>
  /** Ends it; `hurry` while it is still opening the database, when it would not listen yet. Neo4j recovers from that. */
  stop(options?: { hurry: boolean }): Promise<void>
}

/** Starts Java in a process group of its own, so that Ctrl-C reaches it only through us. */
export async function startJava(options: { java: string; jars: string; home: string; conf: string; heap: string; archive?: ArchiveUse | null }): Promise<JavaProcess> {
  const { java, jars, home, conf, heap, archive = null } = options
  rotateLog(javaLog(home))
  const log = await open(javaLog(home), 'a')
  try {
    const child = spawn(
      java,
      [
        ...openedPackages.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
        ...archiveFlags(archive),
        `-Xmx${heap}`,
        '-XX:+ExitOnOutOfMemoryError',
        '-Dfile.encoding=UTF-8',
        '-cp',
        path.join(jars, '*'),
        'org.mozilla.javascript.tools.shell.Main',
        '-opt',
        '-1',
        path.join(localNeo4jSource(), 'launcher.js'),
        home,
        conf,
      ],
      { cwd: home, stdio: ['pipe', log.fd, log.fd], detached: process.platform !== 'win32', windowsHide: true },
    )
    const exited = whenExited(child)
    // The pipe breaks when Java dies first; `exited` tells that.
    child.stdin?.on('error', () => {})
    const pid = child.pid
    if (pid === undefined) {
      await exited
      throw new Error(`${java} could not be started`)
    }
    await writeAtomically(recordFile(home), JSON.stringify({ pid, identity: await processIdentity(pid) }))
    return {
      pid,
      exited,
      async exitsByItself(signal) {
        child.stdin?.end()
        const kill = () => child.kill('SIGKILL')
        if (signal.aborted) kill()
        signal.addEventListener('abort', kill, { once: true })
        const ended = await exited
        signal.removeEventListener('abort', kill)
        return ended
      },
      async stop({ hurry } = { hurry: false }) {
        child.stdin?.end()
        if (hurry) child.kill('SIGTERM')
        await endProcess(child, exited)
        await rm(recordFile(home), { force: true })
      },
    }
  } finally {
    await log.close()
  }
}

/** A file of parsed classes to be used, or to be made when Java ends. Its contents are checked by Java, since it lies in a cache. */
type ArchiveUse = { use: string } | { make: string }

function archiveFlags(archive: ArchiveUse | null): string[] {
  if (archive === null) return []
  return 'use' in archive ? [`-XX:SharedArchiveFile=${archive.use}`, '-Xshare:auto', '-XX:+VerifySharedSpaces'] : [`-XX:ArchiveClassesAtExit=${archive.make}`]
}

/** What Java printed lately; for finding out why it ended. */
export async function readJavaLogTail(home: string, from: number): Promise<string> {
  const text = await readFile(javaLog(home), 'utf8').catch(() => '')
  return text.slice(from).slice(-20_000)
}

/** Where Java's output goes. */
export function javaLog(home: string): string {
  return path.join(home, 'logs', 'neo4j-java.log')
}

/**
 * Ends a Java that an app left behind when it was killed. It stops by itself once its input ends; this waits for that and
 * helps where it must. True if there was one.
 */
export async function endOrphan(home: string): Promise<boolean> {
  const record = recordSchema.safeParse(await readFile(recordFile(home), 'utf8').then((text): unknown => JSON.parse(text)).catch(() => null))
  if (!record.success) return false
  const wasAlive = await isSameProcess(record.data)
  for (let waited = 0; await isSameProcess(record.data); waited += 100) {
    if (waited === 1_000) signal(record.data.pid, 'SIGTERM')
    if (waited === 10_000) signal(record.data.pid, 'SIGKILL')
    if (waited >= 15_000) break
    await sleep(100)
  }
  await rm(recordFile(home), { force: true })
  return wasAlive
}

function recordFile(home: string): string {
  return path.join(home, 'java.json')
}

function whenExited(child: ChildProcess): Promise<JavaExit> {
  return new Promise((resolve) => {
    child.once('exit', (code, exitSignal) => {
      resolve({ code, signal: exitSignal })
    })
    child.once('error', () => {
      resolve({ code: null, signal: null })
    })
  })
}

/** Ending its input is the clean way; signals follow for one that hangs. */
async function endProcess(child: ChildProcess, exited: Promise<JavaExit>): Promise<void> {
  const timers = [setTimeout(() => child.kill('SIGTERM'), 5_000), setTimeout(() => child.kill('SIGKILL'), 8_000)]
  await exited
  for (const timer of timers) clearTimeout(timer)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it ended in the meantime
  }
}
