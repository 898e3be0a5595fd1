import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import styles from './case-page.module.css'
import type { CasePage } from './case-page-types.ts'

type Reference = CasePage['refersTo'][number]

/** References with the same reason stand together over it: the quoted sentence, or in our words why there is none. */
function byReason(references: readonly Reference[], by: string): [string, Reference[]][] {
  const groups = new Map<string, Reference[]>()
  for (const reference of references) {
    const reason = reference.quote === null ? `Why: ${reference.why}` : `${by}: “${reference.quote}”`
    groups.set(reason, [...(groups.get(reason) ?? []), reference])
  }
  return [...groups]
}

function References({ title, references, by }: { title: string; references: readonly Reference[]; by: string }) {
  if (references.length === 0) return null
  return (
    <>
      <h3 className={styles['sub']}>{title}</h3>
      <RuledList>
        {byReason(references, by).map(([reason, group]) => (
          <li key={reason}>
            <ul className={styles['group']}>
              {group.map((reference) => (
                <li key={reference.id}>
                  <ClaimBlock case={{ id: reference.id, title: reference.title, status: reference.status, publishedOn: reference.publishedOn, disproofState: reference.disproofState }} />
                </li>
              ))}
            </ul>
            <p className={styles['reason']}>{reason}</p>
          </li>
        ))}
      </RuledList>
    </>
  )
}

/** Cases that this one names, and those that name it, each with the quoted words. */
export function CaseReferences({ page }: { page: CasePage }) {
  if (page.refersTo.length === 0 && page.referredToBy.length === 0) return null
  return (
    <Panel title="References" aside="as the disproofs name them">
      <References title={`Refers to ${page.refersTo.length}`} references={page.refersTo} by="The disproof says" />
      <References title={`Referred to by ${page.referredToBy.length}`} references={page.referredToBy} by="Its disproof says" />
    </Panel>
  )
}

/** Cases that make the same claim within a week, before and after this one. */
export function SameClaim({ page }: { page: CasePage }) {
  return (
    <Panel title="The same claim again" aside="within seven days">
      {page.repeats.length === 0 && page.repeatedBy.length === 0 ? (
        <p className={styles['quiet']}>No case here with an equal or nearly equal title was published within seven days of it.</p>
      ) : (
        <>
          <References title="Repeats" references={page.repeats} by="" />
          <References title="Repeated by" references={page.repeatedBy} by="" />
        </>
      )}
    </Panel>
  )
}
