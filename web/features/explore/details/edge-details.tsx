import { useQuery } from '@tanstack/react-query'
import { basisWords, tierWords } from '#graph-schema/evidence.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { edgeQuery } from '#web/api/edge.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import type { ExplorationEdge, ExplorationNode, RelatedLine } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { CaseLink } from '#web/ui/node-links.tsx'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { disproofWords, quotedName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './details.module.css'
import { EvidenceList } from './evidence-list.tsx'

function End({ node }: { node: ExplorationNode }) {
  const actions = useExploreActions()
  return (
    <>
      <button type="button" className={styles['end']} onClick={() => actions.select([node.id])}>
        <KindMark kind={node.kind} size={14} hollow={node.status === 'known-by-title'} />
        <span>
          {node.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
          {quotedName(node)}
        </span>
      </button>
      {node.kind === 'Case' && (
        <p className={styles['muted']}>
          {disproofWords(node)} · <CaseLink id={node.id}>case page</CaseLink>
        </p>
      )}
    </>
  )
}

/** A dashed line: two cases that the comparison finds related, and why. */
export function LineDetails({ line }: { line: RelatedLine }) {
  const actions = useExploreActions()
  const from = useExploration((state) => state.nodes.get(line.from))
  const to = useExploration((state) => state.nodes.get(line.to))
  if (from === undefined || to === undefined) return null
  return (
    <>
      <p className={styles['kind']}>dashed line, no edge of the graph</p>
      <h2 className={styles['hiddenHeading']}>
        {quotedName(from)} and {quotedName(to)} are {relatedWords(line)}
      </h2>
      <End node={from} />
      <p className={styles['verb']}>is {relatedWords(line)} to</p>
      <End node={to} />
      <section className={styles['section']}>
        <h3>Why it is here</h3>
        <p>{line.why}</p>
        {line.isLoose && <p>Of cases found so, about one in three was worth seeing in our test.</p>}
        <p className={styles['muted']}>Worked out by comparing words, keywords, countries and dates when you asked. Nobody states it, and it is stored nowhere; a link works it out anew.</p>
      </section>
      <div className={styles['actions']}>
        <Button size="small" onPress={() => actions.dropRelated(line.from)}>
          Take away the dashed lines here
        </Button>
      </div>
    </>
  )
}

/** An edge as a sentence, with who says so and all its evidence. */
export function EdgeDetails({ edge }: { edge: ExplorationEdge }) {
  const from = useExploration((state) => state.nodes.get(edge.from))
  const to = useExploration((state) => state.nodes.get(edge.to))
  const full = useQuery(edgeQuery({ from: edge.from, to: edge.to, type: edge.type }))
  if (from === undefined || to === undefined) return null
  return (
    <>
      <p className={styles['kind']}>connection</p>
      <h2 className={styles['hiddenHeading']}>
        {quotedName(from)} {edgeDefinition(edge.type).forward} {quotedName(to)}
      </h2>
      <End node={from} />
      <p className={styles['verb']}>{edgeDefinition(edge.type).forward}</p>
      <End node={to} />
      <div className={styles['actions']}>
        {edge.tier !== null && <Badge tone="accent">{tierWords[edge.tier]}</Badge>}
        {(edge.tier === null || tierWords[edge.tier] !== basisWords[edge.basis]) && <Badge>{basisWords[edge.basis]}</Badge>}
      </div>
      <section className={styles['section']}>
        <h3>Why it is here</h3>
        {edge.why !== '' && (full.data === undefined || full.data.evidence.length === 0) && <p>{edge.why}</p>}
        {full.isError ? (
          <ErrorState error={full.error} onRetry={() => void full.refetch()} />
        ) : full.data === undefined ? (
          <SkeletonLines label="Loading the evidence" lines={3} />
        ) : (
          <>
            <EvidenceList evidence={full.data.evidence} />
            {full.data.version !== null && <p className={styles['muted']}>Written by {full.data.version}.</p>}
          </>
        )}
      </section>
      {edge.type === 'APPEARED_IN' && <OutletNotice />}
    </>
  )
}
