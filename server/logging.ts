import { pino, type Logger } from 'pino'

/** JSON lines; secrets and request headers never enter. */
export function createLogger(level: string, destination?: string): Logger {
  const options = { level, base: null, redact: { paths: ['password', '*.password', 'req.headers', 'authorization'], remove: true } }
  return destination === undefined ? pino(options) : pino(options, pino.destination({ dest: destination, mkdir: true, sync: false }))
}
