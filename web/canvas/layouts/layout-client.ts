import type { LayoutAnswer, LayoutInput, LayoutRequest, Placed } from './layout-input.ts'

/** The worker was stopped because a newer layout was asked for. */
export class LayoutCancelled extends Error {
  constructor() {
    super('A newer layout was asked for')
    this.name = 'LayoutCancelled'
  }
}

/** Runs one layout at a time in a worker; a newer request stops the older one. */
export class LayoutClient {
  #worker: Worker | null = null
  #cancel: (() => void) | null = null
  #job = 0

  /** Places by id. Rejects with LayoutCancelled when superseded or closed. */
  run(task: LayoutRequest['task'], input: LayoutInput): Promise<Placed> {
    this.cancel()
    this.#worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    const worker = this.#worker
    this.#job += 1
    const job = this.#job
    return new Promise((resolve, reject) => {
      const done = (): void => {
        worker.removeEventListener('message', onAnswer)
        worker.removeEventListener('error', onError)
        if (this.#job === job) this.#cancel = null
      }
      const onAnswer = (event: MessageEvent<LayoutAnswer>): void => {
        if (event.data.job !== job) return
        done()
        resolve(event.data.placed)
      }
      const onError = (event: ErrorEvent): void => {
        done()
        reject(new Error(`The layout failed: ${event.message}`))
      }
      worker.addEventListener('message', onAnswer)
      worker.addEventListener('error', onError)
      this.#cancel = () => {
        done()
        worker.terminate()
        if (this.#worker === worker) this.#worker = null
        reject(new LayoutCancelled())
      }
      const request: LayoutRequest = { job, task, input }
      worker.postMessage(request)
    })
  }

  /** Stops the layout that runs, if one does. */
  cancel(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** Stops everything and frees the worker. */
  close(): void {
    this.cancel()
    this.#worker?.terminate()
    this.#worker = null
  }
}
