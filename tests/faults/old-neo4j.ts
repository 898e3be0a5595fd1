import net from 'node:net'

/** Message signatures and the PackStream bytes of the little that is said here. */
const success = (fields: Record<string, string>): Buffer => {
  const parts = [Buffer.from([0xb1, 0x70, 0xa0 + Object.keys(fields).length])]
  for (const text of Object.entries(fields).flat()) parts.push(Buffer.from([0x80 + text.length]), Buffer.from(text))
  const message = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message, Buffer.from([0, 0])])
}

/**
 * Speaks just enough Bolt 4.4 to be taken for a Neo4j of long ago: it names its version and says yes to everything. Texts
 * must be shorter than 16 characters.
 */
export async function startOldNeo4j(agent: string): Promise<{ port: number; close(): void }> {
  const server = net.createServer((socket) => {
    let hasShakenHands = false
    socket.on('error', () => undefined)
    socket.on('data', () => {
      if (!hasShakenHands) {
        hasShakenHands = true
        socket.write(Buffer.from([0, 0, 4, 4]))
      } else socket.write(success({ server: agent, connection_id: 'bolt-1' }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => void server.close(),
  }
}
