import { useQuery } from '@tanstack/react-query'
import { importOfIdQuery } from '#web/api/import-of-id.ts'
import { nodeQuery } from '#web/api/node.ts'
import type { CaseField } from '#web/ui/cases-link.tsx'
import { Chip, chipListClass } from '#web/ui/chip.tsx'
import { type CaseFilter, fieldWords, type FilterPart, kindOfField, partsOf, windowWords } from './case-filter.ts'

/** The name of a node by its id; the id itself until it is known. */
function NodeChip({ field, id, onRemove }: { field: CaseField; id: string; onRemove: () => void }) {
  const node = useQuery(nodeQuery(id))
  return (
    <Chip kind={kindOfField[field]} onRemove={onRemove}>
      {`${fieldWords[field]} ${node.data?.name ?? id}`}
    </Chip>
  )
}

/** The file of an import by its id; the id itself until it is known. */
function ImportChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const found = useQuery(importOfIdQuery(id))
  return <Chip onRemove={onRemove}>{`import of ${found.data?.file ?? id}`}</Chip>
}

/** The filter in force, one chip a part, each with the way to take it out. */
export function FilterChips({ filter, onRemove }: { filter: CaseFilter; onRemove: (part: FilterPart) => void }) {
  const parts = partsOf(filter)
  if (parts.length === 0) return null
  return (
    <ul className={chipListClass} aria-label="Filter in force">
      {parts.map((part) => (
        <li key={part}>
          {part === 'window' ? (
            <Chip onRemove={() => onRemove(part)}>{windowWords(filter.from, filter.to)}</Chip>
          ) : part === 'q' ? (
            <Chip onRemove={() => onRemove(part)}>{`words “${filter.q ?? ''}”`}</Chip>
          ) : part === 'import' ? (
            <ImportChip id={filter.import ?? ''} onRemove={() => onRemove(part)} />
          ) : (
            <NodeChip field={part} id={filter[part] ?? ''} onRemove={() => onRemove(part)} />
          )}
        </li>
      ))}
    </ul>
  )
}
