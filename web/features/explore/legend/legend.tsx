import { useQuery } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { bases, basisWords, tiers, tierWords } from '#graph-schema/evidence.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { overviewQuery } from '#web/api/overview.ts'
import { dashArray, edgeStyles, looselyRelatedStyle, relatedStyle, tierStyles, type LineStyle } from '#web/edge-styles.ts'
import { hiddenSummary, kindCounts, lineCounts, type KindCount } from '#web/exploration/selectors.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { toggleRelated } from '#web/exploration/related-actions.ts'
import { showAll, toggleBasis, toggleKind, toggleTier } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { useTheme } from '#web/ui/theme-store.ts'
import { kindHeading } from '../node-words.ts'
import styles from './legend.module.css'

interface RowProps {
  mark: ReactNode
  name: string
  count: ReactNode
  /** The count in full, for screen readers. */
  countWords: string
  isShown: boolean
  onToggle: () => void
}

function Row({ mark, name, count, countWords, isShown, onToggle }: RowProps) {
  const Icon = isShown ? Eye : EyeOff
  return (
    <li>
      <button type="button" className={styles['row']} aria-pressed={isShown} aria-label={`${name}: ${countWords}. Show`} onClick={onToggle}>
        <span className={styles['mark']}>{mark}</span>
        <span className={styles['name']}>{name}</span>
        <span className={styles['count']}>{count}</span>
        <Icon size={15} aria-hidden className={styles['eye']} />
      </button>
    </li>
  )
}

function Line({ style }: { style: LineStyle }) {
  const theme = useTheme((state) => state.theme)
  return (
    <svg width={28} height={8} aria-hidden focusable="false">
      <line x1={0} y1={4} x2={28} y2={4} stroke={style.colour[theme]} strokeWidth={style.width + 0.5} strokeDasharray={dashArray(style)} />
    </svg>
  )
}

/** "4 of 47": drawn, of all in the graph; with what a filter hides and, for cases, how many are known by title only. */
function kindCountText({ shown, loaded, byTitle }: KindCount, all: number | undefined): { short: string; notes: string; words: string } {
  const hidden = loaded - shown
  const notes = [hidden > 0 ? `${hidden} hidden` : null, byTitle > 0 ? `${byTitle} by title` : null].filter((note) => note !== null)
  const total = all === undefined ? '' : ` of ${all.toLocaleString('en')}`
  return {
    short: `${shown}${total}`,
    notes: notes.join(', '),
    words: `${shown} shown${hidden > 0 ? `, ${hidden} hidden` : ''}${byTitle > 0 ? `, ${byTitle} of them known by title` : ''}${all === undefined ? '' : `, ${all} in the graph`}`,
  }
}

