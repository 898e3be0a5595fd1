import { expect, it } from 'vitest'
import { terminalProgress } from './terminal-progress.ts'

function capture(isTTY: boolean) {
  const written: string[] = []
  let clock = 0
  const progress = terminalProgress({ isTTY, write: (text) => written.push(text) }, () => clock)
  return { written, progress, wait: (ms: number) => (clock += ms) }
}

it('prints each step and then a line every five seconds where there is no terminal', () => {
  const { written, progress, wait } = capture(false)
  progress.onProgress({ step: 'download-neo4j', text: '1 of 9', next: 'start' })
  progress.onProgress({ step: 'download-neo4j', text: '2 of 9' })
  wait(5_000)
  progress.onProgress({ step: 'download-neo4j', text: '3 of 9' })
  progress.onProgress({ step: 'download-neo4j', text: '9 of 9', doneBytes: 9, totalBytes: 9 })
  progress.onProgress({ step: 'start-neo4j', text: 'Starting' })
  progress.end()
  expect(written).toEqual(['1 of 9; next: start\n', '3 of 9\n', '9 of 9\n', 'Starting\n'])
})

it('rewrites one line in a terminal, leaving nothing of a longer one', () => {
  const { written, progress } = capture(true)
  progress.onProgress({ step: 'download-neo4j', text: 'long text' })
  progress.onProgress({ step: 'download-neo4j', text: 'short' })
  progress.onProgress({ step: 'start-neo4j', text: 'Starting' })
  progress.end()
  progress.end()
  expect(written).toEqual(['\rlong text', '\rshort    ', '\n', '\rStarting', '\n'])
})
