import { discardUpload } from '#web/api/discard-upload.ts'
import { sendFile } from '#web/api/send-file.ts'
import { fetchUpload } from '#web/api/upload.ts'
import { safeName } from '../page-text.ts'
import { addFiles, newFile, removeFile } from './queue.ts'
import { fileOf, noteArrival, patchFile, uploadsToAskFor, useQueue } from './queue-store.ts'

/** The bytes of files that are not sent yet; a reload forgets them. */
const bytes = new Map<string, File>()
const stops = new Map<string, AbortController>()
let isSending = false
let lastKey = 0

async function sendOne(key: string, file: File): Promise<void> {
  const stop = new AbortController()
  stops.set(key, stop)
  patchFile(key, { sending: 'under-way', sent: 0, fault: null })
  try {
    const upload = await sendFile(file, { name: safeName(file.name, 'file'), signal: stop.signal, onSent: (sent) => patchFile(key, { sent }) })
    bytes.delete(key)
    noteArrival(key, upload)
  } catch (error) {
    if (!stop.signal.aborted) patchFile(key, { sending: 'failed', fault: { error } })
  } finally {
    stops.delete(key)
  }
}

/** Sends what waits, one file after another. */
async function sendWaiting(): Promise<void> {
  if (isSending) return
  isSending = true
  try {
    for (;;) {
      const next = useQueue.getState().files.find((file) => file.sending === 'waiting' && bytes.has(file.key))
      const file = next === undefined ? undefined : bytes.get(next.key)
      if (next === undefined || file === undefined) return
      await sendOne(next.key, file)
    }
  } finally {
    isSending = false
  }
}

/** Takes files in hand and begins to send them. */
export function takeFiles(files: readonly File[]): void {
  const taken = files.map((file) => {
    lastKey += 1
    const key = `${Date.now()}-${lastKey}`
    bytes.set(key, file)
    return newFile(key, safeName(file.name, 'file'), file.size)
  })
  useQueue.setState((queue) => addFiles(queue, taken))
  void sendWaiting()
}

/** Sends a file once more, or asks for it once more where it had arrived before a reload. */
export function sendAgain(key: string): void {
  if (bytes.has(key)) {
    patchFile(key, { sending: 'waiting', fault: null })
    void sendWaiting()
    return
  }
  const kept = uploadsToAskFor.find((one) => one.key === key)
  if (kept !== undefined) void askFor(kept.key, kept.upload)
}

async function askFor(key: string, id: string): Promise<void> {
  patchFile(key, { sending: 'under-way', fault: null })
  try {
    noteArrival(key, await fetchUpload(id))
  } catch (error) {
    patchFile(key, { sending: 'failed', fault: { error } })
  }
}

let haveAsked = false

/** Asks once for the files of before a reload. */
export function recallUploads(): void {
  if (haveAsked) return
  haveAsked = true
  for (const { key, upload } of uploadsToAskFor) void askFor(key, upload)
}

/** Lays a file aside: stops its sending, and has the server forget it where nothing was begun with it. Jobs go on. */
export function layAside(key: string): void {
  const file = fileOf(key)
  stops.get(key)?.abort()
  bytes.delete(key)
  useQueue.setState((queue) => removeFile(queue, key))
  if (file?.upload !== undefined && file.upload !== null && file.importJob === null && file.trialJob === null && file.upload.alreadyImported.length === 0 && !useQueue.getState().files.some((other) => other.upload?.id === file.upload?.id)) {
    // It is kept for two weeks and then forgotten in any case.
    void discardUpload(file.upload.id).catch(() => undefined)
  }
}
