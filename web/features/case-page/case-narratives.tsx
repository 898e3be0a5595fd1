import { Check, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { type Evidence, tierWords } from '#graph-schema/evidence.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { CoderForm } from '#web/ui/coder-form.tsx'
import { useCoder } from '#web/ui/coder-store.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { evidenceSentences } from '#web/ui/evidence-marks.ts'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { useDecide } from '#web/ui/use-decide.ts'
import styles from './case-page.module.css'
import type { CasePage } from './case-page-types.ts'

type Narrative = CasePage['narratives'][number]
type Verdict = 'accepted' | 'rejected'

/** Decisions on the links of this page; asks first who decides, if nobody has said so in this browser. */
function useCaseDecisions(caseId: string) {
  const coder = useCoder((state) => state.name)
  const { decide, takeBack, isBusy } = useDecide()
  const [waiting, setWaiting] = useState<{ narrative: Narrative; verdict: Verdict } | null>(null)
  const send = async (by: string, narrative: Narrative, verdict: Verdict) => {
    const kept = await decide({ coder: by, decisions: [{ caseId, narrativeId: narrative.id, verdict }] })
    if (kept !== null) showToast(`${verdict === 'accepted' ? 'Accepted' : 'Rejected'}: ${narrative.name}`, { action: { label: 'Undo', onPress: () => void takeBack(kept.takeBack) } })
  }
  const say = (narrative: Narrative, verdict: Verdict) => {
    if (coder === '') setWaiting({ narrative, verdict })
    else void send(coder, narrative, verdict)
  }
  const named = () => {
    if (waiting !== null) void send(useCoder.getState().name, waiting.narrative, waiting.verdict)
    setWaiting(null)
  }
  return { say, isBusy, isNaming: waiting !== null, named, cancel: () => setWaiting(null) }
}

/** What people said of the link, where they did. */
const decided = (evidence: readonly Evidence[]) => evidence.some(({ kind }) => kind === 'decision')

function Decide({ narrative, isBusy, onSay }: { narrative: Narrative; isBusy: boolean; onSay: (verdict: Verdict) => void }) {
  return (
    <span className={styles['decide']}>
      {narrative.tier !== 'accepted' && (
        <Button size="small" variant="quiet" isDisabled={isBusy} aria-label={`Accept: the case carries ${narrative.name}`} onPress={() => onSay('accepted')}>
          <Check size={14} aria-hidden /> Accept
        </Button>
      )}
      {narrative.tier !== 'rejected' && (
        <Button size="small" variant="quiet" isDisabled={isBusy} aria-label={`Reject: the case does not carry ${narrative.name}`} onPress={() => onSay('rejected')}>
          <CircleSlash size={14} aria-hidden /> Reject
        </Button>
      )}
    </span>
  )
}

/** The narratives the case carries, each with how sure the link is, what it rests on, and the way to say that it is right or wrong. */
export function CaseNarratives({ page }: { page: CasePage }) {
  const { narratives } = page
  const { say, isBusy, isNaming, named, cancel } = useCaseDecisions(page.case.id)
  return (
    <Panel title="Narratives it carries" aside={narratives.length > 0 && 'each link with its evidence'}>
      {narratives.length === 0 ? (
        <p className={styles['quiet']}>
          {page.case.status === 'known-by-title'
            ? 'None linked yet: narratives are looked for once the case’s own page is imported, not in a title alone.'
            : 'No narrative is linked: neither a keyword of the source nor a rule matched. That says nothing about the claim.'}
        </p>
      ) : (
        <RuledList>
          {narratives.map((narrative) => (
            <li key={narrative.id}>
              <div className={styles['narrative']}>
                <KindMark kind="Narrative" size={12} />
                <NarrativeLink id={narrative.id}>{narrative.name}</NarrativeLink>
                {narrative.head !== null && <span className={styles['quiet']}>a form of {narrative.head}</span>}
                <Badge tone={narrative.tier === 'source-tag' || narrative.tier === 'suggested' || narrative.tier === 'rejected' ? 'neutral' : 'accent'}>{tierWords[narrative.tier]}</Badge>
                {decided(narrative.evidence) && narrative.tier !== 'accepted' && narrative.tier !== 'rejected' && <Badge tone="notice">people disagree</Badge>}
                <Decide narrative={narrative} isBusy={isBusy} onSay={(verdict) => say(narrative, verdict)} />
              </div>
              <p className={styles['evidence']}>{evidenceSentences(narrative.evidence).join('; ')}</p>
            </li>
          ))}
        </RuledList>
      )}
      <Dialog title="Who are you?" isOpen={isNaming} onOpenChange={cancel}>
        <CoderForm onGiven={named} />
      </Dialog>
    </Panel>
  )
}
