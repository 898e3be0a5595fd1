import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLoopback, readEnv } from './env.ts'
import { StartupError } from './errors.ts'

function refusal(env: Record<string, string>): StartupError {
  try {
    readEnv(env)
  } catch (error) {
    if (error instanceof StartupError) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('readEnv', () => {
  it('has a default for everything', () => {
    expect(readEnv({ XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/cache' })).toMatchObject({
      port: 4100,
      isPortGiven: false,
      host: '127.0.0.1',
      neo4j: null,
      writeToken: null,
      allowedHosts: ['localhost', '127.0.0.1', '[::1]'],
      logLevel: 'info',
    })
  })

  it('takes empty values as not given', () => {
    expect(readEnv({ PORT: '', NEO4J_URI: ' ', THROUGHLINE_WRITE_TOKEN: '' })).toMatchObject({ port: 4100, neo4j: null, writeToken: null })
  })

  it('reads all of a connection, with the usual user and database', () => {
    expect(readEnv({ NEO4J_URI: 'neo4j+s://db.example:7687', NEO4J_PASSWORD: 'secret' }).neo4j).toEqual({
      uri: 'neo4j+s://db.example:7687',
      user: 'neo4j',
      password: 'secret',
      database: 'neo4j',
    })
  })

  it('makes folders absolute and knows ~', () => {
    const settings = readEnv({ THROUGHLINE_HOME: '~/graph', THROUGHLINE_CACHE: 'downloads' })
    expect(settings.home).toBe(path.join(os.homedir(), 'graph'))
    expect(settings.cache).toBe(path.resolve('downloads'))
  })

  it('names every setting that does not fit, and repeats no value', () => {
    const error = refusal({ PORT: '70000', NEO4J_URI: 'http://user:hunter2@db', LOG_LEVEL: 'loud' })
    expect(error.message).toBe('3 settings do not fit.')
    expect(error.why).toContain('PORT must be a whole number from 1 to 65535')
    expect(error.why).toContain('NEO4J_URI must look like')
    expect(error.why).toContain('LOG_LEVEL must be one of')
    expect(error.why).not.toContain('hunter2')
  })

  it('wants a password with a URI', () => {
    expect(refusal({ NEO4J_URI: 'bolt://127.0.0.1:7687' }).why).toBe('NEO4J_PASSWORD must be set when NEO4J_URI is.')
  })

  it('refuses the network without a write token', () => {
    expect(refusal({ HOST: '0.0.0.0' }).remedy).toContain('THROUGHLINE_WRITE_TOKEN')
    expect(readEnv({ HOST: '0.0.0.0', THROUGHLINE_WRITE_TOKEN: 'x'.repeat(16) }).host).toBe('0.0.0.0')
  })

  it('refuses a short token', () => {
    expect(refusal({ THROUGHLINE_WRITE_TOKEN: 'short' }).why).toContain('at least 16 characters')
  })

  it('allows its own name and those listed', () => {
    const settings = readEnv({ HOST: 'graph.local', THROUGHLINE_WRITE_TOKEN: 'x'.repeat(16), THROUGHLINE_ALLOWED_HOSTS: ' Graph.example , ' })
    expect(settings.allowedHosts).toEqual(['localhost', '127.0.0.1', '[::1]', 'graph.local', 'graph.example'])
  })
})

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.evil.example', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})
