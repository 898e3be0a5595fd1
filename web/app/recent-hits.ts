import { z } from 'zod'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'

const storageKey = 'throughline.recent'
const most = 6

/** What is kept of a result that was opened. */
export const recentHitSchema = z.object({ id: z.string(), kind: nodeKindSchema, name: z.string(), disproofState: z.string().nullable() })
export type RecentHit = z.output<typeof recentHitSchema>

/** Results opened lately, newest first. Anything unreadable in storage counts as none. */
export function recentHits(): RecentHit[] {
  try {
    return z.array(recentHitSchema).max(most).parse(JSON.parse(window.localStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}

/** The list with this hit in front and no hit twice. */
export function withRecent(list: readonly RecentHit[], hit: RecentHit): RecentHit[] {
  return [hit, ...list.filter((other) => other.id !== hit.id)].slice(0, most)
}

/** Remembers an opened result in this browser. */
export function rememberHit({ id, kind, name, disproofState }: RecentHit): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(withRecent(recentHits(), { id, kind, name, disproofState })))
  } catch {
    // Without storage there is no list of recent results.
  }
}
