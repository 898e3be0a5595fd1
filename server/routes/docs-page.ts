import { z } from 'zod'
import type { Endpoint } from '#graph-schema/api/common.ts'

type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/gu, (char) => escapes[char] ?? char)

const jsonSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})

/** A JSON schema in the short notation of type declarations; deep ones are cut, the OpenAPI document has them whole. */
function outline(schema: unknown, depth = 0): string {
  const parsed = jsonSchema.safeParse(schema)
  if (!parsed.success) return 'anything'
  const { type, properties, required, items, enum: values, anyOf, const: constant } = parsed.data
  if (constant !== undefined) return JSON.stringify(constant)
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ')
  if (anyOf !== undefined) return anyOf.map((one) => outline(one, depth)).join(' | ')
  if (type === 'array') return `${outline(items, depth)}[]`
  if (properties !== undefined) {
    if (depth > 4) return '{ … }'
    const pad = '  '.repeat(depth + 1)
    const lines = Object.entries(properties).map(([key, value]) => `${pad}${key}${required?.includes(key) === true ? '' : '?'}: ${outline(value, depth + 1)}`)
    return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
  }
  return Array.isArray(type) ? type.join(' | ') : (type ?? 'anything')
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): string {
  return outline(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
}

function parameters(endpoint: AnyEndpoint): string {
  const parsed = jsonSchema.safeParse(z.toJSONSchema(endpoint.query, { io: 'input', unrepresentable: 'any' }))
  const entries = Object.entries(parsed.data?.properties ?? {})
  if (entries.length === 0) return ''
  const rows = entries.map(([name, value]) => {
    const detail = jsonSchema.safeParse(value).data
    const needed = parsed.data?.required?.includes(name) === true ? 'needed' : detail?.default === undefined ? 'optional' : `optional, ${JSON.stringify(detail.default)} if left out`
    return `<tr><th scope="row"><code>${escape(name)}</code></th><td>${escape(outline(value))}</td><td>${escape(needed)}</td></tr>`
  })
  return `<h3>Query</h3><table><thead><tr><th>name</th><th>value</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function section(endpoint: AnyEndpoint): string {
  const id = `${endpoint.method}${endpoint.path.replaceAll(/\W+/gu, '-')}`
  const body = endpoint.body instanceof z.ZodObject ? `<h3>Body</h3><pre>${escape(schemaOf(endpoint.body, 'input'))}</pre>` : ''
  return `<section id="${id}"><h2><span class="method">${endpoint.method.toUpperCase()}</span> <code>${escape(endpoint.path)}</code></h2>
<p>${escape(endpoint.summary)}.</p>${parameters(endpoint)}${body}<details><summary>Answer</summary><pre>${escape(schemaOf(endpoint.response, 'output'))}</pre></details></section>`
}

/** A page of plain HTML, without scripts, that lists every endpoint with what it takes and what it answers. */
export function docsPage(list: readonly AnyEndpoint[], version: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Throughline API</title><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<p><a href="/">Throughline</a></p><h1>API</h1>
<p>Version ${escape(version)}. The machine-readable form is <a href="/api/openapi.json">OpenAPI 3.1</a>. Ids in a path are URI-encoded (<code>/api/nodes/country%3AKZ</code>). Unknown fields are refused. Errors are <code>application/problem+json</code> with an id. Claims are never given without their disproof or the state of it.</p>
${list.map(section).join('\n')}</main></body></html>`
}

export const docsStyle = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:2rem 1rem}main{max-width:52rem;margin:auto}h2{font-size:1.1rem;margin:2.5rem 0 .25rem;border-top:1px solid #8886;padding-top:1rem}h3{font-size:.9rem;margin:.75rem 0 .25rem}code,pre{font-family:ui-monospace,monospace;font-size:.875rem}pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:6px}.method{font-size:.8rem;font-weight:700;letter-spacing:.04em}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid #8884;font-size:.9rem}summary{cursor:pointer;font-weight:600;font-size:.9rem}`
