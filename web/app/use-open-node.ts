import { useNavigate } from '@tanstack/react-router'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'

/** Ways to a node: `open` goes to its own page where it has one, `addToCanvas` always to Explore. */
export function useOpenNode(): { open: (node: { id: string; kind: NodeKind }) => void; addToCanvas: (id: string) => void; listCases: (text: string) => void } {
  const navigate = useNavigate()
  const addToCanvas = (id: string) => void navigate({ to: '/explore', search: (before) => ({ ...before, add: id }) })
  return {
    addToCanvas,
    open: ({ id, kind }) => {
      if (kind === 'Narrative') void navigate({ to: '/narratives/$id', params: { id } })
      else if (kind === 'Case') void navigate({ to: '/cases/$id', params: { id } })
      else addToCanvas(id)
    },
    listCases: (text) => void navigate({ to: '/cases', search: (before) => ({ ...before, q: text }) }),
  }
}
