import { CasesLink } from '#web/ui/cases-link.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import styles from './dossier.module.css'
import { type Dossier, keywordOnlyWords } from './words.ts'

/** The numbers a reader looks for first. */
export function DossierStats({ dossier }: { dossier: Dossier }) {
  const { cases, sourceTagOnly, earliest, latest } = dossier.narrative
  return (
    <dl className={styles['stats']}>
      <div>
        <dt>Cases that carry it</dt>
        <dd>
          {cases.toLocaleString('en')}
          <small>{keywordOnlyWords(cases, sourceTagOnly)}</small>
          {dossier.distinctClaims < cases && (
            <small title="Cases that repeat the same claim within a week count once.">
              {dossier.distinctClaims.toLocaleString('en')} distinct {dossier.distinctClaims === 1 ? 'claim' : 'claims'}
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>Earliest recorded here</dt>
        <dd>{earliest ?? 'undated'}</dd>
      </div>
      <div>
        <dt>Latest recorded here</dt>
        <dd>{latest ?? 'undated'}</dd>
      </div>
      <div>
        <dt>Countries and regions discussed</dt>
        <dd>
          {dossier.countries.length}
          <small>
            in {dossier.languages.length} {dossier.languages.length === 1 ? 'language' : 'languages'}
          </small>
        </dd>
      </div>
    </dl>
  )
}

/** The forms a head narrative takes. */
export function SubNarratives({ dossier }: { dossier: Dossier }) {
  if (dossier.subNarratives.length === 0) return null
  return (
    <Panel title="Its forms" aside={`${dossier.subNarratives.length} sub-narratives; a case can carry several`}>
      <RuledList>
        {dossier.subNarratives.map((sub) => (
          <li key={sub.id}>
            <div className={styles['line']}>
              <strong>
                <NarrativeLink id={sub.id}>{sub.name}</NarrativeLink>
              </strong>
              <span className={styles['quiet']}>
                {sub.cases === 0 ? 'no case here' : `${sub.cases} ${sub.cases === 1 ? 'case' : 'cases'}${sub.earliest === null ? '' : `, ${sub.earliest} to ${sub.latest ?? sub.earliest}`}`}
              </span>
            </div>
            <p className={styles['quiet']}>{sub.definition}</p>
          </li>
        ))}
      </RuledList>
    </Panel>
  )
}

/** The earliest case and the latest ones, each with its disproof. */
export function DossierCases({ dossier }: { dossier: Dossier }) {
  const { earliestCase, latestCases, narrative } = dossier
  return (
    <Panel
      title="Cases"
      aside={
        <CasesLink field="narrative" id={narrative.id}>
          all {narrative.cases.toLocaleString('en')}
        </CasesLink>
      }
    >
      {earliestCase !== null && (
        <>
          <h3 className={styles['sub']}>Earliest recorded here</h3>
          <ClaimBlock case={earliestCase} layout="beside" level={4} />
        </>
      )}
      <h3 className={styles['sub']}>Latest recorded here</h3>
      <RuledList>
        {latestCases.map((one) => (
          <li key={one.id}>
            <ClaimBlock case={one} level={4} />
          </li>
        ))}
      </RuledList>
    </Panel>
  )
}
