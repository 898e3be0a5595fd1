import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/api/client.ts'

/** Whether the same request may succeed a moment later. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.failure === 'unreachable' || error.status === 503)
}

/** Answers stay fresh for five minutes: only an import changes them, and whoever imports invalidates all. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 300_000, refetchOnWindowFocus: false, retry: (count, error) => count < 2 && mayPass(error), retryDelay: (count) => 400 * 2 ** count },
    },
  })
}
