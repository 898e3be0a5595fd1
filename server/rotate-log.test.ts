import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rotateLog } from './rotate-log.ts'

let folder: string
let log: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-log-'))
  log = path.join(folder, 'a.log')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('keeps the last three, newest first', () => {
  for (const text of ['first', 'second', 'third', 'fourth', 'fifth']) {
    writeFileSync(log, text)
    rotateLog(log, 5)
  }
  expect(readdirSync(folder).sort()).toEqual(['a.log.1', 'a.log.2', 'a.log.3'])
  expect([1, 2, 3].map((index) => readFileSync(`${log}.${String(index)}`, 'utf8'))).toEqual(['fifth', 'fourth', 'third'])
})

it('leaves a small log where it is, and is content with none', () => {
  rotateLog(log, 5)
  writeFileSync(log, 'tiny')
  rotateLog(log, 5)
  expect(readdirSync(folder)).toEqual(['a.log'])
})
