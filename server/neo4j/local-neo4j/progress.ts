/** One thing to tell the person who waits: which step runs, how far it is, what comes next. */
export interface StartProgress {
  step: 'download-neo4j' | 'download-java' | 'start-neo4j'
  /** A sentence for the terminal. */
  text: string
  doneBytes?: number
  totalBytes?: number
  bytesPerSecond?: number
  /** What follows after this step. */
  next?: string
}

export type OnProgress = (event: StartProgress) => void