/** The legend is the filter: what is on the canvas, how much of it is drawn, and a switch for each kind and each way of knowing. */
export function Legend() {
  const counts = useExploration(kindCounts)
  const lines = useExploration(lineCounts)
  const hidden = useExploration(hiddenSummary)
  const hiddenKinds = useExploration((state) => state.hiddenKinds)
  const hiddenTiers = useExploration((state) => state.hiddenTiers)
  const hiddenBases = useExploration((state) => state.hiddenBases)
  const related = useExploration((state) => state.related.size)
  const loose = useExploration((state) => [...state.related.values()].filter(({ isLoose }) => isLoose).length)
  const hidesRelated = useExploration((state) => state.hidesRelated)
  const overview = useQuery(overviewQuery())
  const totals = new Map<NodeKind, number>(overview.data?.kinds.map(({ kind, count }) => [kind, count]))
  const shownTiers = tiers.filter((tier) => lines.tiers.has(tier) || hiddenTiers.has(tier))
  const shownBases = bases.filter((basis) => lines.bases.has(basis) || hiddenBases.has(basis))
  return (
    <div className={styles['legend']}>
      <section aria-labelledby="legend-kinds">
        <h2 id="legend-kinds">On the canvas</h2>
        <ul>
          {counts.map((count) => {
            const { short, notes, words } = kindCountText(count, totals.get(count.kind))
            const name = kindHeading(count.kind)
            return count.loaded === 0 && (totals.get(count.kind) ?? 0) === 0 && !hiddenKinds.has(count.kind) ? null : (
              <Row
                key={count.kind}
                mark={<KindMark kind={count.kind} size={16} />}
                name={name === 'Countries and regions' ? 'Countries, regions' : name}
                count={
                  <>
                    {short}
                    {notes !== '' && <span className={styles['notes']}>{notes}</span>}
                  </>
                }
                countWords={words}
                isShown={!hiddenKinds.has(count.kind)}
                onToggle={() => exploration.step(`${hiddenKinds.has(count.kind) ? 'Show' : 'Hide'} ${name.toLowerCase()}`, (state) => toggleKind(state, count.kind))}
              />
            )
          })}
        </ul>
        <p className={styles['summary']} role="status">
          {hidden.shownNodes.toLocaleString('en')} shown
          {hidden.filters > 0 && (
            <>
              {' · '}
              {hidden.nodes + hidden.edges === 0 ? 'nothing' : [hidden.nodes > 0 ? `${hidden.nodes} ${hidden.nodes === 1 ? 'node' : 'nodes'}` : null, hidden.edges > 0 ? `${hidden.edges} ${hidden.edges === 1 ? 'connection' : 'connections'}` : null].filter((part) => part !== null).join(' and ')}
              {` hidden by ${hidden.filters} ${hidden.filters === 1 ? 'filter' : 'filters'} `}
              <Button variant="link" size="small" onPress={() => exploration.step('Show all', showAll)}>
                show all
              </Button>
            </>
          )}
        </p>
      </section>
      {shownTiers.length > 0 && (
        <section aria-labelledby="legend-tiers">
          <h2 id="legend-tiers">Carries, and how sure</h2>
          <ul>
            {shownTiers.map((tier) => (
              <Row
                key={tier}
                mark={<Line style={tierStyles[tier]} />}
                name={tierWords[tier]}
                count={lines.tiers.get(tier) ?? 0}
                countWords={`${lines.tiers.get(tier) ?? 0} connections on the canvas`}
                isShown={!hiddenTiers.has(tier)}
                onToggle={() => exploration.step(`${hiddenTiers.has(tier) ? 'Show' : 'Hide'} links ${tierWords[tier]}`, (state) => toggleTier(state, tier))}
              />
            ))}
          </ul>
        </section>
      )}
      {shownBases.length > 0 && (
        <section aria-labelledby="legend-bases">
          <h2 id="legend-bases">Edges say how we know</h2>
          <ul>
            {shownBases.map((basis) => (
              <Row
                key={basis}
                mark={<Line style={edgeStyles[basis]} />}
                name={basisWords[basis]}
                count={lines.bases.get(basis) ?? 0}
                countWords={`${lines.bases.get(basis) ?? 0} connections on the canvas`}
                isShown={!hiddenBases.has(basis)}
                onToggle={() => exploration.step(`${hiddenBases.has(basis) ? 'Show' : 'Hide'} edges ${basisWords[basis]}`, (state) => toggleBasis(state, basis))}
              />
            ))}
          </ul>
        </section>
      )}
      {(related > 0 || hidesRelated) && (
        <section aria-labelledby="legend-related">
          <h2 id="legend-related">Found by comparing</h2>
          <ul>
            <Row
              mark={<Line style={relatedStyle} />}
              name="related cases, no edges of the graph"
              count={related}
              countWords={`${related} dashed lines on the canvas`}
              isShown={!hidesRelated}
              onToggle={() => exploration.step(`${hidesRelated ? 'Show' : 'Hide'} the lines to related cases`, toggleRelated)}
            />
            {loose > 0 && (
              <li className={styles['part']}>
                <span className={styles['mark']}>
                  <Line style={looselyRelatedStyle} />
                </span>
                <span>of them only loosely related</span>
                <span className={styles['count']}>{loose}</span>
              </li>
            )}
          </ul>
        </section>
      )}
      <p className={styles['note']}>Titles in quotes are claims, not facts: select one to read its disproof, or that it is not imported.</p>
      <p className={styles['note']}>Dashed outline: known by title only. Double outline: pinned.</p>
    </div>
  )
}
