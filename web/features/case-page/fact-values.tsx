import { basisWords } from '#graph-schema/evidence.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type CaseField, CasesLink } from '#web/ui/cases-link.tsx'
import { chipClass, chipListClass } from '#web/ui/chip.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import styles from './case-page.module.css'
import type { CaseFact } from './case-page-types.ts'
import { evidenceSentences } from '#web/ui/evidence-marks.ts'

export interface FactValuesProps {
  facts: readonly CaseFact[]
  kind: NodeKind
  field: CaseField
  /** What stands there when the source gives none. */
  none: string
}

/** Values of one fact: those the source states as chips, those read out of the text one by one with the words they rest on. Each leads to its cases. */
export function FactValues({ facts, kind, field, none }: FactValuesProps) {
  const stated = facts.filter((fact) => fact.basis === 'stated')
  const others = facts.filter((fact) => fact.basis !== 'stated')
  if (facts.length === 0) return <span className={styles['quiet']}>{none}</span>
  const link = (fact: CaseFact) => (
    <CasesLink field={field} id={fact.id} className={chipClass}>
      <KindMark kind={kind} size={11} />
      {fact.name}
    </CasesLink>
  )
  return (
    <>
      {stated.length > 0 && (
        <ul className={chipListClass} aria-label="Stated by the source">
          {stated.map((fact) => (
            <li key={fact.id}>{link(fact)}</li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={styles['inferred']}>
          {others.map((fact) => (
            <li key={fact.id}>
              <span className={styles['narrative']}>
                {link(fact)}
                {fact.basis === 'inferred' && <Badge title={basisWords.inferred}>inferred</Badge>}
              </span>
              <p className={styles['evidence']}>{evidenceSentences(fact.evidence).join('; ')}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
