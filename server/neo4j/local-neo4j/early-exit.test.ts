import { expect, it } from 'vitest'
import { explainEarlyExit, isPortClash } from './early-exit.ts'

it.each([
  ['java.io.IOException: No space left on device', 'The disk is full.', 'no room left'],
  ['Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: /home/data/store_lock', 'The database did not start.', 'Another program'],
  ['Error: Could not reserve enough space for 524288KB object heap', 'The database did not start.', 'not enough free memory'],
  ['java.nio.file.AccessDeniedException: /home/data', 'The database did not start.', 'cannot be written'],
  ['Caused by: first\nCaused by: java.lang.IllegalArgumentException: bad setting\n\tat x', 'The database did not start.', 'Java ended early: java.lang.IllegalArgumentException: bad setting'],
  ['', 'The database did not start.', 'Java ended early'],
])('%s', (log, what, why) => {
  const error = explainEarlyExit(log, '/home')
  expect(error.message).toBe(what)
  expect(error.why).toContain(why)
  expect(error.remedy).not.toBe('')
})

it('knows a port clash', () => {
  expect(isPortClash('java.net.BindException: Address already in use')).toBe(true)
  expect(isPortClash('other')).toBe(false)
})
