import secureParse from 'secure-json-parse'
import { z } from 'zod'
import { jsonElementsOf, type JsonShape } from './json-elements.ts'
import type { FileHead } from './reader.ts'

/** A JSON object of any keys. */
export const jsonObject = z.record(z.string(), z.unknown())
export type JsonObject = z.output<typeof jsonObject>

/** What the beginning of a JSON file shows. */
export interface JsonHead {
  shape: JsonShape
  /** The first elements, as far as they are whole and objects. */
  samples: readonly JsonObject[]
  /** The beginning of the text itself, for what stands around the elements. */
  text: string
}

const sampleElements = 25
/** Keys under which lists of cases stand, the surest first. */
const listKeys = ['all_results', 'dataFeedElement', '@graph', 'hydra:member', 'cases', 'claimReviews', 'claim_reviews', 'claims', 'results', 'items', 'records', 'entries', 'posts', 'rows', 'data', 'articles', 'list']

const sniffed = new WeakMap<FileHead, JsonHead | null>()

/** Takes the beginning of a file for JSON and says where its elements stand; null where it is none. */
export function sniffJson(head: FileHead): JsonHead | null {
  const before = sniffed.get(head)
  if (before !== undefined) return before
  const found = sniff(head)
  sniffed.set(head, found)
  return found
}

function sniff(head: FileHead): JsonHead | null {
  const text = head.text.trimStart()
  if (!/^[[{]/u.test(text)) return null
  const shape = shapeOf(text, head.isWhole)
  const samples = jsonElementsOf(text, shape, head.isWhole).slice(0, sampleElements).flatMap((element): JsonObject[] => {
    const object = element.isBroken ? null : parseObject(element.text)
    return object === null ? [] : [object]
  })
  if (samples.length === 0 && !/^[[{]\s*["{\]}[]/u.test(text)) return null
  return { shape, samples, text }
}

/** The object that a text holds; null where it is none, or names a key that programs trip over. */
export function parseObject(text: string): JsonObject | null {
  try {
    return jsonObject.safeParse(secureParse.parse(text)).data ?? null
  } catch {
    return null
  }
}

function shapeOf(text: string, isWhole: boolean): JsonShape {
  if (text.startsWith('[')) return { kind: 'list', path: [] }
  const all = text.split('\n', 12)
  const lines = (isWhole || all.length === 12 ? all : all.slice(0, -1)).slice(0, 11).map((line) => line.trim()).filter((line) => line !== '')
  const objects = lines.filter((line) => line.startsWith('{') && line.endsWith('}') && parseObject(line) !== null).length
  if (lines.length > 1 && objects * 2 >= lines.length && lines.filter((line) => line.startsWith('{')).length * 2 > lines.length) return { kind: 'lines' }
  const paths = listPaths(text)
  const surest = listKeys.map((key) => paths.find((path) => path.at(-1) === key && path.length <= 2)).find((path) => path !== undefined)
  if (surest !== undefined) return { kind: 'list', path: surest }
  // Any other list at the top of an object that is no case itself.
  const own = parseObject(text)
  const isCase = own === null ? /^\{\s*"(?:@context|@type|title|claimReviewed|format)"/u.test(text) : ['title', 'claimReviewed', 'headline', 'name', 'statement', '@type', 'format'].some((key) => key in own)
  const list = paths.find((path) => path.length === 1)
  return !isCase && list !== undefined ? { kind: 'list', path: list } : { kind: 'whole' }
}

/** Paths of the lists of objects in the upper levels of a text. */
function listPaths(text: string): string[][] {
  const paths: string[][] = []
  const open: { isList: boolean; key: string }[] = []
  let last = ''
  for (const { 0: token, 1: string } of text.matchAll(/"((?:[^"\\\n]|\\.)*)"|[{}[\]:]|(?<=\[)\s*(?=\{)/gu)) {
    if (string !== undefined) last = string
    else if (token === ':') {
      const top = open.at(-1)
      if (top !== undefined && !top.isList) top.key = last
    } else if (token === '{' || token === '[') {
      open.push({ isList: token === '[', key: '' })
      if (token === '[' && open.length <= 4 && open.slice(0, -1).every((container) => !container.isList)) {
        const path = open.slice(0, -1).map((container) => container.key)
        paths.push(path)
      }
    } else if (token === '}' || token === ']') open.pop()
    if (paths.length > 50) break
  }
  return paths
}
