import { ApiError } from '#web/api/client.ts'

/** A failure in the reader's words. */
export interface DisplayError {
  /** What happened. */
  title: string
  detail: string
  /** What is still true. */
  stillTrue: string
  /** What to do. */
  nextStep: string
  /** Whether asking again can help. */
  canRetry: boolean
  /** Id of this occurrence in the server's log. */
  reference: string | null
}

const nothingLost = 'Nothing in the graph was changed, and what you see elsewhere on the screen stays valid.'

function tookTooLong(reference: string | null): DisplayError {
  return { title: 'It took too long', detail: 'The database was stopped at its time limit.', stillTrue: nothingLost, nextStep: 'Narrow the time window or the filter and try again.', canRetry: true, reference }
}

/** So many faults are told; who puts these right sees the others. */
const mostFaults = 6

/** What was sent, where that is known better than “the input”: said when the server finds fault with it. */
export interface Sent {
  title: string
  nextStep: string
}

function refused(error: ApiError, sent: Sent): DisplayError {
  const reference = error.problem?.instance ?? null
  const detail = error.problem?.detail ?? ''
  switch (error.status ?? 0) {
    case 400:
    case 422: {
      const all = (error.problem?.errors ?? []).map((fault) => `${fault.path}: ${fault.message}`)
      const faults = [...all.slice(0, mostFaults), ...(all.length > mostFaults ? [`and ${String(all.length - mostFaults)} more`] : [])].join('; ')
      return { ...sent, detail: faults === '' ? detail : faults, stillTrue: nothingLost, canRetry: false, reference }
    }
    case 401:
    case 403:
      return { title: 'Not allowed', detail: detail === '' ? 'This server asks for a token before it writes.' : detail, stillTrue: nothingLost, nextStep: 'Ask whoever runs this server.', canRetry: false, reference }
    case 404:
      return { title: 'Not in this graph', detail: detail === '' ? 'Nothing with this id is stored here.' : detail, stillTrue: 'The link may be right for another graph or a later import.', nextStep: 'Search for it, or import the page it comes from under Sources.', canRetry: false, reference }
    case 413:
      return { title: 'Too large', detail: detail === '' ? 'The text is longer than one request may be.' : detail, stillTrue: nothingLost, nextStep: 'Split it into smaller files, or import it on the command line.', canRetry: false, reference }
    case 429:
      return { title: 'Too many requests', detail: 'The server asks to slow down.', stillTrue: nothingLost, nextStep: 'Wait a few seconds and try again.', canRetry: true, reference }
    case 409:
      if (error.problem?.type.endsWith('unusable-taxonomy') === true) return { title: error.problem.title, detail, stillTrue: 'Cases, links and decisions are as they were.', nextStep: 'Then load this page again.', canRetry: false, reference }
      return { title: 'Already under way', detail: detail === '' ? 'The same is being done at this moment.' : detail, stillTrue: 'What runs goes on; nothing is done twice.', nextStep: 'Wait a few seconds and try again.', canRetry: true, reference }
    case 503:
      return error.problem?.type.endsWith('timeout') === true ? tookTooLong(reference) : { title: 'The database is away', detail: 'The server runs, but Neo4j does not answer it. It tries again by itself.', stillTrue: 'What was imported is kept by Neo4j; nothing is lost.', nextStep: 'Try again shortly. If it stays away, look at the terminal in which Throughline runs.', canRetry: true, reference }
    case 504:
      return tookTooLong(reference)
    default:
      return { title: 'The server failed', detail: detail === '' ? 'It answered with an error.' : detail, stillTrue: nothingLost, nextStep: 'Try again. If it repeats, report it with the reference.', canRetry: true, reference }
  }
}

/** The one place that turns a failure into words. */
export function toDisplayError(error: unknown, sent: Sent = { title: 'The request was refused', nextStep: 'Change the input or the address and try again.' }): DisplayError {
  if (error instanceof ApiError) {
    switch (error.failure) {
      case 'unreachable':
        return { title: 'The server cannot be reached', detail: 'No answer came from Throughline.', stillTrue: 'The page you see still works with what it has loaded.', nextStep: 'Check that Throughline runs in its terminal, then try again.', canRetry: true, reference: null }
      case 'unreadable':
        return { title: 'The answer could not be read', detail: 'Page and server seem to be of different versions.', stillTrue: nothingLost, nextStep: 'Reload the page. If it stays, restart Throughline.', canRetry: true, reference: null }
      case 'refused':
        return refused(error, sent)
    }
  }
  return { title: 'Something in this page failed', detail: error instanceof Error ? error.message : 'An unknown error.', stillTrue: nothingLost, nextStep: 'Try again or reload the page.', canRetry: true, reference: null }
}
