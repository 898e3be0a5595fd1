import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { defaultWeights } from '#graph-schema/api/related.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { casePageQuery } from '#web/api/case-page.ts'
import { relatedQuery } from '#web/api/related.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { marksOf } from '#web/ui/evidence-marks.ts'
import { externalUrl } from '#web/ui/external-url.ts'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { setPanels } from '../explore-panels.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './details.module.css'
import { EvidenceList } from './evidence-list.tsx'
import { LinkedFacts } from './linked-facts.tsx'

/** Texts longer than this are cut at first, both at the same height, so that neither hides the other. */
const longText = 460

/** So many related cases stand beside a case. */
const relatedShown = 6

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Add({ id, title }: { id: string; title: string }) {
  const actions = useExploreActions()
  return (
    <Button variant="quiet" size="small" icon aria-label={`Add to the canvas: claim “${title}”`} onPress={() => void actions.add([id])}>
      <Plus size={14} aria-hidden />
    </Button>
  )
}

/** The nearest cases, weighed as usual; the case's page lets the reader weigh. */
function Related({ id }: { id: string }) {
  const answer = useQuery(relatedQuery(id, defaultWeights, relatedShown))
  if (answer.isError) return <ErrorState error={answer.error} isBrief onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <SkeletonLines label="Looking for related cases" lines={4} />
  if (answer.data.cases.length === 0) return <p className={styles['muted']}>No other case here shares a word, keyword, country or reference with it.</p>
  return (
    <ul className={styles['list']}>
      {answer.data.cases.map((other) => (
        <li key={other.id} className={styles['withAdd']}>
          <div>
            <ClaimBlock case={other} />
            <p className={styles['muted']}>{other.isLoose ? `loosely related: ${other.reason}` : other.reason}</p>
          </div>
          <Add id={other.id} title={other.title} />
        </li>
      ))}
    </ul>
  )
}

/** A case: claim beside disproof with the matched words marked, what it carries and why, what it is about, and what is like it. */
export function CaseDetails({ node }: { node: ExplorationNode }) {
  const page = useQuery(casePageQuery(node.id))
  const actions = useExploreActions()
  const [isWhole, setWhole] = useState(false)
  if (page.isError) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />
  if (page.data === undefined) return <SkeletonLines label="Loading the case" lines={9} />
  const { case: own, narratives, countries, keywords, topics, outlets, languages, issues, sources, refersTo, referredToBy } = page.data
  const isLong = Math.max(own.claim?.length ?? 0, own.disproof?.length ?? 0) > longText
  const source = externalUrl(own.sourceUrl)
  const references = [...refersTo.map((other) => ({ ...other, how: 'refers to' })), ...referredToBy.map((other) => ({ ...other, how: 'is referred to by' }))]
  return (
    <>
      <div className={clsx(styles['claimPair'], isLong && !isWhole && styles['cut'])}>
        <ClaimBlock case={own} layout="beside" level={2} marks={marksOf(narratives, own)} meta={<>{[own.source, ...issues.map(({ name }) => name)].join(' · ')}</>} />
      </div>
      {isLong && (
        <Button variant="link" size="small" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : 'Show claim and disproof in full'}
        </Button>
      )}
      <div className={styles['actions']}>
        <Button variant="primary" size="small" onPress={() => setPanels({ expanding: node.id })}>
          Expand
        </Button>
        <Button size="small" onPress={() => void actions.showRelated(node.id)}>
          Show related cases
        </Button>
        <Link to="/cases/$id" params={{ id: node.id }} className={buttonClass('plain', 'small')}>
          Open case page
        </Link>
        {source !== null && (
          <a href={source} target="_blank" rel="noopener noreferrer" className={buttonClass('plain', 'small')}>
            Open source ↗
          </a>
        )}
      </div>
      <Section title="Carries">
        {narratives.length === 0 ? (
          <p className={styles['muted']}>No narrative linked.</p>
        ) : (
          narratives.map((narrative) => (
            <div key={narrative.id} className={styles['card']}>
              <div className={styles['cardHead']}>
                <Link to="/narratives/$id" params={{ id: narrative.id }}>
                  {narrative.name}
                </Link>
                <Badge>{tierWords[narrative.tier]}</Badge>
              </div>
              <EvidenceList evidence={narrative.evidence} />
            </div>
          ))
        )}
      </Section>
      {countries.length > 0 && (
        <Section title="Discusses">
          <LinkedFacts facts={countries} />
        </Section>
      )}
      {topics.length + keywords.length > 0 && (
        <Section title="Topics and keywords">
          <LinkedFacts facts={[...topics, ...keywords]} />
        </Section>
      )}
      {references.length > 0 && (
        <Section title="References">
          <ul className={styles['list']}>
            {references.map((other) => (
              <li key={`${other.how} ${other.id}`} className={styles['withAdd']}>
                <div>
                  <span className={styles['muted']}>{other.how}</span>
                  <ClaimBlock case={other} />
                  <p className={styles['muted']}>{other.quote === null || other.quote === '' ? other.why : `${other.how === 'refers to' ? 'the' : 'its'} disproof says “${other.quote}”`}</p>
                </div>
                <Add id={other.id} title={other.title} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Related, and why">
        <Related id={own.id} />
      </Section>
      {outlets.length > 0 && (
        <Section title="Appeared in">
          <LinkedFacts facts={outlets} />
          <OutletNotice />
        </Section>
      )}
      {languages.length + issues.length > 0 && (
        <Section title="Language and review issue">
          <LinkedFacts facts={[...languages, ...issues]} />
        </Section>
      )}
      {sources.length > 0 && (
        <Section title="The disproof cites">
          <LinkedFacts facts={sources} />
        </Section>
      )}
    </>
  )
}
