import { basisWords, tierWords } from '#graph-schema/evidence.ts'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import { useExploration } from '#web/exploration/store.ts'
import { usePanels } from '../explore-panels.ts'
import { disproofWords, quotedName } from '../node-words.ts'
import styles from './hover-card.module.css'

function NodeHover({ id }: { id: string }) {
  const node = useExploration((state) => state.nodes.get(id))
  if (node === undefined) return null
  const disproof = disproofWords(node)
  return (
    <>
      <p className={styles['kind']}>
        {kindDefinition(node.kind).words.one}
        {node.date !== null && ` · ${node.date}`}
        {` · ${node.degree} ${node.degree === 1 ? 'connection' : 'connections'} in the graph`}
      </p>
      <p>
        {node.kind === 'Case' && <strong className={styles['claim']}>Claim: </strong>}
        {quotedName(node)}
      </p>
      {disproof !== null && <p className={styles['disproof']}>{disproof}</p>}
    </>
  )
}

function EdgeHover({ id }: { id: string }) {
  const edge = useExploration((state) => state.edges.get(id))
  const from = useExploration((state) => state.nodes.get(edge?.from ?? ''))
  const to = useExploration((state) => state.nodes.get(edge?.to ?? ''))
  if (edge === undefined || from === undefined || to === undefined) return null
  return (
    <>
      <p className={styles['kind']}>{edge.tier === null ? basisWords[edge.basis] : tierWords[edge.tier]}</p>
      <p>
        {from.kind === 'Case' && <strong className={styles['claim']}>Claim: </strong>}
        {quotedName(from)} <em>{edgeDefinition(edge.type).forward}</em> {quotedName(to)}
      </p>
      <p className={styles['why']}>{edge.why}</p>
      {from.kind === 'Case' && <p className={styles['disproof']}>{disproofWords(from)}</p>}
    </>
  )
}

function LineHover({ id }: { id: string }) {
  const line = useExploration((state) => state.related.get(id))
  const from = useExploration((state) => state.nodes.get(line?.from ?? ''))
  const to = useExploration((state) => state.nodes.get(line?.to ?? ''))
  if (line === undefined || from === undefined || to === undefined) return null
  return (
    <>
      <p className={styles['kind']}>{relatedWords(line)} · no edge of the graph</p>
      <p>
        <strong className={styles['claim']}>Claim: </strong>
        {quotedName(from)} <em>and</em> <strong className={styles['claim']}>claim: </strong>
        {quotedName(to)}
      </p>
      <p className={styles['why']}>{line.why}</p>
      <p className={styles['disproof']}>
        {disproofWords(from)}; {disproofWords(to)}
      </p>
    </>
  )
}

/** What the pointer is on, in words. The same stands in the details and in the live text, so it is hidden from screen readers. */
export function HoverCard({ width }: { width: number }) {
  const hover = usePanels((state) => state.hover)
  const isLine = useExploration((state) => state.related.has(hover?.id ?? ''))
  const isBusy = usePanels((state) => state.menu !== null)
  if (hover === null || isBusy) return null
  const isRight = hover.at.x > width - 330
  const isLow = hover.at.y > 150
  return (
    <div
      className={styles['card']}
      aria-hidden
      style={{ left: isRight ? undefined : hover.at.x + 12, right: isRight ? width - hover.at.x + 12 : undefined, top: hover.at.y + (isLow ? -10 : 24), transform: isLow ? 'translateY(-100%)' : undefined }}
    >
      {hover.kind === 'node' ? <NodeHover id={hover.id} /> : isLine ? <LineHover id={hover.id} /> : <EdgeHover id={hover.id} />}
    </div>
  )
}
