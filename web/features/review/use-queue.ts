import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ReviewItem } from '#graph-schema/api/review.ts'
import type { Verdict } from '#graph-schema/node-kinds/decision.ts'
import { type DecideAnswer, type ReviewRequest, reviewQuery } from '#web/api/review.ts'
import { useDecide } from '#web/ui/use-decide.ts'

/** A decision that can be undone: what to send, what it was, and the link to show again. */
interface Done {
  item: ReviewItem
  keys: readonly string[]
  words: string
  counts: Omit<Since, 'of'>
  takeBack: DecideAnswer['takeBack']
}

export interface Saying {
  verdict: Verdict
  /** Another narrative that the case carries instead. */
  instead?: { id: string; name: string }
  /** Why, in the coder’s words; empty for none. */
  note?: string
  /** Decide the cases of the same title along with it. */
  withEqualTitles: boolean
}

/** What was decided or taken back since the queue was last read, so that its counts keep up without reading it anew under the coder’s eyes. */
interface Since {
  /** When the queue was read that these add to. */
  of: number
  left: number
  skipped: number
  decided: number
}

/** What deciding changes in the counts of the queue; `links` are those of the queue, the others were decided along with them. */
function countsOf(verdict: Verdict, takeBack: DecideAnswer['takeBack'], links: number): Omit<Since, 'of'> {
  const before = (was: (verdict: Verdict | undefined) => boolean) => takeBack.filter((one) => was(one.before?.verdict)).length
  const skippedBefore = before((was) => was === 'skipped')
  if (verdict === 'skipped') return { left: 0, skipped: takeBack.length - skippedBefore, decided: 0 }
  return { left: -links, skipped: -skippedBefore, decided: before((was) => was === undefined || was === 'skipped') }
}

const keyOf = (caseId: string, narrativeId: string) => `${caseId} ${narrativeId}`
const fetched = 8

function wordsOf(saying: Saying, count: number): string {
  const cases = count === 1 ? 'the link' : `the link of ${count} cases`
  if (saying.instead !== undefined) return `Rejected ${cases}; linked to “${saying.instead.name}” instead`
  return `${{ accepted: 'Accepted', rejected: 'Rejected', skipped: 'Skipped' }[saying.verdict]} ${cases}`
}

/**
 * The queue of one coder: the link to decide now, deciding, and undoing as far back as this visit goes. The next links are there before
 * they are needed, so that deciding never waits for loading.
 */
export function useQueue(request: ReviewRequest & { coder: string }) {
  const client = useQueryClient()
  const answer = useQuery(reviewQuery({ ...request, limit: fetched }))
  const { decide, takeBack, isBusy } = useDecide()
  const [done, setDone] = useState<readonly Done[]>([])
  const [since, setSince] = useState<Since>({ of: 0, left: 0, skipped: 0, decided: 0 })
  const [again, setAgain] = useState<readonly ReviewItem[]>([])

  const decidedKeys = useMemo(() => new Set(done.flatMap(({ keys }) => keys)), [done])
  const items = useMemo(() => {
    const returning = new Set(again.map((item) => keyOf(item.case.id, item.narrative.id)))
    return [...again, ...(answer.data?.items ?? []).filter((item) => !returning.has(keyOf(item.case.id, item.narrative.id)))].filter((item) => !decidedKeys.has(keyOf(item.case.id, item.narrative.id)))
  }, [again, answer.data, decidedKeys])
  const current = items[0] ?? null

  const readAt = answer.dataUpdatedAt
  const count = useCallback(
    (by: Omit<Since, 'of'>, sign: 1 | -1) =>
      setSince((before) => {
        const start = before.of === readAt ? before : { left: 0, skipped: 0, decided: 0 }
        return { of: readAt, left: start.left + sign * by.left, skipped: start.skipped + sign * by.skipped, decided: start.decided + sign * by.decided }
      }),
    [readAt],
  )
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: ['review'] }), [client])

  const say = useCallback(
    async (saying: Saying) => {
      if (current === null || isBusy) return
      const caseIds = [current.case.id, ...(saying.withEqualTitles ? current.equalTitles.map(({ id }) => id) : [])]
      const note = saying.note === undefined || saying.note.trim() === '' ? null : saying.note
      const decisions = caseIds.flatMap((caseId) => [
        { caseId, narrativeId: current.narrative.id, verdict: saying.verdict, note },
        ...(saying.instead === undefined ? [] : [{ caseId, narrativeId: saying.instead.id, verdict: 'accepted' as const, note }]),
      ])
      const kept = await decide({ coder: request.coder, decisions })
      if (kept === null) return
      const keys = caseIds.map((caseId) => keyOf(caseId, current.narrative.id))
      const counts = countsOf(saying.verdict, kept.takeBack, keys.length)
      setDone((before) => [...before, { item: current, keys, words: wordsOf(saying, caseIds.length), counts, takeBack: kept.takeBack }])
      count(counts, 1)
      setAgain((before) => before.filter((item) => item !== current))
      if (items.length <= 3) await refresh()
    },
    [count, current, decide, isBusy, items.length, refresh, request.coder],
  )

  const undo = useCallback(async () => {
    const last = done.at(-1)
    if (last === undefined || isBusy) return
    if ((await takeBack(last.takeBack)) === null) return
    setDone((before) => before.slice(0, -1))
    count(last.counts, -1)
    setAgain((before) => [last.item, ...before])
  }, [count, done, isBusy, takeBack])

  const decidedHere = done.reduce((sum, { keys }) => sum + keys.length, 0)
  const counted = since.of === readAt ? since : { left: 0, skipped: 0, decided: 0 }
  const shown = answer.data === undefined ? null : { ...answer.data, left: answer.data.left + counted.left, skipped: answer.data.skipped + counted.skipped, decided: answer.data.decided + counted.decided }
  return { answer, current, next: items[1] ?? null, say, undo, isBusy, last: done.at(-1) ?? null, decidedHere, left: shown === null ? null : shown.left, shown, refresh }
}
