import type { Upload } from '#graph-schema/api/uploads.ts'
import type { CorpusChoice, ReadPlanChoice } from '#graph-schema/import-plan.ts'

/** The steps of a file, in their order. */
export const steps = ['reading', 'corpus', 'trial', 'import'] as const
export type Step = (typeof steps)[number]

/** A file on its way from the drop to the graph. */
export interface QueuedFile {
  /** Ours alone: two files may bear one name. */
  key: string
  name: string
  /** Bytes. */
  size: number
  sending: 'waiting' | 'under-way' | 'sent' | 'failed'
  /** Bytes sent so far. */
  sent: number
  /** What the server says of it, once it is sent. */
  upload: Upload | null
  /** How it is to be read; null where nothing could be recognised and nobody has chosen. */
  plan: ReadPlanChoice | null
  /** Its columns in their order, from the first look at it. */
  columns: readonly string[]
  /** The mapping is one that was used before for a file of this shape. */
  isRecalled: boolean
  /** The mapping file that a person chose for it; no other mapping takes its place by itself. */
  mappingFrom: string | null
  corpus: CorpusChoice | null
  /** A person said what the corpus is: nothing else may change it then. */
  isCorpusChosen: boolean
  /** The file whose description of the corpus was taken over. */
  corpusFrom: string | null
  step: Step
  /** Jobs that were begun for it, by id. A changed plan forgets the dry run. */
  trialJob: string | null
  importJob: string | null
  /** The import that came of it. */
  batch: string | null
  /** A request that begins a job is under way. */
  isStarting: boolean
  /** Why it could not be sent, or a job not be begun. */
  fault: { error: unknown } | null
}

/** All files in hand, in the order in which they came. */
export interface Queue {
  files: readonly QueuedFile[]
  /** The one that is open; null where there is none. */
  open: string | null
}

export const emptyQueue: Queue = { files: [], open: null }

/** A file that has just been dropped. */
export function newFile(key: string, name: string, size: number): QueuedFile {
  return { key, name, size, sending: 'waiting', sent: 0, upload: null, plan: null, columns: [], isRecalled: false, mappingFrom: null, corpus: null, isCorpusChosen: false, corpusFrom: null, step: 'reading', trialJob: null, importJob: null, batch: null, isStarting: false, fault: null }
}

/** Adds files at the end; the first of them is opened if none is. */
export function addFiles(queue: Queue, files: readonly QueuedFile[]): Queue {
  return { files: [...queue.files, ...files], open: queue.open ?? files[0]?.key ?? null }
}

/** Changes one file; a key of none changes nothing. */
export function changeFile(queue: Queue, key: string, change: (file: QueuedFile) => QueuedFile): Queue {
  return { ...queue, files: queue.files.map((file) => (file.key === key ? change(file) : file)) }
}

/** Takes a file out; if it was open, its neighbour is. */
export function removeFile(queue: Queue, key: string): Queue {
  const at = queue.files.findIndex((file) => file.key === key)
  const files = queue.files.filter((file) => file.key !== key)
  return { files, open: queue.open === key ? (files[Math.min(at, files.length - 1)]?.key ?? null) : queue.open }
}

/** Pages are a corpus of their own, whatever lies beside them. */
const takesPackage = (file: QueuedFile) => !file.isCorpusChosen && file.upload?.isPackage !== true && file.plan?.format.startsWith('case-page') !== true

/** What a datapackage.json says holds for all files beside it of whose corpus nobody has said anything. */
export function spreadPackage(queue: Queue): Queue {
  const source = queue.files.findLast((file) => file.upload?.isPackage === true)
  if (source === undefined || source.upload === null) return queue
  const { corpus } = source.upload
  return { ...queue, files: queue.files.map((file) => (file.upload !== null && takesPackage(file) ? { ...file, corpus, corpusFrom: source.name } : file)) }
}

/** A file that has arrived, as the server describes it. */
export function arrived(queue: Queue, key: string, upload: Upload): Queue {
  const described = changeFile(queue, key, (file) => ({ ...file, sending: 'sent', sent: upload.size, size: upload.size, upload, fault: null, plan: file.plan ?? upload.recognised[0]?.plan ?? null, corpus: file.corpus ?? upload.corpus }))
  return spreadPackage(described)
}

/** Another plan: what a dry run under the former one said holds no more. */
export function replan(file: QueuedFile, plan: ReadPlanChoice): QueuedFile {
  return { ...file, plan, trialJob: null, importJob: null, batch: null, fault: null, step: 'reading' }
}

/** Whether the plan says all that a reader needs: a table of unknown columns must know which one is the title. */
export function isPlanWhole(plan: ReadPlanChoice | null): plan is ReadPlanChoice {
  return plan !== null && (plan.mapping === null || Object.values(plan.mapping).includes('title'))
}

/** The furthest step that a file can be at now. */
export function furthestStep(file: QueuedFile): Step {
  if (file.importJob !== null) return 'import'
  if (file.trialJob !== null) return 'trial'
  return isPlanWhole(file.plan) ? 'corpus' : 'reading'
}
