import { clsx } from 'clsx'
import styles from './step-bar.module.css'
import { furthestStep, type QueuedFile, type Step, steps } from './queue.ts'

const stepWords: Record<Step, string> = { reading: 'How it is read', corpus: 'Corpus', trial: 'Dry run', import: 'Import' }

/** The steps of a file; those that it has come to can be gone back to. */
export function StepBar({ file, onStep }: { file: QueuedFile; onStep: (step: Step) => void }) {
  const furthest = steps.indexOf(furthestStep(file))
  return (
    <ol className={styles['steps']} aria-label="Steps">
      {steps.map((step, index) => {
        const isNow = step === file.step
        return (
          <li key={step}>
            <button type="button" className={clsx(styles['step'], isNow && styles['now'])} aria-current={isNow ? 'step' : undefined} disabled={!isNow && index > furthest} onClick={() => onStep(step)}>
              <span className={styles['number']}>{index + 1}</span>
              {stepWords[step]}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
