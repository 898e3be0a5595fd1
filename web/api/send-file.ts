import { uploadEndpoint, type Upload } from '#graph-schema/api/uploads.ts'
import { addressOf, ApiError, refusal, writeHeaders } from './client.ts'

export interface SendFileOptions {
  /** As people see it: no slashes, no control characters. */
  name: string
  signal: AbortSignal
  /** Bytes sent so far. */
  onSent: (bytes: number) => void
}

/**
 * Sends a file as it lies on disk and resolves with what it is. Rejects with an ApiError, or an AbortError when it was stopped.
 * Not through `fetch`, which does not tell how much has been sent.
 */
export function sendFile(file: Blob, { name, signal, onSent }: SendFileOptions): Promise<Upload> {
  const address = addressOf(uploadEndpoint.path, {}, { name })
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new DOMException('Stopped', 'AbortError'))
      return
    }
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [header, value] of Object.entries(writeHeaders())) request.setRequestHeader(header, value)
    const stop = () => request.abort()
    signal.addEventListener('abort', stop)
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    request.addEventListener('error', () => reject(new ApiError('unreachable', `${address} could not be reached`, null, null)))
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) {
        reject(refusal(address, request.status, request.responseText))
        return
      }
      try {
        resolve(uploadEndpoint.response.parse(JSON.parse(request.responseText)))
      } catch (cause) {
        reject(new ApiError('unreadable', `${address} answered in an unexpected form`, request.status, null, { cause }))
      }
    })
    request.send(file)
  })
}
