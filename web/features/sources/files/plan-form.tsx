import { useQuery } from '@tanstack/react-query'
import type { Upload } from '#graph-schema/api/uploads.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { formatsQuery } from '#web/api/formats.ts'
import { CheckField } from '#web/ui/check-field.tsx'
import { SelectField, type SelectGroup } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import styles from './files.module.css'
import { dateOrderOptions, delimiterOptions, encodingOptions, planWithFormat } from './plan-words.ts'

/** Formats that the file was recognised as, the surest first, and all others. */
function formatGroups(upload: Upload, formats: readonly { format: string; name: string }[]): SelectGroup<string>[] {
  const recognised = upload.recognised.map(({ plan, formatName }) => ({ value: plan.format, label: formatName }))
  const others = formats.filter(({ format }) => recognised.every(({ value }) => value !== format)).map(({ format, name }) => ({ value: format, label: name }))
  return [
    ...(recognised.length === 0 ? [{ label: 'Not recognised', options: [{ value: '', label: 'Choose a format' }] }] : [{ label: 'By its content, it can be', options: recognised }]),
    { label: 'Read it as something else', options: others },
  ]
}

/** Whether a column says who reported a case. */
const namesReporters = (plan: ReadPlanChoice) => plan.format === 'review-csv' || Object.values(plan.mapping ?? {}).includes('reportedBy')

export interface PlanFormProps {
  upload: Upload
  plan: ReadPlanChoice | null
  onChange: (plan: ReadPlanChoice) => void
}

/** How the file is read: format, encoding, delimiter and the rest, each shown and changeable. */
export function PlanForm({ upload, plan, onChange }: PlanFormProps) {
  const formats = useQuery(formatsQuery())
  const recognition = upload.recognised.find((one) => one.plan.format === plan?.format)
  const chooseFormat = (format: string) => {
    if (format === '') return
    const known = upload.recognised.find((one) => one.plan.format === format)
    onChange(known?.plan ?? planWithFormat(plan, format))
  }
  const delimiter = delimiterOptions.find(({ value }) => value === plan?.delimiter)?.value
  const isTable = plan?.format.endsWith('-csv') === true
  return (
    <div className={styles['stack']}>
      <div className={styles['fields']}>
        <SelectField label="Format" className={styles['format']} options={formatGroups(upload, formats.data?.formats ?? [])} value={plan?.format ?? ''} onChange={chooseFormat} />
        {plan !== null && <SelectField label="Encoding" options={encodingOptions} value={plan.encoding} onChange={(encoding) => onChange({ ...plan, encoding })} />}
        {plan !== null && isTable && <SelectField label="Delimiter" options={delimiterOptions} value={delimiter ?? ','} onChange={(chosen) => onChange({ ...plan, delimiter: chosen })} />}
        {plan !== null && plan.mapping !== null && (
          <SelectField label="Dates such as 03/04/2019" options={dateOrderOptions} value={plan.dateOrder ?? 'file'} onChange={(order) => onChange({ ...plan, dateOrder: order === 'file' ? null : order })} />
        )}
        {plan !== null && plan.mapping !== null && (
          <TextField label="Fact-checker, where no row says it" maxLength={100} value={plan.source ?? ''} onChange={(source) => onChange({ ...plan, source: source.trim() === '' ? null : source })} />
        )}
      </div>
      {recognition !== undefined && (
        <p className={styles['quiet']}>
          {recognition.why}
          {plan?.isGzip === true && ' It is packed with gzip.'} Encoding{isTable ? ' and delimiter are' : ' is'} told by the content; change {isTable ? 'them' : 'it'} if the rows below look wrong.
        </p>
      )}
      {recognition === undefined && plan !== null && <p className={styles['notice']}>The file does not look like this format. The rows below show what would come of it.</p>}
      {plan !== null && namesReporters(plan) && (
        <CheckField
          label="Keep who reported a case"
          note="A column “reported by” names people. It is dropped unless you ask for it; even then it only stays with the raw values of the row."
          isChecked={plan.keepsReporters}
          onChange={(keepsReporters) => onChange({ ...plan, keepsReporters })}
        />
      )}
    </div>
  )
}
