import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MetCase, TryPatternsAnswer } from '#graph-schema/api/patterns.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { narrativesQuery } from '#web/api/narratives.ts'
import { narrativePatternsQuery, tryPatternsQuery } from '#web/api/patterns.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { useDebounced } from '#web/ui/use-debounced.ts'
import styles from './review.module.css'

type Mode = 'beside' | 'instead'

const percent = (share: number) => `${(100 * share).toFixed(0)} %`

function Figures({ answer }: { answer: TryPatternsAnswer }) {
  const { met, right, wrong, precision, known, adds, drops, patterns } = answer
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>Cases met</dt>
        <dd>
          {met.toLocaleString('en')}
          <small>by {patterns === 1 ? 'one pattern' : `${patterns} patterns`}</small>
        </dd>
      </div>
      <div>
        <dt>Would be added</dt>
        <dd>{adds.toLocaleString('en')}</dd>
      </div>
      <div>
        <dt>Would be dropped</dt>
        <dd>{drops.toLocaleString('en')}</dd>
      </div>
      <div>
        <dt>Precision, at least</dt>
        <dd>
          {precision === null ? '–' : percent(precision.share)}
          <small>{precision === null ? 'nothing is met' : `${right} of ${met} accepted or tagged by the source (95 %: ${percent(precision.low)} to ${percent(precision.high)})${wrong > 0 ? `; ${wrong} rejected` : ''}`}</small>
        </dd>
      </div>
      <div>
        <dt>Of those known to carry it</dt>
        <dd>
          {known === 0 ? '–' : percent(right / known)}
          <small>{known === 0 ? 'none is accepted or tagged yet' : `${right} of ${known}`}</small>
        </dd>
      </div>
    </dl>
  )
}

const judgedWords = { right: 'accepted or tagged by the source', wrong: 'rejected by a person', open: 'nobody has said' } as const

function Cases({ title, why, cases, all }: { title: string; why: string; cases: readonly MetCase[]; all: number }) {
  if (all === 0) return null
  return (
    <Panel title={`${title}: ${all.toLocaleString('en')}`} aside={all > cases.length ? `the first ${cases.length}, newest first` : why}>
      <RuledList>
        {cases.map((one) => (
          <li key={one.id}>
            <ClaimBlock
              case={one}
              marks={{ title: one.spans }}
              meta={
                <>
                  <Badge tone={one.judged === 'right' ? 'accent' : one.judged === 'wrong' ? 'notice' : 'neutral'}>{judgedWords[one.judged]}</Badge>
                  {one.tier !== null && one.judged === 'open' && <span>now {tierWords[one.tier]}</span>}
                </>
              }
            />
            {one.claimWords.length > 0 && <p className={styles['quiet']}>In the claim: “{one.claimWords.join('”, “')}”</p>}
          </li>
        ))}
      </RuledList>
    </Panel>
  )
}

function Answer({ narrative, text, mode }: { narrative: string; text: string; mode: Mode }) {
  const settled = useDebounced(text, 300)
  const tried = useQuery({ ...tryPatternsQuery({ narrativeId: narrative, text: settled, mode }), enabled: settled.trim() !== '' })
  if (settled.trim() === '') return <EmptyState title="Nothing typed yet" why="Type a pattern: words in a row, | between alternatives, * for any ending, & for words anywhere in the same sentence, ..4 for up to four words between, ! for what must not be there." />
  if (tried.isError) return <ErrorState error={tried.error} onRetry={() => void tried.refetch()} />
  if (tried.data === undefined) return <SkeletonLines label="Trying the pattern on all cases" lines={6} />
  const { faults, added, adds, dropped, drops, kept, met } = tried.data
  return (
    <div className={styles['stack']} aria-busy={tried.isFetching}>
      {faults.length > 0 && (
        <ul role="alert" className={styles['faults']}>
          {faults.map(({ line, column, reason }) => (
            <li key={`${line} ${column} ${reason}`}>
              Line {line}, column {column}: {reason}. This line is left out.
            </li>
          ))}
        </ul>
      )}
      <Figures answer={tried.data} />
      <Cases title="Would be added" why="met by no pattern of the narrative now" cases={added} all={adds} />
      <Cases title="Would be dropped" why="met by its present patterns alone" cases={dropped} all={drops} />
      <Cases title="Met either way" why="nothing changes for them" cases={kept} all={met - adds} />
    </div>
  )
}

/** Type a pattern and see at once which cases it would add or drop. Nothing is written. */
export function PatternPanel() {
  const narratives = useQuery(narrativesQuery())
  const [narrative, setNarrative] = useState('')
  const [text, setText] = useState('')
  const [mode, setMode] = useState<Mode>('beside')
  const own = useQuery({ ...narrativePatternsQuery(narrative), enabled: narrative !== '' })
  if (narratives.isError) return <ErrorState error={narratives.error} onRetry={() => void narratives.refetch()} />
  const all = narratives.data?.narratives ?? []
  return (
    <div className={styles['stack']}>
      <Panel title="Try a pattern" aside="over title and claim of all cases; nothing is written">
        <div className={styles['stack']}>
          <div className={styles['bar']}>
            <label className={styles['select']}>
              <span className={styles['quiet']}>Narrative</span>
              <select value={narrative} onChange={(event) => setNarrative(event.target.value)}>
                <option value="">choose one</option>
                {all.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.head === null ? one.name : `– ${one.name}`}
                  </option>
                ))}
              </select>
            </label>
            <ToggleGroup
              label="How the pattern is tried"
              options={[
                { value: 'beside', label: 'Beside its patterns' },
                { value: 'instead', label: 'Instead of them' },
              ]}
              value={mode}
              onChange={setMode}
            />
            {own.data !== undefined && own.data.text !== '' && (
              <Button size="small" onPress={() => { setText(own.data.text); setMode('instead') }}>
                Start from its present patterns
              </Button>
            )}
          </div>
          <TextField label="Patterns, one a line" rows={5} className={styles['patterns'] ?? ''} value={text} onChange={setText} isDisabled={narrative === ''} placeholder="nato & broke* ..3 promise*" spellCheck="false" />
        </div>
      </Panel>
      {narrative === '' ? <EmptyState title="Choose a narrative first" why="What a pattern adds or drops depends on the patterns and links that the narrative has already." /> : <Answer narrative={narrative} text={text} mode={mode} />}
    </div>
  )
}
