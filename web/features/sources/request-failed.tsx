import { ApiError } from '#web/api/client.ts'
import { ErrorState } from '#web/ui/error-state.tsx'
import { WriteTokenForm } from './write-token-form.tsx'

/** The server's words when it refused for want of its write token; null otherwise. */
function tokenAsked(error: unknown): string | null {
  if (!(error instanceof ApiError) || (error.status !== 401 && error.status !== 403)) return null
  const detail = error.problem?.detail ?? ''
  if (detail !== '' && !/token/iu.test(detail)) return null
  return detail === '' ? 'This server takes writes only with its write token' : detail.replace(/\.$/u, '')
}

/** A request that failed: the form for the write token if that is what was missing, else the words for it. `kept` says what is still at hand. */
export function RequestFailed({ error, kept, onAgain }: { error: unknown; kept: string; onAgain: () => void }) {
  const asked = tokenAsked(error)
  return asked === null ? <ErrorState error={error} onRetry={onAgain} /> : <WriteTokenForm detail={asked} kept={kept} onGiven={onAgain} />
}
