import { clsx } from 'clsx'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { HeadField } from './head-field.tsx'
import type { SplitFields } from './narrative-drafts.ts'
import styles from './review.module.css'
import choiceStyles from './split-form.module.css'

/** The patterns of a narrative, each once; headings and comments are no patterns. */
function patternsOf({ patterns }: EditableNarrative): string[] {
  return [...new Set(patterns.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#') && line !== '[patterns]' && line !== '[statements]'))]
}

const toggled = (chosen: readonly string[], one: string, isChosen: boolean) => (isChosen ? [...chosen, one] : chosen.filter((other) => other !== one))

function Choice({ legend, all, chosen, onChange, isCode = false }: { legend: string; all: readonly string[]; chosen: readonly string[]; onChange: (chosen: string[]) => void; isCode?: boolean }) {
  if (all.length === 0) return null
  return (
    <fieldset className={clsx(choiceStyles['choice'], isCode && choiceStyles['code'])}>
      <legend>{legend}</legend>
      {all.map((one) => (
        <CheckField key={one} label={one} isChecked={chosen.includes(one)} onChange={(isChosen) => onChange(toggled(chosen, one, isChosen))} />
      ))}
    </fieldset>
  )
}

export interface SplitFormProps {
  narrative: EditableNarrative
  all: readonly EditableNarrative[]
  isBusy: boolean
  fields: SplitFields
  onShow: (change: TaxonomyChange, words: string) => void
  onEdit: (fields: SplitFields) => void
  onClose: () => void
}

/** Making two of a narrative: what the new one is called, and which keywords and patterns go over to it. */
export function SplitForm({ narrative, all, fields, isBusy, onShow, onEdit, onClose }: SplitFormProps) {
  const { name, definition, head, keywords, lines } = fields
  const isWhole = name.trim() !== '' && definition.trim() !== '' && keywords.length + lines.length > 0
  const change: TaxonomyChange = { kind: 'split', id: narrative.id, narrative: { name: name.trim(), definition: definition.trim(), head }, keywords: [...keywords], lines: [...lines] }
  return (
    <Panel title={`Split “${narrative.name}”`} aside="what people decided stays with it">
      <div className={styles['form']}>
        <TextField label="Name of the new narrative" value={name} onChange={(next) => onEdit({ ...fields, name: next })} maxLength={120} />
        <HeadField label="It stands under" value={head} heads={all.filter((one) => one.head === null)} onChange={(next) => onEdit({ ...fields, head: next })} />
        <TextField label="Its definition" rows={3} className={styles['whole'] ?? ''} value={definition} onChange={(next) => onEdit({ ...fields, definition: next })} />
        <Choice legend="Keywords that go over" all={narrative.keywords} chosen={keywords} onChange={(next) => onEdit({ ...fields, keywords: next })} />
        <Choice legend="Patterns that go over" all={patternsOf(narrative)} chosen={lines} onChange={(next) => onEdit({ ...fields, lines: next })} isCode />
      </div>
      <div className={styles['settle']}>
        <Button variant="primary" isDisabled={!isWhole || isBusy} onPress={() => onShow(change, `Split “${name.trim()}” off “${narrative.name}”`)}>
          Show what the split would move
        </Button>
        <Button isDisabled={isBusy} onPress={onClose}>
          Do not split it
        </Button>
      </div>
    </Panel>
  )
}
