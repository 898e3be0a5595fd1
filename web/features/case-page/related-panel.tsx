import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { heaviestWeight, type RelatedCase, type RelatedPart, relatedParts } from '#graph-schema/api/related.ts'
import { relatedQuery } from '#web/api/related.ts'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { Slider } from '#web/ui/slider.tsx'
import { useDebounced } from '#web/ui/use-debounced.ts'
import { useViewParams } from '#web/ui/use-view-params.ts'
import styles from './case-page.module.css'
import { areUsual, readWeights, type Weights, writeWeights } from './weights.ts'

const partWords: Record<RelatedPart, { label: string; hint: string }> = {
  text: { label: 'Text', hint: 'words of title and claim, rare ones most' },
  theme: { label: 'Theme', hint: 'keywords of the source' },
  place: { label: 'Place', hint: 'countries both discuss' },
  time: { label: 'Time', hint: 'days apart' },
}

const shownFirst = 10
const shownMost = 50

/** The score taken apart: what each part brings to it. */
function sharesOf({ shares }: RelatedCase): string {
  const parts = [...relatedParts.map((part) => [part, shares[part]] as const), ['stated by the sources', shares.ties] as const]
  return parts.filter(([, share]) => share >= 0.005).map(([part, share]) => `${part} ${Math.round(share * 100)} %`).join(', ')
}

function Weigh({ weights, onChange }: { weights: Weights; onChange: (weights: Weights) => void }) {
  return (
    <div className={styles['weigh']} role="group" aria-label="What counts how much">
      {relatedParts.map((part) => (
        <Slider
          key={part}
          {...partWords[part]}
          value={weights[part]}
          min={0}
          max={heaviestWeight}
          step={0.05}
          say={(value) => (value === 0 ? 'does not count' : `weighs ${value.toFixed(2)}`)}
          onChange={(value) => onChange({ ...weights, [part]: value })}
        />
      ))}
    </div>
  )
}

/** The weights of the address. A slider moves at once, and the address follows when the hand rests. */
function useWeights(): [Weights, (weights: Weights) => void] {
  const [{ weigh }, change] = useViewParams()
  const given = useMemo(() => readWeights(weigh), [weigh])
  const [moved, setMoved] = useState<Weights | null>(null)
  const written = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (moved === null) return
    const timer = setTimeout(() => {
      written.current = writeWeights(moved)
      change({ weigh: written.current })
    }, 200)
    return () => clearTimeout(timer)
  }, [moved, change])
  useEffect(() => {
    // The address has followed, or somebody went back: it counts again, unless the hand has moved on meanwhile.
    setMoved((latest) => (latest !== null && weigh === written.current && writeWeights(latest) !== weigh ? latest : null))
  }, [weigh])
  return [moved ?? given, setMoved]
}

/** How many of them are more than loosely related, in words. The share is of docs/measurement.md: .31 of 64 loosely related cases, read blind. */
function closeOnes(cases: readonly RelatedCase[]): string {
  const close = cases.filter(({ isLoose }) => !isLoose).length
  if (close === cases.length) return ''
  const which = close === 0 ? 'All of them are only loosely related' : `${String(close)} of them ${close === 1 ? 'is' : 'are'} close, the others only loosely related`
  return `${which}: of such, about one in three was worth seeing in our test. `
}

/** Cases like this one, nearest first, each with what it rests on; the reader says what counts how much. */
export function RelatedPanel({ id }: { id: string }) {
  const [weights, setWeights] = useWeights()
  const [limit, setLimit] = useState(shownFirst)
  const settled = useDebounced(weights, 120)
  const answer = useQuery(relatedQuery(id, settled, limit))
  const related = answer.data
  return (
    <Panel
      title="Related cases, and why"
      aside={
        areUsual(weights) ? (
          'the nearest first'
        ) : (
          <Button variant="link" size="small" onPress={() => setWeights(readWeights(undefined))}>
            Reset the weights
          </Button>
        )
      }
    >
      <Weigh weights={weights} onChange={setWeights} />
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : related === undefined ? (
        <SkeletonLines label="Looking for related cases" lines={8} />
      ) : (
        <>
          <p className={styles['hint']} role="status">
            {related.isCurrent ? '' : 'An import has just changed the graph; the comparison is being made anew, and this is the one before. '}
            {related.cases.length === 0
              ? relatedParts.every((part) => weights[part] === 0)
                ? 'Nothing counts: move a slider.'
                : `None of the ${Math.max(0, related.compared - 1)} other cases here shares a word, keyword, country, cited source or reference with it. More may be found when more is imported.`
              : `The nearest ${related.cases.length} of ${Math.max(0, related.compared - 1).toLocaleString('en')} other cases. ${closeOnes(related.cases)}A score orders them and means nothing else.`}
          </p>
          <RuledList aria-busy={answer.isPlaceholderData} className={styles['told']}>
            {related.cases.map((one) => (
              <li key={one.id}>
                <ClaimBlock case={one} />
                <p className={styles['reason']}>Why: {one.reason}</p>
                <p className={styles['score']}>
                  {one.isLoose ? 'loosely related, ' : ''}score {one.score.toFixed(2)}: {sharesOf(one)}
                </p>
              </li>
            ))}
          </RuledList>
          {related.cases.length >= limit && limit < shownMost && (
            <Button variant="link" size="small" onPress={() => setLimit(Math.min(shownMost, limit * 2))} isDisabled={answer.isPlaceholderData}>
              Show more
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}
