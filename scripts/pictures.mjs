/**
 * The pictures of the README, taken from the running product: `node scripts/pictures.mjs [--url ADDRESS] [--only NAME]`.
 * Without --url the app is started on a home of its own with the curated sample, and that home is deleted at the end.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { checkNode, fail, root, StepError } from './lib/project.mjs'

const folder = path.join(root, 'docs', 'pictures')
const size = { width: 1360, height: 850 }

/** Each picture: the file's name, the theme, and how to get there. */
const pictures = [
  {
    name: 'landscape',
    theme: 'light',
    show: async (page, url) => {
      await page.goto(url)
      await settled(page)
    },
  },
  {
    name: 'explore',
    theme: 'light',
    show: async (page, url) => {
      const ids = await aroundNarrative(url, 'narrative:colour-revolutions')
      await page.goto(`${url}/explore?${new URLSearchParams({ add: ids.join(',') })}`)
      await page.locator('canvas').first().waitFor()
      await settled(page)
      // One case of the selection: its details show claim beside disproof.
      await page.getByRole('button', { name: /Biden came to power/ }).first().click()
      await page.getByRole('button', { name: 'Fit' }).click()
      await settled(page)
    },
  },
  {
    name: 'dossier',
    theme: 'light',
    show: async (page, url) => {
      await page.goto(`${url}/narratives/${encodeURIComponent('narrative:nato-broken-promise')}`)
      await settled(page)
    },
  },
  {
    name: 'case-dark',
    theme: 'dark',
    show: async (page, url) => {
      const { cases } = await answer(url, '/api/cases?narrative=narrative%3Acolour-revolutions&limit=1')
      await page.goto(`${url}/cases/${encodeURIComponent(cases[0].id)}`)
      await settled(page)
    },
  },
]

/** A narrative, its newest cases, and what the first of them share with the others. */
async function aroundNarrative(url, id) {
  const neighbors = async (of, query) => (await answer(url, `/api/nodes/${encodeURIComponent(of)}/neighbors?${query}`)).subgraph.nodes.id.slice(1)
  const cases = await neighbors(id, 'kinds=Case&limit=14')
  const counts = new Map()
  for (const one of cases) {
    for (const other of await neighbors(one, 'kinds=Narrative,Country,Keyword&limit=40')) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  const shared = [...counts].filter(([other, count]) => count > 1 && other !== id).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [id, ...cases, ...shared.slice(0, 14).map(([other]) => other)]
}

async function answer(url, address) {
  const response = await fetch(url + address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json()
}

/** Asks once for what the screens need: the first questions to a database that has just started are slow. */
async function warm(url) {
  for (const address of ['/api/overview', '/api/landscape', '/api/narratives', '/api/cases', '/api/search?q=nato']) {
    for (let tries = 1; ; tries += 1) {
      const { ok } = await fetch(url + address)
      if (ok) break
      if (tries === 12) throw new Error(`${address} does not answer`)
      await sleep(2_000)
    }
  }
}

/** Waits until nothing is fetched, no skeleton is left, the face is there and nothing moves. */
async function settled(page) {
  await page.waitForTimeout(500)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null, undefined, { timeout: 30_000 })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1_500)
}

/** CHROME_PATH, an installed browser, or the packaged one for Linux x64; `args` are what it needs. */
async function findBrowser() {
  const args = ['--no-sandbox', '--hide-scrollbars', '--force-color-profile=srgb']
  const given = process.env.CHROME_PATH
  if (given) return { executablePath: given, args }
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((place) => names.map((name) => path.join(place, name)))
  const found = [...onPath, ...usual].find(isProgram)
  if (found) return { executablePath: found, args }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium')
    return { executablePath: await packaged.executablePath(), args: [...args, '--headless=new', '--use-gl=angle', '--use-angle=swiftshader'] }
  }
  throw new StepError('There is no browser to take pictures with.', 'Neither Chrome nor Chromium was found.', 'Install Chromium, or let CHROME_PATH name a browser.')
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts the app on a home of its own; resolves with its address and the way to stop it. */
async function startApp() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'throughline-pictures-'))
  const env = { ...process.env, THROUGHLINE_HOME: home, LOG_LEVEL: 'silent' }
  for (const name of ['PORT', 'HOST', 'NEO4J_URI', 'THROUGHLINE_WRITE_TOKEN']) env[name] = ''
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const url = await new Promise((resolve, reject) => {
      let text = ''
      child.stdout.on('data', (chunk) => {
        process.stdout.write(chunk)
        text += chunk
        const address = /open at (http:\S+)/.exec(text)?.[1]
        if (address) resolve(address)
      })
      void ended.then(() => reject(new StepError('The app did not start.', 'It ended before it told its address.', 'See its messages above.')))
    })
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function takePictures(url, only) {
  const { chromium } = await import('playwright-core')
  await warm(url)
  const browser = await chromium.launch(await findBrowser())
  try {
    for (const { name, theme, show } of pictures) {
      if (only !== undefined && only !== name) continue
      const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1.5, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' })
      const page = await context.newPage()
      const faults = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text())
      })
      await show(page, url)
      if (faults.length > 0) throw new Error(`${name}: the page reports ${faults.join('; ')}`)
      const file = path.join(folder, `${name}.png`)
      await page.screenshot({ path: file })
      console.log(path.relative(root, file))
      await context.close()
    }
  } finally {
    await browser.close()
  }
}

try {
  checkNode()
  const { url: given, only } = parseArgs({ options: { url: { type: 'string' }, only: { type: 'string' } } }).values
  mkdirSync(folder, { recursive: true })
  const app = given === undefined ? await startApp() : { url: given.replace(/\/$/, ''), stop: async () => {} }
  try {
    await takePictures(app.url, only)
  } finally {
    await app.stop()
  }
} catch (error) {
  fail(error)
}
