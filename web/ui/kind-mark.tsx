import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { kindColour, kindStyles, shapePaths } from '#web/kind-styles.ts'

export interface KindMarkProps {
  kind: NodeKind
  size?: number
  /** Draws the kind's icon inside the shape; from 20 px on it can be read. */
  withIcon?: boolean
  /** Dashed and hollow, for a case known by title only. */
  hollow?: boolean
}

/** A kind's shape in its colour. Decorative: always put the kind's name beside it or in an aria-label. */
export function KindMark({ kind, size = 16, withIcon = false, hollow = false }: KindMarkProps) {
  const style = kindStyles[kind]
  const colour = kindColour(kind)
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <path d={shapePaths[style.shape]} fill={hollow ? 'var(--card)' : colour} stroke={hollow ? colour : 'none'} strokeWidth={hollow ? 2 : 0} strokeDasharray={hollow ? '3 2' : undefined} />
      {withIcon && <style.icon x={6} y={6} width={12} height={12} color={hollow ? colour : 'var(--card)'} strokeWidth={2.5} />}
    </svg>
  )
}
