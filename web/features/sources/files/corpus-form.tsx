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
  /** It is the sample that ships: its name and its sampling are not for editing. */
  keepsLabel?: boolean
}

type Fault = (field: keyof CorpusDraft) => { errorMessage?: string }

function Label({ draft, onChange, fault }: Pick<CorpusFormProps, 'draft' | 'onChange'> & { fault: Fault }) {
  return (
    <>
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
    </>
  )
}

/** What must be known of a body of cases to count it honestly. What is not known stays empty and is said to be unknown. */
export function CorpusForm({ draft, faults, onChange, keepsLabel = false }: CorpusFormProps) {
  const fault: Fault = (field) => (faults[field] === undefined ? {} : { errorMessage: faults[field] })
  return (
    <div className={styles['stack']}>
      {keepsLabel ? <p className={styles['notice']}>What ships with Throughline keeps its name and stays a selected sample: all screens show it by that label.</p> : <Label draft={draft} onChange={onChange} fault={fault} />}
      <div className={styles['fields']}>
        <TextField type="date" label="Period from" value={draft.periodFrom} onChange={(periodFrom) => onChange({ periodFrom })} {...fault('periodFrom')} />
        <TextField type="date" label="Period to, that day included" value={draft.periodTo} onChange={(periodTo) => onChange({ periodTo })} {...fault('periodTo')} />
      </div>
      <TextField label="Licence" maxLength={500} value={draft.licence} onChange={(licence) => onChange({ licence })} {...fault('licence')} />
      <TextField label="Gaps that are known, one a line" note="What is missing within the period, such as weeks without a review." rows={2} value={draft.gaps} onChange={(gaps) => onChange({ gaps })} {...fault('gaps')} />
      <TextField label="Disclaimer of the source" note="Shown wherever the cases of this corpus are." rows={2} maxLength={2000} value={draft.disclaimer} onChange={(disclaimer) => onChange({ disclaimer })} {...fault('disclaimer')} />
      <TextField label="Description" rows={3} maxLength={2000} value={draft.description} onChange={(description) => onChange({ description })} {...fault('description')} />
    </div>
  )
}
