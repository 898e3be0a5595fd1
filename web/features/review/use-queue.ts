import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ReviewItem } from '#graph-schema/api/review.ts'
import type { Verdict } from '#graph-schema/node-kinds/decision.ts'
import { type DecideAnswer, type ReviewRequest, reviewQuery } from '#web/api/review.ts'
import { useDecide } from '#web/ui/use-decide.ts'

/** A decision that can be undone: what to send, what it was, and the link to show again. */
interface Done {
  item: ReviewItem
  /** The links that were decided, those to a narrative chosen instead among them. */
  keys: readonly string[]
  /** How many cases that was said of. */
  cases: number
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
  const wanted = reviewQuery({ ...request, limit: fetched })
  const answer = useQuery(wanted)
  const { decide, takeBack, isBusy } = useDecide()
  const [done, setDone] = useState<readonly Done[]>([])
  const [since, setSince] = useState<Since>({ of: 0, left: 0, skipped: 0, decided: 0 })
  const [again, setAgain] = useState<readonly ReviewItem[]>([])
  const [held, setHeld] = useState<{ asked: string; item: ReviewItem } | null>(null)

  const decidedKeys = useMemo(() => new Set(done.flatMap(({ keys }) => keys)), [done])
  const items = useMemo(() => {
    const returning = new Set(again.map((item) => keyOf(item.case.id, item.narrative.id)))
    // Until other links that were asked for are there, none can be decided: what stood there before is not what the coder now means.
    const read = answer.isPlaceholderData ? [] : (answer.data?.items ?? [])
    return [...again, ...read.filter((item) => !returning.has(keyOf(item.case.id, item.narrative.id)))].filter((item) => !decidedKeys.has(keyOf(item.case.id, item.narrative.id)))
  }, [again, answer.data, answer.isPlaceholderData, decidedKeys])
  // The link on screen stays until it is decided or other links are asked for, whatever order a later reading of the queue has them in.
  const asked = JSON.stringify(request)
  const isHeld = held !== null && held.asked === asked && !decidedKeys.has(keyOf(held.item.case.id, held.item.narrative.id))
  const current = isHeld ? held.item : (items[0] ?? null)
  if (!isHeld && current !== null && !answer.isPlaceholderData) setHeld({ asked, item: current })
  const isLast = items.filter((item) => item !== current).length <= 2

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
  // A reading under way while something is decided may be of before or after: it has to be done again, for the counts. Asked at the beginning, answered at the end.
  const reading = useCallback(() => {
    const before = client.getQueryState(wanted.queryKey)
    return () => before?.fetchStatus === 'fetching' || client.getQueryState(wanted.queryKey) !== before
  }, [client, wanted.queryKey])

  const say = useCallback(
    async (saying: Saying) => {
      if (current === null || isBusy) return
      const caseIds = [current.case.id, ...(saying.withEqualTitles ? current.equalTitles.map(({ id }) => id) : [])]
      const note = saying.note === undefined || saying.note.trim() === '' ? null : saying.note
      const decisions = caseIds.flatMap((caseId) => [
        { caseId, narrativeId: current.narrative.id, verdict: saying.verdict, note },
        ...(saying.instead === undefined ? [] : [{ caseId, narrativeId: saying.instead.id, verdict: 'accepted' as const, note }]),
      ])
      const wasRead = reading()
      const kept = await decide({ coder: request.coder, decisions })
      if (kept === null) return
      // The narrative chosen instead may be a link of the queue itself: it is decided, too, and not asked again.
      const keys = decisions.map(({ caseId, narrativeId }) => keyOf(caseId, narrativeId))
      const counts = countsOf(saying.verdict, kept.takeBack, caseIds.length)
      setDone((before) => [...before, { item: current, keys, cases: caseIds.length, words: wordsOf(saying, caseIds.length), counts, takeBack: kept.takeBack }])
      count(counts, 1)
      setAgain((before) => before.filter((item) => item !== current))
      // Whether that was one of the links left is known where the queue is kept.
      if (isLast || saying.instead !== undefined || wasRead()) await refresh()
    },
    [count, current, decide, isBusy, isLast, reading, refresh, request.coder],
  )

  const undo = useCallback(async () => {
    const last = done.at(-1)
    if (last === undefined || isBusy) return
    const wasRead = reading()
    if ((await takeBack(last.takeBack)) === null) return
    setDone((before) => before.slice(0, -1))
    count(last.counts, -1)
    setAgain((before) => [last.item, ...before])
    setHeld({ asked, item: last.item })
    if (last.keys.length > last.cases || wasRead()) await refresh()
  }, [asked, count, done, isBusy, reading, refresh, takeBack])

  const decidedHere = done.reduce((sum, { cases }) => sum + cases, 0)
  const counted = since.of === readAt ? since : { left: 0, skipped: 0, decided: 0 }
  const shown = answer.data === undefined ? null : { ...answer.data, left: answer.data.left + counted.left, skipped: answer.data.skipped + counted.skipped, decided: answer.data.decided + counted.decided }
  return { answer, current, next: items[1] ?? null, say, undo, isBusy, last: done.at(-1) ?? null, decidedHere, left: shown === null ? null : shown.left, shown, refresh }
}
