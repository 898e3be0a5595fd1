import { Plus } from 'lucide-react'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import { useExploration } from '#web/exploration/store.ts'
import { chipClass, chipListClass } from '#web/ui/chip.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { useExploreActions } from '../use-explore-actions.ts'

/** A node as a chip: one on the canvas is selected by a press, another one is added. */
export function NodeChip({ id, name }: { id: string; name: string }) {
  const isHere = useExploration((state) => state.nodes.has(id))
  const actions = useExploreActions()
  const kind = kindOfId(id)
  return (
    <button
      type="button"
      className={chipClass}
      aria-label={`${name}: ${isHere ? 'select on the canvas' : 'add to the canvas'}`}
      onClick={() => (isHere ? actions.select([id]) : void actions.add([id]))}
    >
      {kind !== null && <KindMark kind={kind} size={12} />}
      <span>{name}</span>
      {!isHere && <Plus size={12} aria-hidden />}
    </button>
  )
}

/** Nodes as a wrapping list of chips. */
export function NodeChips({ items }: { items: readonly { id: string; name: string }[] }) {
  return (
    <ul className={chipListClass}>
      {items.map(({ id, name }) => (
        <li key={id}>
          <NodeChip id={id} name={name} />
        </li>
      ))}
    </ul>
  )
}
