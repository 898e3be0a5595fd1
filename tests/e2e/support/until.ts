import { expect } from 'vitest'

/** Asks again until the answer is what is expected: long enough for a busy machine, at once where it is true. */
export const until = <Answer>(ask: () => Answer | Promise<Answer>, message?: string) => expect.poll(ask, { timeout: 20_000, ...(message === undefined ? {} : { message }) })
