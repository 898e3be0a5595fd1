import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createShutdown } from './shutdown.ts'

function build(patienceMs?: number) {
  const happened: string[] = []
  const shutdown = createShutdown({
    exit: (code) => happened.push(`exit ${String(code)}`),
    onError: (error) => happened.push(String(error)),
    ...(patienceMs === undefined ? {} : { patienceMs }),
  })
  return { happened, shutdown }
}

describe('createShutdown', () => {
  it('closes the last opened first, then exits, and does so once', async () => {
    const { happened, shutdown } = build()
    await shutdown.onClose(() => Promise.resolve().then(() => void happened.push('database')))
    await shutdown.onClose(() => Promise.resolve().then(() => void happened.push('server')))
    await Promise.all([shutdown.end(0), shutdown.end(1)])
    expect(shutdown.signal.aborted).toBe(true)
    expect(happened).toEqual(['server', 'database', 'exit 0'])
  })

  it('goes on when a step fails', async () => {
    const { happened, shutdown } = build()
    await shutdown.onClose(() => Promise.resolve().then(() => void happened.push('database')))
    await shutdown.onClose(() => Promise.reject(new Error('stuck')))
    await shutdown.end(0)
    expect(happened).toEqual(['Error: stuck', 'database', 'exit 0'])
  })

  it('gives up after a while', async () => {
    const { happened, shutdown } = build(20)
    await shutdown.onClose(() => sleep(200))
    void shutdown.end(0)
    await sleep(60)
    expect(happened).toEqual([expect.stringContaining('Closing took longer than 0.02 s'), 'exit 1'])
  })
})
