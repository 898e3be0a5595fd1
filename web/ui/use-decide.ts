import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type DecideAnswer, decideMutation, type DecideRequest, takeBackMutation } from '#web/api/review.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { showToast } from './toast-store.ts'

/** Everything that counts or shows links; the queue itself keeps its own order. */
const isReviewQueue = (key: unknown): boolean => key === 'review'

/** Deciding on links and taking it back. Failures are told as a message; what was not kept resolves with null. */
export function useDecide() {
  const client = useQueryClient()
  const { mutateAsync: send, isPending: isDeciding } = useMutation(decideMutation())
  const { mutateAsync: sendBack, isPending: isTakingBack } = useMutation(takeBackMutation())

  const settled = useCallback(() => void client.invalidateQueries({ predicate: ({ queryKey }) => !isReviewQueue(queryKey[0]) }), [client])
  const attempt = useCallback(
    async <Answer,>(work: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        const answer = await work()
        settled()
        return answer
      } catch (error) {
        const { title, detail, nextStep } = toDisplayError(error)
        showToast(`Not kept. ${title}: ${detail} ${nextStep}`, { tone: 'error' })
        return null
      }
    },
    [settled],
  )
  const decide = useCallback((request: DecideRequest) => attempt(() => send(request)), [attempt, send])
  const takeBack = useCallback((before: DecideAnswer['takeBack']) => attempt(() => sendBack(before)), [attempt, sendBack])
  return { decide, takeBack, isBusy: isDeciding || isTakingBack }
}
