import os from 'node:os'
import path from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where downloads lie that all homes share (jars, Java). */
export function defaultCacheFolder(env: Env = process.env, platform: NodeJS.Platform = process.platform, home: string = os.homedir()): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'throughline', 'cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'throughline')
  return path.join(absoluteOr(env['XDG_CACHE_HOME'], path.join(home, '.cache')), 'throughline')
}

/** Where the database and the logs lie. */
export function defaultHomeFolder(env: Env = process.env, platform: NodeJS.Platform = process.platform, home: string = os.homedir()): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'throughline', 'home')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'throughline')
  return path.join(absoluteOr(env['XDG_DATA_HOME'], path.join(home, '.local', 'share')), 'throughline')
}

/** The XDG rules say that a relative folder is to be ignored. */
function absoluteOr(folder: string | undefined, fallback: string): string {
  return folder !== undefined && path.isAbsolute(folder) ? folder : fallback
}
