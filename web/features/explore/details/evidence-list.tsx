import type { Evidence } from '#graph-schema/evidence.ts'
import { countedEvidence } from '#web/ui/evidence-marks.ts'
import styles from './details.module.css'

/** Why a link is there, each reason a sentence; the matched words are marked, and what occurs again says how often. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <p className={styles['muted']}>No evidence is stored with this link.</p>
  return (
    <ul className={styles['evidence']}>
      {countedEvidence(evidence).map(({ first, sentence, count }) => (
        <li key={sentence}>
          {first.kind === 'match' ? (
            <>
              “<mark>{first.text}</mark>” in the {first.in}
            </>
          ) : (
            sentence
          )}
          {count > 1 && `, ${count} times`}
        </li>
      ))}
    </ul>
  )
}
