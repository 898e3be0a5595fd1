import { once } from 'node:events'
import net from 'node:net'

/** A way to the database that can be cut, as if the database were gone, fall silent, as if it hung, and be mended. */
export class Way {
  #target: number
  readonly #sockets = new Set<net.Socket>()
  #server: net.Server | null = null
  port = 0
  /** Takes connections and says nothing on them. */
  isSilent = false

  constructor(target: number) {
    this.#target = target
  }

  /** Leads somewhere else from the next connection on. */
  leadTo(target: number): void {
    this.#target = target
  }

  async open(): Promise<void> {
    const server = net.createServer((near) => {
      const far = net.connect(this.#target, '127.0.0.1')
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        this.#sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          this.#sockets.delete(socket)
          other.destroy()
        })
        socket.on('data', (bytes) => {
          if (!this.isSilent) other.write(bytes)
        })
      }
    })
    this.#server = server
    server.listen(this.port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address !== null) this.port = address.port
  }

  async cut(): Promise<void> {
    const closed = this.#server === null ? null : once(this.#server, 'close')
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}
