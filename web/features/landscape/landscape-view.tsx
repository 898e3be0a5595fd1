import { useCallback, useId, useMemo } from 'react'
import type { LandscapeAnswer } from '#web/api/landscape.ts'
import type { OverviewAnswer } from '#web/api/overview.ts'
import { ErrorBoundary } from '#web/ui/error-boundary.tsx'
import { FormerLinksNotice } from '#web/ui/former-links.tsx'
import { type ViewParams, type ViewParamsChange } from '#web/ui/use-view-params.ts'
import type { TimeWindow } from './bins.ts'
import { Controls, type LandscapeChoices } from './controls.tsx'
import { IgnoredFilters } from './ignored-filters.tsx'
import { HatchPattern } from './lane-ground.tsx'
import { LandscapeTable } from './landscape-table.tsx'
import { countOf } from './counted-words.ts'
import styles from './landscape.module.css'
import { OffAxis } from './off-axis.tsx'
import { Picture } from './picture.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import { groupRows, hasComplete, sharedWith, startRows } from './rows.ts'
import { SampleNotice } from './sample-notice.tsx'
import { SidePanel } from './side-panel.tsx'
import { StartStrip } from './start-strip.tsx'

export interface LandscapeViewProps {
  answer: LandscapeAnswer
  /** Undefined while it loads or when it failed: the picture stands without it. */
  overview: OverviewAnswer | undefined
  choices: LandscapeChoices
  params: ViewParams
  isStale: boolean
  onChange: ViewParamsChange
}

function wordsOf({ from, to }: TimeWindow): string | null {
  if (from === undefined && to === undefined) return null
  if (from === undefined) return `until ${to}`
  return to === undefined ? `from ${from}` : `${from} to ${to}`
}

function factsOf(answer: LandscapeAnswer, overview: OverviewAnswer | undefined): string {
  const narratives = answer.rows.filter((row) => row.cases > 0).length
  const countries = overview?.kinds.find((entry) => entry.kind === 'Country')?.count
  return [
    countOf(answer.total, answer.count),
    `${narratives} narratives that they carry`,
    countries === undefined ? null : `${countries} countries and regions discussed`,
    overview === undefined || overview.knownByTitle === 0 ? null : `${overview.knownByTitle} more known by title only`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** From so many dots in a lane on, some may not fit. */
const manyDots = 80

function mayBeCrowded({ rows, withoutNarrative }: LandscapeAnswer): boolean {
  return withoutNarrative.dotBins.length > manyDots || rows.some((row) => row.dots.id.length > manyDots)
}

/** The landscape once its answer is there. */
export function LandscapeView({ answer, overview, choices, params, isStale, onChange }: LandscapeViewProps) {
  const noticeId = useId()
  const { from, to } = params
  const selected = params.narrative
  const window = useMemo((): TimeWindow => ({ from, to }), [from, to])
  const windowWords = wordsOf(window)
  const complete = hasComplete(answer)
  const isLarge = mayBeCrowded(answer)
  const hasWaves = answer.rows.some((row) => row.waves.length > 0)
  const sort = choices.sort === 'waves' && !hasWaves ? 'theme' : choices.sort
  const groups = useMemo(() => groupRows(answer, sort, window), [answer, sort, window])
  const start = useMemo(() => startRows(groups), [groups])
  const startIds = useMemo(() => new Set(start.map((row) => row.data.id)), [start])
  const selectedIndex = answer.rows.findIndex((row) => row.id === selected)
  const selectedRow = answer.rows[selectedIndex]
  const nameOfHead = (id: string | null) => answer.rows.find((row) => row.id === id)?.name ?? ''
  const select = useCallback((id: string) => onChange({ narrative: id === selected ? undefined : id }), [onChange, selected])
  const setWindow = useCallback((next: TimeWindow) => onChange({ from: next.from, to: next.to }), [onChange])
  const related = useMemo(() => {
    const heads = new Set(answer.rows.map((row) => row.head))
    return [...sharedWith(answer.shared, selectedIndex)]
      .flatMap(([index, count]) => {
        const row = answer.rows[index]
        return row === undefined || heads.has(row.id) ? [] : [{ id: row.id, name: row.name, shared: count, lift: null, low: null, high: null }]
      })
      .sort((a, b) => b.shared - a.shared || a.name.localeCompare(b.name, 'en'))
  }, [answer, selectedIndex])
  return (
    <div className={styles['screen']}>
      <HatchPattern />
      <div className={styles['picture']} aria-busy={isStale}>
        <div className={styles['top']}>
          <div className={styles['headline']}>
            <h1>Narratives keep coming back</h1>
            <p className={styles['facts']}>{factsOf(answer, overview)}</p>
          </div>
          <FormerLinksNotice />
          <div className={styles['controls']}>
            <Controls choices={{ ...choices, sort }} onChange={onChange} hasComplete={complete} hasWaves={hasWaves} reasonId={noticeId} />
          </div>
          <SampleNotice corpora={overview?.corpora ?? []} counted={answer.count} isLarge={isLarge} id={noticeId} />
          <OffAxis answer={answer} />
          <IgnoredFilters params={params} onChange={onChange} />
        </div>
        <StartStrip rows={start} bins={answer.bins.length} by={answer.by} counted={answer.count} selected={selected} onSelect={select} />
        <ErrorBoundary>
          {choices.as === 'table' ? (
            <LandscapeTable rows={groups.flatMap((group) => [...group.rows, ...group.empty])} by={answer.by} counted={answer.count} nameOfHead={nameOfHead} hasWaves={hasWaves} windowWords={windowWords} selected={selected} onSelect={select} />
          ) : (
            <Picture answer={answer} groups={groups} choices={choices} complete={complete} window={window} windowWords={windowWords} selected={selected} startIds={startIds} onSelect={select} onWindow={setWindow} />
          )}
        </ErrorBoundary>
      </div>
      <ErrorBoundary key={selected ?? 'none'}>
        {selectedRow === undefined ? (
          <ReadingPanel counted={answer.count} complete={complete} isLarge={isLarge} window={window} windowWords={windowWords} />
        ) : (
          <SidePanel
            row={selectedRow}
            counted={answer.count}
            headName={selectedRow.head === null ? null : nameOfHead(selectedRow.head)}
            shared={related}
            complete={complete}
            window={window}
            windowWords={windowWords}
            onSelect={(id) => onChange({ narrative: id })}
            onClose={() => onChange({ narrative: undefined })}
          />
        )}
      </ErrorBoundary>
    </div>
  )
}
