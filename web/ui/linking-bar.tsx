import { ProgressBar } from './progress-bar.tsx'

/** How many cases linking has gone through; null before it has said so. */
export function LinkingBar({ label, progress }: { label: string; progress: { done: number; all: number } | null }) {
  const part = progress === null || progress.all === 0 ? null : Math.min(1, progress.done / progress.all)
  return <ProgressBar label={label} part={part} words={progress === null ? 'beginning' : `${progress.done.toLocaleString('en')} of ${progress.all.toLocaleString('en')} cases`} />
}
