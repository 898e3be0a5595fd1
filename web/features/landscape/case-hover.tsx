import { useQuery } from '@tanstack/react-query'
import { tierWords } from '#graph-schema/evidence.ts'
import { casePageQuery } from '#web/api/case-page.ts'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { useDebounced } from '#web/ui/use-debounced.ts'
import type { PointedDot } from './lane.tsx'
import laneStyles from './lane.module.css'
import styles from './case-hover.module.css'

const cardWidth = 340
const cardHeight = 210

/** The case under the pointer with its disproof, which is fetched once the pointer rests. A picture for the mouse; the panel and the table hold the same. */
export function CaseHover({ dot }: { dot: PointedDot }) {
  const settled = useDebounced(dot.id, 160)
  const page = useQuery({ ...casePageQuery(settled), enabled: settled === dot.id })
  const known = page.data !== undefined && settled === dot.id ? page.data.case : { id: dot.id, title: dot.title, disproofState: dot.disproofState, publishedOn: dot.date }
  const left = Math.max(12, Math.min(dot.left + 14, window.innerWidth - cardWidth - 12))
  const isLow = dot.top + 24 + cardHeight > window.innerHeight
  return (
    <>
      <svg width={18} height={18} aria-hidden style={{ position: 'fixed', zIndex: 27, left: dot.left - 9, top: dot.top - 9, pointerEvents: 'none' }}>
        <circle className={laneStyles['pointed']} cx={9} cy={9} r={6.5} />
      </svg>
      <div className={styles['hover']} aria-hidden style={isLow ? { left, bottom: window.innerHeight - dot.top + 14 } : { left, top: dot.top + 14 }}>
        <ClaimBlock case={known} linkTitle={false} meta={<span>link: {tierWords[dot.tier]}</span>} />
      </div>
    </>
  )
}
