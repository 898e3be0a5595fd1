import type { ReviewItem as Item } from '#graph-schema/api/review.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { Badge } from '#web/ui/badge.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { marksOf } from '#web/ui/evidence-marks.ts'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { Card, Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import styles from './review-item.module.css'
import shared from './review.module.css'

function Reasons({ title, reasons, none, sign }: { title: string; reasons: readonly string[]; none: string; sign: '+' | '−' }) {
  return (
    <div>
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p className={shared['quiet']}>{none}</p>
      ) : (
        <ul className={styles['reasons']}>
          {reasons.map((reason) => (
            <li key={reason}>
              <span className={styles['sign']} aria-hidden>
                {sign}
              </span>
              {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The link to decide: the narrative asked about, the case's claim beside its disproof, and what speaks for and against. */
export function ReviewItemView({ item, isSecond }: { item: Item; isSecond: boolean }) {
  const { narrative } = item
  return (
    <Card className={styles['item']}>
      <div className={styles['question']}>
        <p className={shared['ask']}>Does this case carry this narrative?</p>
        <h2 className={styles['narrative']}>
          <KindMark kind="Narrative" size={15} />
          <NarrativeLink id={narrative.id}>{narrative.name}</NarrativeLink>
        </h2>
        <p className={styles['definition']}>
          {narrative.definition}
          {narrative.head !== null && <span className={shared['quiet']}> A form of {narrative.head}.</span>}
        </p>
        <p className={styles['badges']}>
          {!isSecond && <Badge tone={item.tier === 'corroborated' || item.tier === 'pattern' ? 'accent' : 'neutral'}>{tierWords[item.tier]}</Badge>}
          {item.score !== null && <Badge title="A score of the model between 0 and 1, not the probability that it is so">score {item.score.toFixed(2)}</Badge>}
        </p>
      </div>
      <ClaimBlock case={item.case} layout="beside" level={3} marks={marksOf([item], item.case)} />
      <div className={styles['pair']}>
        <Reasons title="For it" reasons={item.reasonsFor} none="Nothing that the rules or the model can name." sign="+" />
        <Reasons title="Against it" reasons={item.reasonsAgainst} none="Nothing that the model can name." sign="−" />
      </div>
    </Card>
  )
}

/** Why no case stands there, and what would bring one. */
function noneAlike(sure: number): string {
  if (sure === 0) return 'Empty so far: no other case surely carries this narrative. Cases come to stand here when people accept links to it, or when rule and model agree on some.'
  return `None of the other cases that surely carry this narrative shares a telling word with this one (${sure.toLocaleString('en')} looked through).`
}

/** Cases that surely carry the narrative and are most like this one; and what else the case is linked to. */
export function ReviewAside({ item }: { item: Item }) {
  return (
    <>
      <Panel title="Most alike of those that carry it" aside="by the words they share">
        {item.similar.length === 0 ? (
          <p className={shared['quiet']}>{noneAlike(item.sure)}</p>
        ) : (
          <RuledList>
            {item.similar.map((one) => (
              <li key={one.id}>
                <ClaimBlock case={one} />
                <p className={shared['quiet']}>
                  Shares “{one.shared.join('”, “')}”; {tierWords[one.tier]}
                </p>
              </li>
            ))}
          </RuledList>
        )}
      </Panel>
      <Panel title="Also linked to">
        {item.otherLinks.length === 0 ? (
          <p className={shared['quiet']}>No other narrative.</p>
        ) : (
          <ul className={shared['others']}>
            {item.otherLinks.map((other) => (
              <li key={other.id}>
                <NarrativeLink id={other.id}>{other.name}</NarrativeLink> <span className={shared['quiet']}>{tierWords[other.tier]}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
