import { basisWords, type Basis, type Evidence } from '#graph-schema/evidence.ts'
import { Badge } from '#web/ui/badge.tsx'
import styles from './details.module.css'
import { EvidenceList } from './evidence-list.tsx'
import { NodeChip, NodeChips } from './node-chips.tsx'

export interface LinkedFact {
  id: string
  name: string
  basis: Basis
  evidence: readonly Evidence[]
}

/** What a case is joined to and who says so: what the source states together, the rest one by one with the words it rests on. */
export function LinkedFacts({ facts }: { facts: readonly LinkedFact[] }) {
  const stated = facts.filter((fact) => fact.basis === 'stated')
  const others = facts.filter((fact) => fact.basis !== 'stated')
  return (
    <div className={styles['linked']}>
      {stated.length > 0 && (
        <>
          <p className={styles['basis']}>{basisWords.stated}</p>
          <NodeChips items={stated} />
        </>
      )}
      {others.length > 0 && (
        <ul className={styles['linked']}>
          {others.map((fact) => (
            <li key={fact.id} className={styles['linkedFact']}>
              <span className={styles['linkedName']}>
                <NodeChip id={fact.id} name={fact.name} />
                <Badge title={basisWords[fact.basis]}>{fact.basis === 'inferred' ? 'inferred' : basisWords[fact.basis]}</Badge>
              </span>
              <EvidenceList evidence={fact.evidence} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
