import { tierWords } from '#graph-schema/evidence.ts'
import { CasesLink } from '#web/ui/cases-link.tsx'
import { chipClass, chipListClass } from '#web/ui/chip.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import styles from './dossier.module.css'
import { LongTable } from './long-table.tsx'
import { type Dossier, phraseWords, ruleWords } from './words.ts'

/** How sure the links are, and the rules and keywords that make them. */
export function LinksPanel({ dossier }: { dossier: Dossier }) {
  const { tiers, rules } = dossier
  return (
    <Panel title="How cases are linked to it">
      <h3 className={styles['sub']}>How sure</h3>
      <ul>
        {tiers.map((tier) => (
          <li key={tier.tier} className={styles['line']}>
            <span>{tierWords[tier.tier]}</span>
            <span>
              {tier.cases.toLocaleString('en')} <VisuallyHidden>cases</VisuallyHidden>
            </span>
          </li>
        ))}
      </ul>
      <h3 className={styles['sub']}>By what</h3>
      {rules.length === 0 ? (
        <p className={styles['quiet']}>No rule has matched a case yet.</p>
      ) : (
        <LongTable
          caption="With the cases each stands for; a case can be linked by several. * stands for any ending."
          columns={[
            { id: 'rule', header: 'Rule', isRowHeader: true, cell: (rule) => <span className={styles['rule']}>{rule.kind === 'phrase' ? phraseWords(rule.text) : rule.text}</span>, sortBy: (rule) => rule.text },
            { id: 'kind', header: 'Kind', cell: (rule) => <span className={styles['quiet']}>{ruleWords[rule.kind]}</span>, sortBy: (rule) => rule.kind },
            { id: 'cases', header: 'Cases', numeric: true, cell: (rule) => rule.cases.toLocaleString('en'), sortBy: (rule) => rule.cases },
          ]}
          rows={rules}
          keyOf={(rule) => `${rule.kind} ${rule.text}`}
        />
      )}
      <p className={styles['note']}>A keyword of the source is not a narrative: links that rest on it alone are counted, but never make a wave.</p>
    </Panel>
  )
}

/** Techniques of the DISARM framework that the taxonomy names for claims of this kind. */
export function TechniquesPanel({ dossier }: { dossier: Dossier }) {
  if (dossier.techniques.length === 0) return null
  return (
    <Panel title="Techniques" aside="DISARM">
      <RuledList>
        {dossier.techniques.map((technique) => (
          <li key={technique.id}>
            <span className={styles['named']}>
              <KindMark kind="Technique" size={12} />
              {technique.name.startsWith(technique.disarmId) ? technique.name : `${technique.disarmId} ${technique.name}`}
            </span>
            {technique.note !== '' && <p className={styles['quiet']}>{technique.note}</p>}
          </li>
        ))}
      </RuledList>
    </Panel>
  )
}

/** The nearest labels of PolyNarrative, each narrative above its sub-narrative. */
export function PolyNarrativePanel({ dossier }: { dossier: Dossier }) {
  if (dossier.polyNarrative.length === 0) return null
  return (
    <Panel title="In PolyNarrative" aside="SemEval-2025 Task 10">
      <RuledList>
        {dossier.polyNarrative.map((label) => {
          const [, narrative = label, ...sub] = label.split(': ')
          return (
            <li key={label}>
              {sub.length === 0 ? narrative : sub.join(': ')}
              {sub.length > 0 && <p className={styles['quiet']}>{narrative}</p>}
            </li>
          )
        })}
      </RuledList>
      <p className={styles['note']}>The nearest of its labels, by Throughline’s own comparison: a label may say more or less than the narrative.</p>
    </Panel>
  )
}

const mostKeywords = 14

/** The keywords that the source gave to its cases. */
export function KeywordsPanel({ dossier }: { dossier: Dossier }) {
  if (dossier.keywords.length === 0) return null
  return (
    <Panel title="Keywords of its cases" aside={dossier.keywords.length > mostKeywords ? `the ${mostKeywords} most frequent` : undefined}>
      <ul className={chipListClass}>
        {dossier.keywords.slice(0, mostKeywords).map((keyword) => (
          <li key={keyword.id}>
            <CasesLink field="keyword" id={keyword.id} narrative={dossier.narrative.id} className={chipClass}>
              <KindMark kind="Keyword" size={11} />
              {keyword.name} <span className={styles['quiet']}>{keyword.cases.toLocaleString('en')}</span>
            </CasesLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
