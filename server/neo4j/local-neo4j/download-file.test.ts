import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartupError } from '#server/errors.ts'
import { downloadFile, type WantedFile } from './download-file.ts'

const content = Buffer.from('the whole file, all of it')
const sha256 = createHash('sha256').update(content).digest('hex')

let folder: string
let server: http.Server
let requests: number
let answer: (response: http.ServerResponse, request: number) => void
let base: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-download-'))
  requests = 0
  server = http.createServer((_request, response) => {
    requests += 1
    answer(response, requests)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

function wanted(): WantedFile {
  return { name: 'org.example:whole:1', url: `${base}/whole.jar`, target: path.join(folder, 'whole.jar'), size: content.length, sha256 }
}

const quick = { retryDelayMs: 1, stallMs: 200 }

async function refused(): Promise<StartupError> {
  const error: unknown = await downloadFile(wanted(), quick).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StartupError)) throw new Error(`not refused: ${String(error)}`)
  return error
}

describe('downloadFile', () => {
  it('keeps a file that is as expected', async () => {
    answer = (response) => response.end(content)
    const pieces: number[] = []
    await downloadFile(wanted(), { ...quick, onBytes: (bytes) => pieces.push(bytes) })
    expect(await readFile(path.join(folder, 'whole.jar'))).toEqual(content)
    expect(await readdir(folder)).toEqual(['whole.jar'])
    expect(pieces.reduce((sum, bytes) => sum + bytes, 0)).toBe(content.length)
  })

  it('retries one that is cut short, and takes the next that is whole', async () => {
    answer = (response, request) => {
      if (request > 1) response.end(content)
      else {
        response.writeHead(200, { 'Content-Length': content.length })
        response.write(content.subarray(0, 5))
        setTimeout(() => response.destroy(), 20)
      }
    }
    const pieces: number[] = []
    await downloadFile(wanted(), { ...quick, onBytes: (bytes) => pieces.push(bytes) })
    expect(requests).toBe(2)
    expect(pieces.reduce((sum, bytes) => sum + bytes, 0)).toBe(content.length)
    expect(await readdir(folder)).toEqual(['whole.jar'])
  })

  it.each<[string, (response: http.ServerResponse) => void, RegExp]>([
    [
      'always cut short by the connection',
      (response) => {
        response.writeHead(200, { 'Content-Length': content.length })
        response.write(content.subarray(0, 5))
        setTimeout(() => response.destroy(), 5)
      },
      /Three tries failed/u,
    ],
    ['short but well ended', (response) => response.end(content.subarray(0, 5)), /5 of 25 bytes came/u],
    ['of the right size with another content', (response) => response.end(Buffer.alloc(content.length, 'x')), /SHA-256 is not the expected one/u],
    ['endless', (response) => response.end(Buffer.alloc(content.length * 100)), /more than the expected 25 bytes/u],
    ['not there', (response) => response.writeHead(404).end(), /the server answered 404/u],
    ['never sent', () => {}, /no data for 0\.2 s/u],
  ])('refuses one that is %s after three tries, and keeps nothing', async (_name, answering, why) => {
    answer = answering
    const error = await refused()
    expect(error.message).toBe('org.example:whole:1 could not be downloaded.')
    expect(error.why).toMatch(why)
    expect(error.remedy).toContain('NEO4J_URI')
    expect(requests).toBe(3)
    expect(await readdir(folder)).toEqual([])
  })

  it('says so when nobody answers', async () => {
    await new Promise((resolve) => server.close(resolve))
    expect((await refused()).why).toMatch(/ECONNREFUSED/u)
    server = http.createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  it('does not retry when the folder is gone', async () => {
    answer = (response) => response.end(content)
    const file = { ...wanted(), target: path.join(folder, 'missing', 'whole.jar') }
    await expect(downloadFile(file, quick)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(requests).toBe(1)
  })
})
