import { useQuery } from '@tanstack/react-query'
import { caseFieldWords } from '#graph-schema/case-fields.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { formatsQuery } from '#web/api/formats.ts'
import { FactList } from '#web/ui/fact-list.tsx'
import { dateOrderOptions, delimiterOptions, encodingOptions } from '../files/plan-words.ts'
import styles from './import.module.css'

/** How a file was read. */
export function PlanFacts({ format, plan }: { format: string; plan: ReadPlanChoice | null }) {
  const formats = useQuery(formatsQuery())
  const name = formats.data?.formats.find((one) => one.format === format)?.name ?? format
  const mapping = Object.entries(plan?.mapping ?? {})
  return (
    <FactList
      facts={[
        { label: 'Format', value: name },
        plan === null ? null : { label: 'Encoding', value: `${encodingOptions.find(({ value }) => value === plan.encoding)?.label ?? plan.encoding}${plan.isGzip ? ', packed with gzip' : ''}` },
        plan === null || plan.delimiter === null ? null : { label: 'Delimiter', value: delimiterOptions.find(({ value }) => value === plan.delimiter)?.label ?? plan.delimiter },
        plan === null || plan.dateOrder === null ? null : { label: 'Dates', value: dateOrderOptions.find(({ value }) => value === plan.dateOrder)?.label ?? plan.dateOrder },
        plan === null || plan.source === null ? null : { label: 'Fact-checker', value: plan.source },
        plan?.keepsReporters === true ? { label: 'Reported by', value: 'kept with the raw values' } : null,
        mapping.length === 0
          ? null
          : {
              label: 'Columns',
              value: (
                <ul>
                  {mapping.map(([column, field]) => (
                    <li key={column} className={styles['any']}>
                      {column} → {caseFieldWords[field].name.toLowerCase()}
                    </li>
                  ))}
                </ul>
              ),
            },
      ]}
    />
  )
}
