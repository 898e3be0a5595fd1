import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { findRunning } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { envOf, warmUp } from '#tests/setup/app.ts'
import { Way } from '#tests/setup/way.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

// A second app on the database of the first, over a way that this test holds.
let way: Way
let home = ''
let url = ''
let child: ChildProcess

beforeAll(async () => {
  const running = await findRunning(inject('app').home)
  if (running === null) throw new Error('the app of the test run has no database')
  way = new Way(Number(new URL(running.uri).port))
  await way.open()
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-away-'))
  const port = await findFreePort()
  url = `http://127.0.0.1:${String(port)}`
  const env = envOf(home, { PORT: String(port), NEO4J_URI: `bolt://127.0.0.1:${String(way.port)}`, NEO4J_USER: running.user, NEO4J_PASSWORD: running.password, NEO4J_DATABASE: running.database })
  child = spawn(process.execPath, [path.join('dist', 'server', 'main.js')], { cwd: findProjectRoot(), env, stdio: ['ignore', 'ignore', 'inherit'] })
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 90_000, interval: 200 })
  await warmUp(url)
}, 120_000)

afterAll(async () => {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
  await way.cut()
  await rm(home, { recursive: true, force: true })
})

test('with the database away the API says 503 as a problem, and the process stays alive', async () => {
  await way.cut()
  try {
    const answer = await fetch(`${url}/api/overview`)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const text = await answer.text()
    expect(text).not.toMatch(/bolt:|127\.0\.0\.1|MATCH |\.ts:|at /u)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  } finally {
    await way.open()
  }
  await until(() => fetch(`${url}/readyz`).then((answer) => answer.status)).toBe(200)
})

test('the screens say that the database is away, what is still true, and come back with Try again', async () => {
  const page = await openPage('/sources', { url, expected: [/status of 503/u] })
  await page.getByRole('heading', { name: 'What the graph holds' }).waitFor()
  await way.cut()
  try {
    // One message where several questions failed, and a line under the canvas.
    await page.goto('/explore')
    await page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'The database is away' }) }).waitFor({ timeout: 45_000 })
    await page.getByRole('region', { name: 'Timeline' }).getByRole('alert').waitFor({ timeout: 45_000 })
    await until(() => page.getByRole('alert').count()).toBe(2)
    await page.goto('/')
    const alert = page.getByRole('alert').first()
    await alert.getByText('The database is away').waitFor({ timeout: 45_000 })
    await alert.getByText('nothing is lost', { exact: false }).waitFor()
    expect((await alert.textContent())?.match(/nothing is lost/giu)).toHaveLength(1)
  } finally {
    await way.open()
  }
  await until(() => fetch(`${url}/readyz`).then((answer) => answer.status)).toBe(200)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByRole('region', { name: 'Start here' }).waitFor()
})
