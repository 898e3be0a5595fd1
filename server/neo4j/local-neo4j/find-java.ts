import { execFile } from 'node:child_process'
import { access, constants, readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

type Env = Readonly<Record<string, string | undefined>>

/** Neo4j 5.26 runs on these two. */
const acceptedVersions = new Set([17, 21])

const binary = process.platform === 'win32' ? 'java.exe' : 'java'

export interface JavaSearch {
  env: Env
  /** Folders whose sub-folders are Java installations; tests pass none. */
  usualFolders?: readonly string[]
}

/** The path of the first Java 17 or 21 found: JAVA_HOME, the path, then the usual folders; null if there is none. */
export async function findJava({ env, usualFolders = usualJavaFolders(env) }: JavaSearch): Promise<string | null> {
  for await (const candidate of candidates(env, usualFolders)) {
    const version = await javaMajorVersion(candidate)
    if (version !== null && acceptedVersions.has(version)) return candidate
  }
  return null
}

/** The major version a Java names itself by (`java -version`), null if it does not run. */
export async function javaMajorVersion(java: string): Promise<number | null> {
  try {
    await access(java, constants.X_OK)
    const { stderr, stdout } = await promisify(execFile)(java, ['-version'], { timeout: 20_000, windowsHide: true })
    return parseJavaVersion(`${stderr}\n${stdout}`)
  } catch {
    return null
  }
}

/** `openjdk version "17.0.15" …` → 17; the old `1.8.0_292` → 8. */
export function parseJavaVersion(text: string): number | null {
  const match = /version "(?:1\.)?(\d+)/u.exec(text)
  return match?.[1] === undefined ? null : Number(match[1])
}

async function* candidates(env: Env, usualFolders: readonly string[]): AsyncGenerator<string> {
  if (env['JAVA_HOME'] !== undefined && env['JAVA_HOME'] !== '') yield path.join(env['JAVA_HOME'], 'bin', binary)
  for (const folder of searchPath(env)) yield path.join(folder, binary)
  for (const folder of usualFolders) {
    const names = await readdir(folder).catch(() => [])
    // Newest-looking names first; Java 21 is a little faster than 17.
    for (const name of names.toSorted((a, b) => b.localeCompare(a))) {
      yield path.join(folder, name, 'bin', binary)
      if (process.platform === 'darwin') yield path.join(folder, name, 'Contents', 'Home', 'bin', binary)
    }
  }
}

/** The folders of PATH, which Windows may spell `Path`. */
export function searchPath(env: Env): string[] {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH')
  return (key === undefined ? '' : (env[key] ?? '')).split(path.delimiter).filter((folder) => folder !== '')
}

function usualJavaFolders(env: Env): string[] {
  const home = os.homedir()
  const mine = [path.join(home, '.sdkman', 'candidates', 'java'), path.join(home, '.jdks'), path.join(home, '.asdf', 'installs', 'java'), path.join(home, '.local', 'share', 'mise', 'installs', 'java')]
  if (process.platform === 'win32') {
    const programs = env['ProgramFiles'] ?? 'C:\\Program Files'
    return [...mine, ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'].map((vendor) => path.join(programs, vendor))]
  }
  if (process.platform === 'darwin') return [...mine, path.join(home, 'Library', 'Java', 'JavaVirtualMachines'), '/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt', '/usr/local/opt']
  return [...mine, '/usr/lib/jvm', '/usr/java', '/opt/java', '/opt']
}
