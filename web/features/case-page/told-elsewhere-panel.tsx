import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tierWords } from '#graph-schema/evidence.ts'
import { toldElsewhereQuery } from '#web/api/related.ts'
import type { ToldElsewhereAnswer } from '#graph-schema/api/related.ts'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { useViewParams } from '#web/ui/use-view-params.ts'
import styles from './case-page.module.css'

const spans = ['7', '30', '90', '365', '3650'] as const
const spanWords: Record<(typeof spans)[number], string> = { '7': '7 days', '30': '30 days', '90': '90 days', '365': '1 year', '3650': '10 years' }
const usualSpan = '90'

const shownFirst = 5
const shownMost = 50

function when(daysAfter: number): string {
  if (daysAfter === 0) return 'on the same day'
  const days = `${Math.abs(daysAfter)} day${Math.abs(daysAfter) === 1 ? '' : 's'}`
  return daysAfter > 0 ? `${days} later` : `${days} earlier`
}

const lackWords = { date: 'it has no date', country: 'no country is named in it', narrative: 'no narrative is linked to it' } as const

function whyNone({ lacks }: ToldElsewhereAnswer, span: string): string {
  if (lacks.length > 0) return `Cannot be told for this case: ${lacks.map((lack) => lackWords[lack]).join(', ')}.`
  return `No other case here carries one of its narratives within ${span} and discusses another country.`
}

/** Cases with a narrative of this one that discuss another country, within a span that the reader chooses. */
export function ToldElsewherePanel({ id }: { id: string }) {
  const [{ within }, change] = useViewParams()
  const span = spans.find((one) => one === within) ?? usualSpan
  const [limit, setLimit] = useState(shownFirst)
  const answer = useQuery(toldElsewhereQuery(id, Number(span), limit))
  const found = answer.data
  return (
    <Panel title="The same narrative told elsewhere" aside={found !== undefined && found.total > 0 && `${found.total} case${found.total === 1 ? '' : 's'} within ${spanWords[span]}`}>
      <ToggleGroup label="Within how many days" options={spans.map((value) => ({ value, label: spanWords[value] }))} value={span} onChange={(value) => change({ within: value === usualSpan ? undefined : value })} />
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : found === undefined ? (
        <SkeletonLines label="Looking for the same narrative in other countries" lines={4} />
      ) : found.total === 0 ? (
        <p className={styles['hint']}>{whyNone(found, spanWords[span])}</p>
      ) : (
        <>
          <RuledList aria-busy={answer.isPlaceholderData} className={styles['told']}>
            {found.cases.map((one) => (
              <li key={one.id}>
                <ClaimBlock case={one} />
                <p className={styles['reason']}>
                  {when(one.daysAfter)}; discusses {one.countries.map(({ name }) => name).join(', ')}; carries {one.narratives.map(({ name, tier }) => `${name} (${tierWords[tier]})`).join(', ')}
                </p>
              </li>
            ))}
          </RuledList>
          {found.cases.length < found.total && limit < shownMost && (
            <Button variant="link" size="small" onPress={() => setLimit(limit === shownFirst ? 20 : shownMost)} isDisabled={answer.isPlaceholderData}>
              Show more of the {found.total}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}
