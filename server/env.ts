import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { StartupError } from './errors.ts'
import type { Connection } from './neo4j/driver.ts'
import { findProjectRoot } from './project-root.ts'
import { defaultCacheFolder, defaultHomeFolder } from './user-folders.ts'

/** What the environment says, checked once at start. */
export interface Settings {
  port: number
  /** A port that was asked for is taken or refused; the default one may give way to the next free one. */
  isPortGiven: boolean
  host: string
  /** A Neo4j of the user's; null means that we run one. */
  neo4j: Connection | null
  home: string
  cache: string
  writeToken: string | null
  /** Largest file that may be sent. */
  mostUploadBytes: number
  /** Host names that requests may name, our own included. */
  allowedHosts: readonly string[]
  logLevel: (typeof logLevels)[number]
}

export const defaultPort = 4100

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** An empty value is as good as none: `.env` files and Docker leave them so. */
const optional = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

const folder = z.string().transform((text) => path.resolve(text.replace(/^~(?=$|[/\\])/u, os.homedir())))

const envSchema = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d+$/u, 'must be a whole number from 1 to 65535')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535'),
  ),
  HOST: optional(z.string().regex(/^[\w.:-]+$/u, 'must be an address or a host name')),
  NEO4J_URI: optional(
    z.string().regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/@]+\/?$/u, 'must look like neo4j://host:7687 (bolt, bolt+s, neo4j, neo4j+s), without a user or password in it'),
  ),
  NEO4J_USER: optional(z.string()),
  NEO4J_PASSWORD: optional(z.string()),
  NEO4J_DATABASE: optional(z.string().regex(/^[a-zA-Z][\w.-]{2,62}$/u, 'must be the name of a database')),
  THROUGHLINE_HOME: optional(folder),
  THROUGHLINE_CACHE: optional(folder),
  THROUGHLINE_WRITE_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  THROUGHLINE_ALLOWED_HOSTS: optional(
    z.string().transform((text) =>
      text
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    ),
  ),
  THROUGHLINE_MAX_UPLOAD_MB: optional(z.string().regex(/^[1-9]\d{0,5}$/u, 'must be a whole number of megabytes from 1 to 999999').transform(Number)),
  LOG_LEVEL: optional(z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })),
})

type Env = Readonly<Record<string, string | undefined>>

/** Reads `.env` of the project folder, if there is one, into process.env; what is set already stays. */
export function loadEnvFile(): void {
  const file = path.join(findProjectRoot(), '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The settings, or a StartupError that names everything that does not fit. Values are not repeated: some are secret. */
export function readEnv(env: Env): Settings {
  const parsed = envSchema.safeParse(env)
  if (!parsed.success) throw misfit(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const values = parsed.data
  const host = values.HOST ?? '127.0.0.1'
  if (values.NEO4J_URI !== undefined && values.NEO4J_PASSWORD === undefined) {
    throw misfit(['NEO4J_PASSWORD must be set when NEO4J_URI is'])
  }
  if (!isLoopback(host) && values.THROUGHLINE_WRITE_TOKEN === undefined) {
    throw new StartupError(
      'Throughline will not open itself to the network without a write token.',
      `HOST is ${host}, so other machines could change the graph.`,
      'Set THROUGHLINE_WRITE_TOKEN to a long random word, or leave HOST at 127.0.0.1.',
    )
  }
  return {
    port: values.PORT ?? defaultPort,
    isPortGiven: values.PORT !== undefined,
    host,
    neo4j:
      values.NEO4J_URI === undefined
        ? null
        : { uri: values.NEO4J_URI, user: values.NEO4J_USER ?? 'neo4j', password: values.NEO4J_PASSWORD ?? '', database: values.NEO4J_DATABASE ?? 'neo4j' },
    home: values.THROUGHLINE_HOME ?? defaultHomeFolder(env),
    cache: values.THROUGHLINE_CACHE ?? defaultCacheFolder(env),
    writeToken: values.THROUGHLINE_WRITE_TOKEN ?? null,
    mostUploadBytes: (values.THROUGHLINE_MAX_UPLOAD_MB ?? 2_048) * 1024 * 1024,
    allowedHosts: [...new Set(['localhost', '127.0.0.1', '[::1]', ...ownName(host), ...(values.THROUGHLINE_ALLOWED_HOSTS ?? [])])],
    logLevel: values.LOG_LEVEL ?? 'info',
  }
}

/** True if only programs on this machine can reach that address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host)
}

/** As a browser names the host; addresses that stand for all name none. */
function ownName(host: string): string[] {
  if (host === '0.0.0.0' || host === '::') return []
  return [host.includes(':') ? `[${host}]` : host.toLowerCase()]
}

function misfit(faults: readonly string[]): StartupError {
  return new StartupError(
    faults.length === 1 ? 'A setting does not fit.' : `${String(faults.length)} settings do not fit.`,
    `${faults.join('; ')}.`,
    'Correct it in the environment or in .env; .env.example lists all settings.',
  )
}
