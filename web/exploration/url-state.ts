import { compressToEncodedURIComponent, decompressFromEncodedURIComponent } from 'lz-string'
import { viewSchema, type View } from './view.ts'

/** A fragment longer than this is saved in the graph and linked by id. */
export const longestFragment = 30_000

const version = '1'

/** What a fragment says: nothing, a whole view, the id of a saved one, or something that cannot be read. */
export type Fragment =
  | { kind: 'none' }
  | { kind: 'view'; view: View }
  | { kind: 'saved'; id: string }
  | { kind: 'unreadable'; why: string }

/** The view as text: version, a dot, compressed JSON. It is also what POST /api/views stores. */
export function packView(view: View): string {
  return `${version}.${compressToEncodedURIComponent(JSON.stringify(view))}`
}

/** The fragment, without `#`, that holds a view. */
export function viewFragment(view: View): string {
  return `g=${packView(view)}`
}

/** The fragment, without `#`, that names a saved view. */
export function savedViewFragment(id: string): string {
  return `v=${encodeURIComponent(id)}`
}

/** Reads what `packView` wrote; whatever is damaged or foreign is said to be unreadable, never half used. */
export function unpackView(packed: string): Fragment {
  const dot = packed.indexOf('.')
  const writtenBy = packed.slice(0, dot)
  if (dot < 1) return { kind: 'unreadable', why: 'it is cut short or was changed on the way' }
  if (writtenBy !== version) return { kind: 'unreadable', why: `it was made by another version of Throughline (${writtenBy.slice(0, 12)})` }
  try {
    const json: unknown = JSON.parse(decompressFromEncodedURIComponent(packed.slice(dot + 1)))
    const parsed = viewSchema.safeParse(json)
    if (parsed.success && parsed.data.p.length === 2 * parsed.data.n.length) return { kind: 'view', view: parsed.data }
  } catch {
    // Told to the reader below: a damaged link is an expected input, not a fault of the program.
  }
  return { kind: 'unreadable', why: 'it is cut short or was changed on the way' }
}

/** Reads the address's fragment, with or without `#`. */
export function readFragment(hash: string): Fragment {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text.startsWith('g=')) return unpackView(text.slice(2))
  if (text.startsWith('v=')) {
    try {
      const id = decodeURIComponent(text.slice(2))
      return id === '' ? { kind: 'unreadable', why: 'it names no saved view' } : { kind: 'saved', id }
    } catch {
      return { kind: 'unreadable', why: 'it is cut short or was changed on the way' }
    }
  }
  return { kind: 'none' }
}
