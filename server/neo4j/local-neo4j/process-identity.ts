import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * Something that tells one run of a process id from a later one with the same number: when it was started. Undefined when
 * there is no such process, or no way to know on this system.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') {
      const [stat, boot] = await Promise.all([readFile(`/proc/${String(pid)}/stat`, 'utf8'), readFile('/proc/sys/kernel/random/boot_id', 'utf8')])
      // The name in brackets may hold blanks and brackets of its own; the start time is the 20th field after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? undefined : `${boot.trim()}/${fields[19] ?? ''}`
    }
    if (process.platform === 'darwin') {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])
      return stdout.trim() === '' ? undefined : stdout.trim()
    }
  } catch {
    return undefined
  }
  return undefined
}

/** True while the very process that was noted still runs; a new process with the old number does not count. */
export async function isSameProcess(noted: { pid: number; identity?: string | undefined }): Promise<boolean> {
  if (!isAlive(noted.pid)) return false
  if (process.platform !== 'linux' && process.platform !== 'darwin') return true
  const now = await processIdentity(noted.pid)
  return now !== undefined && (noted.identity === undefined || noted.identity === now)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
