import { expect, it } from 'vitest'
import { progressWords, timeWords } from './job-progress.tsx'

const progress = { rows: 1_000, part: 0.42, rowsPerSecond: 350, secondsLeft: 7.2 }

it('says how far a job is, and leaves out what is not known', () => {
  expect(progressWords({ kind: 'import', state: 'running', progress })).toBe('42 % · 1,000 rows · 350 a second · about 7 seconds left')
  expect(progressWords({ kind: 'undo', state: 'running', progress: { rows: 1, part: null, rowsPerSecond: null, secondsLeft: null } })).toBe('1 case')
  expect(progressWords({ kind: 'import', state: 'queued', progress })).toBe('waits for its turn')
})
it('promises no time once the file is read: rows are still being written and settled', () => {
  expect(progressWords({ kind: 'dry-run', state: 'running', progress: { ...progress, part: 1, secondsLeft: 1 } })).toBe('the file is read; finishing · 1,000 rows · 350 a second')
})
it('needs no second of an hour', () => expect([0.2, 59, 300, 7_200].map(timeWords)).toEqual(['1 second', '59 seconds', '5 minutes', '2 hours']))
