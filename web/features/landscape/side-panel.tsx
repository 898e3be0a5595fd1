import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { Counted } from '#graph-schema/api/narratives.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { ExploreLink, NarrativeLink } from '#web/ui/node-links.tsx'
import { Card, Panel } from '#web/ui/panel.tsx'
import type { TimeWindow } from './bins.ts'
import { type Connection, Connections } from './connections.tsx'
import { countOf, manyOf } from './counted-words.ts'
import { LatestCases } from './latest-cases.tsx'
import type { AnswerRow } from './rows.ts'
import styles from './side-panel.module.css'

export interface SidePanelProps {
  row: AnswerRow
  counted: Counted
  headName: string | null
  shared: readonly Connection[]
  complete: boolean
  window: TimeWindow
  windowWords: string | null
  onSelect: (id: string) => void
  onClose: () => void
}

/** The selected narrative: what it is, when it was recorded, what it connects to, its latest cases, and the ways on. */
export function SidePanel({ row, counted, headName, shared, complete, window, windowWords, onSelect, onClose }: SidePanelProps) {
  return (
    <aside className={clsx(styles['panel'], styles['over'])} aria-label={`Selected narrative: ${row.name}`} onKeyDown={(event) => { if (event.key === 'Escape') onClose() }}>
      <Card className={styles['stack']}>
        <div className={styles['kind']}>
          <KindMark kind="Narrative" size={14} />
          <span>narrative{headName === null ? '' : ` · ${headName}`}</span>
          <Button variant="quiet" size="small" icon aria-label="Close the panel" onPress={onClose}>
            <X size={14} aria-hidden />
          </Button>
        </div>
        <h2>{row.name}</h2>
        <p>{row.definition}</p>
        <p className={styles['muted']}>
          {row.earliest === null ? (
            'No dated case. '
          ) : (
            <>
              Earliest recorded here <time dateTime={row.earliest}>{row.earliest}</time>, latest <time dateTime={row.latest ?? row.earliest}>{row.latest ?? row.earliest}</time>.{' '}
            </>
          )}
          {countOf(row.cases, counted)}
          {row.sourceTagOnly > 0 && `, ${row.sourceTagOnly} linked by the source’s keyword only`}
          {row.unplaced > 0 && `; ${row.unplaced} not on this time axis`}.
        </p>
        <div className={styles['actions']}>
          <NarrativeLink id={row.id} className={buttonClass('primary')}>
            Open dossier
          </NarrativeLink>
          <ExploreLink id={row.id} className={buttonClass()}>
            Explore
          </ExploreLink>
        </div>
      </Card>
      <Panel title={`Shares ${manyOf(counted)} with`}>
        <Connections id={row.id} counted={counted} counts={shared} complete={complete} onSelect={onSelect} />
      </Panel>
      <Panel title="Latest cases" aside={windowWords ?? undefined}>
        <LatestCases filter={{ narrative: row.id, from: window.from, to: window.to }} />
      </Panel>
    </aside>
  )
}
