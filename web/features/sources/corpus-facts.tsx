import type { CorpusChoice } from '#graph-schema/import-plan.ts'
import { FactList } from '#web/ui/fact-list.tsx'
import styles from './sources.module.css'

const samplingWords = {
  complete: 'Complete for its period: shares and waves over it mean something.',
  selected: 'A selected sample: somebody chose these cases. Each is shown by itself; no shares and no waves are drawn over it.',
} as const

function period(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'not stated'
  return `${from ?? 'open'} to ${to ?? 'open'}`
}

/** What is known of a body of cases. */
export function CorpusFacts({ corpus }: { corpus: CorpusChoice & { cases?: number; asImported?: CorpusChoice | null } }) {
  return (
    <div className={styles['tight']}>
      {corpus.description !== '' && <p className={styles['text']}>{corpus.description}</p>}
      <p className={styles['quiet']}>{samplingWords[corpus.sampling]}</p>
      {corpus.asImported !== undefined && corpus.asImported !== null && <p className={styles['quiet']}>A person edited this description here; its files say something else.</p>}
      <FactList
        facts={[
          corpus.cases === undefined ? null : { label: 'Cases', value: corpus.cases.toLocaleString('en') },
          { label: 'Period', value: period(corpus.periodFrom, corpus.periodTo) },
          { label: 'Gaps', value: corpus.gaps.length === 0 ? 'none known' : corpus.gaps.join('; ') },
          { label: 'Licence', value: corpus.licence ?? 'not recorded' },
          corpus.disclaimer === null ? null : { label: 'Disclaimer', value: corpus.disclaimer },
        ]}
      />
    </div>
  )
}
