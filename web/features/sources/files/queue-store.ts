import { create } from 'zustand'
import { arrived, changeFile, type Queue, type QueuedFile } from './queue.ts'
import { type KeptFile, keepQueue, recallQueue } from './queue-storage.ts'

const recalled = recallQueue()

/** Files of before a reload whose description has to be asked for again. */
export const uploadsToAskFor: readonly KeptFile[] = recalled.uploads

/** The files in hand. They outlast the screen: whoever looks at Cases meanwhile finds them again. */
export const useQueue = create<Queue>(() => recalled.queue)

useQueue.subscribe(keepQueue)

/** Changes one file. */
export function patchFile(key: string, patch: Partial<QueuedFile>): void {
  useQueue.setState((queue) => changeFile(queue, key, (file) => ({ ...file, ...patch })))
}

/** The file of a key, if it is still in hand. */
export function fileOf(key: string): QueuedFile | undefined {
  return useQueue.getState().files.find((file) => file.key === key)
}

/** Notes what the server says of a file that has arrived. */
export function noteArrival(key: string, upload: Parameters<typeof arrived>[2]): void {
  useQueue.setState((queue) => arrived(queue, key, upload))
}
