import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { useWidth } from '#web/ui/use-width.ts'
import { binsOfWindow, type TimeWindow } from './bins.ts'
import { CaseHover } from './case-hover.tsx'
import type { LandscapeChoices } from './controls.tsx'
import { EffortRow } from './effort-row.tsx'
import { GroupView } from './group-view.tsx'
import type { PointedDot } from './lane.tsx'
import { areasOf } from './areas.ts'
import styles from './axis.module.css'
import columnStyles from './columns.module.css'
import { type LandscapeGroup, sharedWith } from './rows.ts'
import { type Light, RowView } from './row-view.tsx'
import { makeTimeAxis } from './time-axis.ts'
import { UnlinkedRow } from './unlinked-row.tsx'

export interface PictureProps {
  answer: LandscapeAnswer
  groups: readonly LandscapeGroup[]
  choices: LandscapeChoices
  complete: boolean
  window: TimeWindow
  windowWords: string | null
  selected: string | undefined
  startIds: ReadonlySet<string>
  onSelect: (id: string) => void
  onWindow: (window: TimeWindow) => void
}

const labelRoom = 44

/** Narratives as rows over one time axis. */
export function Picture({ answer, groups, choices, complete, window, windowWords, selected, startIds, onSelect, onWindow }: PictureProps) {
  const navigate = useNavigate()
  const [laneRef, width] = useWidth()
  const [hovered, setHovered] = useState<number | null>(null)
  const [pointed, setPointed] = useState<PointedDot | null>(null)
  const run = useMemo(() => (window.from === undefined && window.to === undefined ? null : binsOfWindow(answer.bins, window)), [answer.bins, window])
  const axis = useMemo(() => makeTimeAxis(answer.bins, answer.by, width, run), [answer, width, run])
  const areas = useMemo(() => areasOf(answer, choices.measure, choices.scale), [answer, choices.measure, choices.scale])
  const shared = useMemo(() => (hovered === null ? null : sharedWith(answer.shared, hovered)), [answer.shared, hovered])
  const openCase = useCallback((id: string) => void navigate({ to: '/cases/$id', params: { id } }), [navigate])
  const lightOf = (index: number): Light => (shared === null ? null : index === hovered ? 'self' : shared.has(index) ? 'shares' : 'dim')
  return (
    <div>
      <div className={styles['axis']}>
        <div className={styles['name']}>
          <span>narrative</span>
          <span>{answer.count === 'cases' ? 'cases' : 'claims'}</span>
        </div>
        <div className={styles['lane']} ref={laneRef}>
          {axis.ticks.map((tick) => (
            <span key={tick.bin} style={{ left: tick.bin * axis.binWidth }}>
              {(answer.bins.length - tick.bin) * axis.binWidth >= labelRoom ? tick.label : ''}
            </span>
          ))}
        </div>
        <div className={columnStyles['note']}>{complete ? `recurrence to ${answer.bins.findLast((bin) => bin.complete)?.key ?? ''}` : answer.by === 'month' ? 'years · latest' : 'issues · latest'}</div>
      </div>
      {width > 0 && (
        <>
          {groups.map((group) => (
            <GroupView key={group.head?.data.id ?? 'all'} group={group} axis={axis} hasAreas={complete} onSelect={onSelect}>
              {group.rows.map((row) => (
                <RowView
                counted={answer.count}
                  key={row.data.id}
                  row={row}
                  axis={axis}
                  by={answer.by}
                  area={areas?.get(row.index) ?? null}
                  light={lightOf(row.index)}
                  shared={shared?.get(row.index) ?? 0}
                  isSelected={row.data.id === selected}
                  isStart={startIds.has(row.data.id)}
                  hasWindow={windowWords !== null}
                  onHover={setHovered}
                  onSelect={onSelect}
                  onPoint={setPointed}
                  onOpen={openCase}
                />
              ))}
            </GroupView>
          ))}
          <UnlinkedRow counted={answer.count} without={answer.withoutNarrative} axis={axis} />
          <EffortRow answer={answer} axis={axis} window={run} windowWords={windowWords} onWindow={onWindow} />
        </>
      )}
      {pointed !== null && <CaseHover dot={pointed} />}
    </div>
  )
}
