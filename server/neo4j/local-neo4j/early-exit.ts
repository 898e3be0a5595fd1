import path from 'node:path'
import { StartupError } from '#server/errors.ts'
import { javaLog } from './java-process.ts'

/** True if what Java printed says that the port was taken. */
export function isPortClash(log: string): boolean {
  return /Address already in use|BindException/u.test(log)
}

/** Why Java ended before the database was open, from what it printed. */
export function explainEarlyExit(log: string, home: string): StartupError {
  const what = 'The database did not start.'
  if (/No space left on device|Not enough space|disk quota/iu.test(log)) {
    return new StartupError('The disk is full.', `The database in ${home} has no room left.`, 'Free some space there, or choose another folder with THROUGHLINE_HOME.')
  }
  if (/FileLockException|Lock file has been locked|store_lock/u.test(log)) {
    return new StartupError(what, `Another program has the files of ${path.join(home, 'data')} open.`, 'Stop that program, or choose another folder with THROUGHLINE_HOME.')
  }
  if (/Could not reserve enough space|insufficient memory|OutOfMemoryError/iu.test(log)) {
    return new StartupError(what, 'There is not enough free memory for it (about 0.6 GB).', 'Close other programs and start again.')
  }
  if (/AccessDeniedException|Permission denied|Read-only file system/u.test(log)) {
    return new StartupError(what, `Files in ${home} cannot be written.`, 'Make the folder writable for you, or choose another with THROUGHLINE_HOME.')
  }
  const reason = /(?:Caused by: |failed to open: )([^\n]+)/gu
  const last = [...log.matchAll(reason)].at(-1)?.[1]
  return new StartupError(what, `Java ended early${last === undefined ? '' : `: ${last.trim()}`}`, `Look at the end of ${javaLog(home)}; report it if the reason is not clear.`)
}
