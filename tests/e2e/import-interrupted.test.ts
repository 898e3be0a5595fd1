import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { findRunning } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { envOf, warmUp } from '#tests/setup/app.ts'
import { getApi } from './support/api.ts'
import { throughline } from './support/command-line.ts'
import { cardOf, chooseFiles, dryRun, equationOf } from './support/import-files.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

// A second app on the database of the first: it can be killed in the middle of an import, and started again on its home and port.
let home = ''
let url = ''
let env: NodeJS.ProcessEnv
let child: ChildProcess

async function start(): Promise<void> {
  child = spawn(process.execPath, [path.join('dist', 'server', 'main.js')], { cwd: findProjectRoot(), env, stdio: ['ignore', 'ignore', 'inherit'] })
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 90_000, interval: 200 })
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

beforeAll(async () => {
  const running = await findRunning(inject('app').home)
  if (running === null) throw new Error('the app of the test run has no database')
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-interrupted-'))
  const port = await findFreePort()
  url = `http://127.0.0.1:${String(port)}`
  env = envOf(home, { PORT: String(port), NEO4J_URI: running.uri, NEO4J_USER: running.user, NEO4J_PASSWORD: running.password, NEO4J_DATABASE: running.database })
  await start()
  await warmUp(url)
}, 120_000)

afterEach(async () => {
  const { imports } = await getApi(importsEndpoint, '/api/imports')
  for (const { id, file } of imports) if (file.startsWith('synthetic ')) await throughline('undo', id)
}, 180_000)

afterAll(async () => {
  await end('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const rows = 5_000
const table = (what: string) =>
  ['date,id,title,countries,keywords,languages,outlets', ...Array.from({ length: rows }, (_, index) => `2019-0${String(1 + (index % 9))}-${String(10 + (Math.floor(index / 9) % 18))},https://euvsdisinfo.eu/report/synthetic-${what}-${String(index)}/,Synthetic case ${String(index)} about ${what},Ukraine,Synthetic keyword ${String(index % 7)},Russian,Synthetic outlet ${String(index % 40)}`)].join('\n')

const listed = async (file: string) => (await getApi(importsEndpoint, '/api/imports')).imports.find((one) => one.file === file)

test('the server goes away in the middle of an import: the screen says so and comes back by itself, and the import goes on', { timeout: 300_000 }, async () => {
  const page = await openPage('/sources', { url, expected: [/net::ERR_/u, /status of 404/u] })
  await chooseFiles(page, [{ name: 'synthetic pepper.csv', content: table('pepper') }])
  const card = await dryRun(page, 'synthetic pepper.csv')
  await card.getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  await card.getByRole('progressbar', { name: 'Importing synthetic pepper.csv' }).waitFor()
  await until(async () => (await listed('synthetic pepper.csv'))?.status).toBe('running')
  await end('SIGKILL')
  await card.getByRole('alert').getByText('The server cannot be reached').waitFor()

  // Another app on the same graph knows that nothing works on it, and does not have the file.
  const broken = await listed('synthetic pepper.csv')
  expect(broken).toMatchObject({ status: 'running' })
  const elsewhere = await openPage(`/sources/imports/${encodeURIComponent(broken?.id ?? '')}`, { expected: [/status of 404/u] })
  await elsewhere.getByText('This import was broken off', { exact: false }).waitFor()
  await elsewhere.getByRole('button', { name: 'Go on with the import' }).click()
  await elsewhere.getByRole('alert').getByText('The file is not kept here any more.', { exact: false }).waitFor()

  await start()
  await card.getByRole('alert').waitFor({ state: 'detached', timeout: 60_000 })
  await card.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 120_000 })
  expect(await equationOf(card)).toEqual({ read: rows, accepted: rows, merged: 0, rejected: 0 })
  expect(await listed('synthetic pepper.csv')).toMatchObject({ id: broken?.id, status: 'done', rows: { read: rows, accepted: rows } })
})

test('an import that was stopped goes on from its page', { timeout: 300_000 }, async () => {
  const page = await openPage('/sources', { url })
  await chooseFiles(page, [{ name: 'synthetic mint.csv', content: table('mint') }])
  const card = await dryRun(page, 'synthetic mint.csv')
  await card.getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  await card.getByText(/[1-9][\d,]* rows ·/u).waitFor()
  await card.getByRole('button', { name: 'Stop the import' }).click()
  await card.getByRole('link', { name: 'See what came in, or undo it' }).click()
  await page.getByText('This import was stopped before the file had come in whole', { exact: false }).waitFor()
  expect((await listed('synthetic mint.csv'))?.status).toBe('cancelled')
  await page.getByRole('button', { name: 'Go on with the import' }).click()
  await page.getByRole('region', { name: 'Under way' }).getByRole('progressbar', { name: 'Importing synthetic mint.csv' }).waitFor()
  await page.getByRole('region', { name: 'Under way' }).waitFor({ state: 'detached', timeout: 120_000 })
  await until(() => equationOf(page.getByRole('main'))).toEqual({ read: rows, accepted: rows, merged: 0, rejected: 0 })
  expect(await page.getByText('This import was stopped', { exact: false }).count()).toBe(0)
  expect((await listed('synthetic mint.csv'))?.status).toBe('done')
})

test('an import that was stopped before its turn came has written nothing, and says so', { timeout: 300_000 }, async () => {
  const page = await openPage('/sources', { url })
  await chooseFiles(page, [{ name: 'synthetic thyme.csv', content: table('thyme') }, { name: 'synthetic basil.csv', content: table('basil').split('\n').slice(0, 9).join('\n') }])
  await dryRun(page, 'synthetic thyme.csv')
  const files = page.getByRole('list', { name: 'Files in hand' })
  await files.getByRole('button', { name: /^synthetic basil\.csv/u }).click()
  const waiting = await dryRun(page, 'synthetic basil.csv')
  await files.getByRole('button', { name: /^synthetic thyme\.csv/u }).click()
  await cardOf(page, 'synthetic thyme.csv').getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  await files.getByRole('button', { name: /^synthetic basil\.csv/u }).click()
  await waiting.getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  await waiting.getByRole('button', { name: 'Stop the import' }).click()
  await waiting.getByRole('heading', { name: 'The import was stopped' }).waitFor()
  await waiting.getByText('Nothing was written.').waitFor()
  expect(await waiting.getByRole('link').count()).toBe(0)
  expect(await listed('synthetic basil.csv')).toBeUndefined()
  await waiting.getByRole('button', { name: 'Start it again' }).click()
  await waiting.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 120_000 })
  expect(await equationOf(waiting)).toEqual({ read: 8, accepted: 8, merged: 0, rejected: 0 })
})
