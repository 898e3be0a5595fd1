import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { CorpusDraft } from './corpus-words.ts'
import styles from './files.module.css'

const samplingWords = {
  selected: 'Somebody chose these cases, or nobody knows. Each is shown by itself; no shares and no waves are drawn over it.',
  complete: 'Every case that the source published in this period is in it. Shares and waves are drawn over it, and what lies outside the period is hatched.',
} as const

export interface CorpusFormProps {
  draft: CorpusDraft
  faults: Partial<Record<keyof CorpusDraft, string>>
  onChange: (patch: Partial<CorpusDraft>) => void
}

/** What must be known of a body of cases to count it honestly. What is not known stays empty and is said to be unknown. */
export function CorpusForm({ draft, faults, onChange }: CorpusFormProps) {
  const fault = (field: keyof CorpusDraft) => (faults[field] === undefined ? {} : { errorMessage: faults[field] })
  return (
    <div className={styles['stack']}>
      <TextField label="Name" className={styles['name'] ?? ''} maxLength={120} value={draft.name} onChange={(name) => onChange({ name })} {...fault('name')} />
      <div className={styles['tight']}>
        <span className={styles['label']}>Sampling</span>
        <ToggleGroup
          label="Sampling"
          options={[
            { value: 'selected', label: 'Selected, or not known' },
            { value: 'complete', label: 'Complete for its period' },
          ]}
          value={draft.sampling}
          onChange={(sampling) => onChange({ sampling })}
        />
        <p className={styles['quiet']}>{samplingWords[draft.sampling]}</p>
      </div>
      <div className={styles['fields']}>
        <TextField type="date" label="Period from" value={draft.periodFrom} onChange={(periodFrom) => onChange({ periodFrom })} {...fault('periodFrom')} />
        <TextField type="date" label="Period to, that day included" value={draft.periodTo} onChange={(periodTo) => onChange({ periodTo })} {...fault('periodTo')} />
        <TextField label="Licence" maxLength={500} value={draft.licence} onChange={(licence) => onChange({ licence })} {...fault('licence')} />
      </div>
      <TextField label="Gaps that are known, one a line" note="What is missing within the period, such as weeks without a review." rows={2} value={draft.gaps} onChange={(gaps) => onChange({ gaps })} {...fault('gaps')} />
      <TextField label="Disclaimer of the source" note="Shown wherever the cases of this corpus are." rows={2} maxLength={2000} value={draft.disclaimer} onChange={(disclaimer) => onChange({ disclaimer })} {...fault('disclaimer')} />
      <TextField label="Description" rows={2} maxLength={2000} value={draft.description} onChange={(description) => onChange({ description })} {...fault('description')} />
    </div>
  )
}
