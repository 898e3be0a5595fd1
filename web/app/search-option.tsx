import { clsx } from 'clsx'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { KindMark } from '#web/ui/kind-mark.tsx'
import styles from './global-search.module.css'

/** What one line of the result list shows. */
export interface SearchLine {
  id: string
  kind: NodeKind
  name: string
  disproofState: string | null
  detail?: string
  date?: string | null
}

export interface SearchOptionProps {
  line: SearchLine
  elementId: string
  isActive: boolean
  onPoint: () => void
  onOpen: () => void
  onAdd: () => void
}

/** One result. A case is a claim, so it says "Claim:" and where its disproof is. "Add to canvas" is for the mouse; the keyboard has Ctrl Enter. */
export function SearchOption({ line, elementId, isActive, onPoint, onOpen, onAdd }: SearchOptionProps) {
  const isCase = line.kind === 'Case'
  const disproof = !isCase ? null : line.disproofState === 'missing' || line.disproofState === null ? 'disproof not imported' : 'with disproof'
  return (
    <div role="option" id={elementId} aria-selected={isActive} tabIndex={-1} className={styles['option']} onMouseMove={onPoint} onMouseDown={(event) => event.preventDefault()} onClick={(event) => (event.ctrlKey || event.metaKey ? onAdd() : onOpen())}>
      <KindMark kind={line.kind} size={14} hollow={isCase && disproof === 'disproof not imported'} />
      <span className={styles['name']}>
        {isCase && <span className={styles['claim']}>Claim: </span>}
        {line.name}
      </span>
      <span className={styles['detail']}>
        {disproof !== null && <span className={styles['disproof']}>{disproof}</span>}
        {[disproof === null ? null : '', line.date ?? null, line.detail ?? null].filter((part) => part !== null).join(' · ')}
      </span>
      <span
        className={clsx(styles['add'])}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onAdd()
        }}
      >
        + canvas
      </span>
    </div>
  )
}
