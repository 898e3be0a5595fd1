import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { create } from 'zustand'
import { defaultWeights } from '#graph-schema/api/related.ts'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import { relatedQuery } from '#web/api/related.ts'
import { saveViewMutation } from '#web/api/save-view.ts'
import { subgraphQuery } from '#web/api/subgraph.ts'
import { viewQuery } from '#web/api/view.ts'
import { longestFragment, packView, readFragment, savedViewFragment, unpackView, viewFragment } from '#web/exploration/url-state.ts'
import { askedForRelated, fromView, toView, type View, type ViewAnswer } from '#web/exploration/view.ts'
import { exploration } from '#web/exploration/store.ts'
import { setThemeChoice, useTheme } from '#web/ui/theme-store.ts'
import { setPanels } from '../explore-panels.ts'
import { idWords } from './view-notices.ts'

/** How long nothing must change before the address follows; longer for views that have to be saved. */
const rest = 200
const restBeforeSaving = 1500

export interface LinkState {
  /** `opening` while a link's view is fetched; the canvas should wait. */
  phase: 'opening' | 'open' | 'failed'
  error: unknown
  retry: () => void
}

function writeFragment(fragment: string): void {
  const { pathname, search, hash } = window.location
  if (hash === (fragment === '' ? '' : `#${fragment}`)) return
  window.history.replaceState(window.history.state, '', `${pathname}${search}${fragment === '' ? '' : `#${fragment}`}`)
}

async function viewOf(client: QueryClient, hash: string): Promise<{ view: View } | { unreadable: string } | null> {
  const fragment = readFragment(hash)
  const content = fragment.kind === 'saved' ? unpackView((await client.fetchQuery(viewQuery(fragment.id))).content) : fragment
  if (content.kind === 'view') return { view: content.view }
  return content.kind === 'unreadable' ? { unreadable: content.why } : null
}

/** As many as one request gives: a line of a link is kept as long as its case is among them. */
const relatedLookedAt = 50

/** The related cases of those that the view asks for, with the reasons of today. A case that is gone has none. */
async function relatedFor(client: QueryClient, ids: readonly string[]): Promise<NonNullable<ViewAnswer['related']>> {
  const found = ids.map(async (id) => {
    const { cases } = await client.fetchQuery(relatedQuery(id, defaultWeights, relatedLookedAt))
    return [id, cases.map((one) => ({ id: one.id, why: one.reason, isLoose: one.isLoose }))] as const
  })
  return new Map(await Promise.all(found))
}

async function answerFor(client: QueryClient, view: View): Promise<ViewAnswer> {
  const known = view.n.filter((id) => kindOfId(id) !== null)
  const foreign = view.n.filter((id) => kindOfId(id) === null)
  const none = { id: [], kind: [], name: [], date: [], status: [], disproofState: [], degree: [] }
  if (known.length === 0) return { subgraph: { nodes: none, edges: { from: [], to: [], type: [], tier: [], basis: [], why: [] } }, missing: foreign, resolved: [] }
  const answer = await client.fetchQuery({ ...subgraphQuery(known), gcTime: 30_000 })
  const inForce = new Map(answer.resolved.map(({ asked, id }) => [asked, id]))
  const asked = askedForRelated(view).filter((id) => !answer.missing.includes(id)).map((id) => inForce.get(id) ?? id)
  return { ...answer, missing: [...answer.missing, ...foreign], related: await relatedFor(client, asked) }
}

/** Opens the view in the address, if there is one; says whether it changed the canvas. */
async function openLink(client: QueryClient, hash: string, asStep: boolean): Promise<void> {
  const found = await viewOf(client, hash)
  if (found === null) return
  if ('unreadable' in found) {
    setPanels({ notice: { text: `The view in this link cannot be read: ${found.unreadable}. The canvas is as it was; ask for the link anew or start below.`, items: [] } })
    return
  }
  const answer = await answerFor(client, found.view)
  const state = fromView(found.view, answer)
  if (asStep) exploration.step('Open a link', () => state)
  else exploration.restart(state)
  if (found.view.th !== undefined && found.view.th !== useTheme.getState().theme) setThemeChoice(found.view.th, { remember: false })
  if (answer.missing.length > 0) {
    setPanels({ notice: { text: `${answer.missing.length} of ${found.view.n.length} nodes of this link are not in this graph and were left out:`, items: answer.missing.map(idWords) } })
  }
}

const usePhase = create<Pick<LinkState, 'phase' | 'error'>>(() => ({ phase: 'opening', error: null }))

/** The fragment that was written last; kept over screens, so that coming back opens nothing anew. */
let written: string | null = null

/** Keeps the address and the canvas in step: a link opens its view, and whatever is done is written into the address. */
export function useLink(): LinkState {
  const client = useQueryClient()
  const phase = usePhase((state) => state.phase)
  const error = usePhase((state) => state.error)
  const hash = useLocation({ select: (location) => location.hash })

  const open = useCallback(
    (asStep: boolean): void => {
      const { hash } = window.location
      // Coming back from another screen: the address still says what the canvas holds.
      const own = viewFragment(toView(exploration.current(), useTheme.getState().theme))
      if (readFragment(hash).kind === 'none' || hash === `#${own}` || hash === `#${written}`) {
        usePhase.setState({ phase: 'open', error: null })
        return
      }
      usePhase.setState({ phase: 'opening', error: null })
      openLink(client, hash, asStep).then(
        () => usePhase.setState({ phase: 'open', error: null }),
        (cause: unknown) => usePhase.setState({ phase: 'failed', error: cause }),
      )
    },
    [client],
  )

  useEffect(() => {
    open(exploration.current().nodes.size > 0)
  }, [open, hash])

  useEffect(() => {
    if (phase !== 'open') return
    let timer: ReturnType<typeof setTimeout> | undefined
    /** Something was done that the address does not hold yet. */
    let isBehind = false
    const put = (fragment: string): void => {
      written = fragment
      writeFragment(fragment)
    }
    const save = async (packed: string): Promise<void> => {
      try {
        const saved = await client.getMutationCache().build(client, saveViewMutation()).execute(packed)
        put(savedViewFragment(saved.id))
      } catch {
        setPanels({ notice: { text: 'This view is too large for a link and could not be saved in the graph, so the address does not hold it. Remove some nodes, or try again when the server is back.', items: [] } })
      }
    }
    const write = (): void => {
      const now = exploration.current()
      isBehind = false
      if (now.nodes.size === 0) return put('')
      const view = toView(now, useTheme.getState().theme)
      const fragment = viewFragment(view)
      if (fragment.length <= longestFragment) return put(fragment)
      isBehind = true
      timer = setTimeout(() => void save(packView(view)), restBeforeSaving)
    }
    const soon = (): void => {
      isBehind = true
      clearTimeout(timer)
      timer = setTimeout(write, rest)
    }
    // The page may be gone before the rest is over. A long address is better than a lost canvas; opened again, it is saved as usual.
    const leave = (): void => {
      if (!isBehind || document.visibilityState === 'visible') return
      const now = exploration.current()
      put(now.nodes.size === 0 ? '' : viewFragment(toView(now, useTheme.getState().theme)))
    }
    // At once, so that a reload right after coming back finds the canvas. Not while a link is being opened: its address stands.
    if (usePhase.getState().phase === 'open') write()
    else soon()
    const stops = [exploration.subscribe(soon), useTheme.subscribe(soon)]
    document.addEventListener('visibilitychange', leave)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', leave)
      for (const stop of stops) stop()
    }
  }, [phase, client, hash])

  return { phase, error, retry: () => open(exploration.current().nodes.size > 0) }
}
