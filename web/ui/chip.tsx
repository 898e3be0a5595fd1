import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import styles from './chip.module.css'
import { KindMark } from './kind-mark.tsx'

/** The class of a chip, for links that look like one. */
export const chipClass = styles['chip'] ?? ''
/** The class of a wrapping list of chips. */
export const chipListClass = styles['list'] ?? ''

export interface ChipProps {
  children: string
  kind?: NodeKind
  /** Words after the name, e.g. a count. */
  aside?: ReactNode
  onPress?: () => void
  /** Shows a remove button. */
  onRemove?: () => void
}

/** A small pill for a node or a filter. */
export function Chip({ children, kind, aside, onPress, onRemove }: ChipProps) {
  const inner = (
    <>
      {kind !== undefined && <KindMark kind={kind} size={12} />}
      <span>{children}</span>
      {aside}
    </>
  )
  if (onPress !== undefined && onRemove === undefined) {
    return (
      <button type="button" className={styles['chip']} onClick={onPress}>
        {inner}
      </button>
    )
  }
  return (
    <span className={styles['chip']}>
      {inner}
      {onRemove !== undefined && (
        <button type="button" className={styles['remove']} onClick={onRemove} aria-label={`Remove ${children}`}>
          <X size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}
