import http, { type RequestListener, type Server } from 'node:http'
import { StartupError } from '../errors.ts'
import { answerBrokenRequest } from './broken-request.ts'

export interface ListenOptions {
  host: string
  port: number
  /** A port that was asked for is not exchanged for another. */
  isPortGiven: boolean
}

/** How many ports after the default one are tried. */
const tries = 50

/** Serves the app; when the default port is taken, on the next free one. Resolves once it listens. */
export async function listen(app: RequestListener, { host, port, isPortGiven }: ListenOptions): Promise<{ server: Server; address: string }> {
  for (let candidate = port; ; candidate += 1) {
    const server = http.createServer(app)
    server.on('clientError', answerBrokenRequest)
    // A client that dribbles its request does not hold a connection for minutes.
    server.headersTimeout = 15_000
    // A large file may take its time, as long as it keeps coming; bodies of JSON have a minute (guards.ts).
    server.requestTimeout = 0
    server.timeout = 120_000
    const code = await tryListen(server, host, candidate)
    if (code === null) return { server, address: addressOf(host, candidate) }
    if (code !== 'EADDRINUSE' || isPortGiven || candidate >= port + tries || candidate >= 65_535) throw refusal(code, host, candidate)
  }
}

/** Refuses early when the port that was asked for is taken: before the slow steps. */
export async function assertPortFree({ host, port, isPortGiven }: ListenOptions): Promise<void> {
  if (!isPortGiven) return
  const server = http.createServer()
  const code = await tryListen(server, host, port)
  if (code !== null) throw refusal(code, host, port)
  await closeServer(server)
}

/** Lets running requests end, for a while; resolves when all connections are closed. */
export async function closeServer(server: Server, patienceMs: number = 3_000): Promise<void> {
  const timer = setTimeout(() => {
    server.closeAllConnections()
  }, patienceMs)
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}

/** Null when it listens, else the system's code. */
function tryListen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message)
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve(null)
    })
  })
}

/** What to type into a browser; an address that stands for all is reached by this machine's own name. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${String(port)}`
}

function refusal(code: string, host: string, port: number): StartupError {
  if (code === 'EADDRINUSE') {
    return new StartupError(`Port ${String(port)} is taken.`, `Another program listens on ${host}:${String(port)}.`, 'Stop that program or choose another PORT; without PORT the next free one is taken.')
  }
  if (code === 'EACCES') {
    return new StartupError(`Port ${String(port)} may not be opened.`, 'The system keeps it for its administrator.', 'Choose a PORT of 1024 or more.')
  }
  return new StartupError(`Throughline cannot listen on ${host}.`, `The system says ${code}.`, 'Let HOST be an address of this machine; 127.0.0.1 always is.')
}
