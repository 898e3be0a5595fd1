import net from 'node:net'

/** True if nobody listens on that port of that address. */
export async function isPortFree(port: number, host: string = '127.0.0.1'): Promise<boolean> {
  return (await tryListen(port, host)) !== null
}

/** A port of the loopback address that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const port = await tryListen(0, '127.0.0.1')
  if (port === null) throw new Error('no free port on 127.0.0.1')
  return port
}

async function tryListen(port: number, host: string): Promise<number | null> {
  const server = net.createServer()
  try {
    return await new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
        else reject(error)
      })
      server.listen({ port, host, exclusive: true }, () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : null)
      })
    })
  } finally {
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve()
      })
    })
  }
}
