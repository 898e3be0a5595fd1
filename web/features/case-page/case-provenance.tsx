import { Link } from '@tanstack/react-router'
import { FactList } from '#web/ui/fact-list.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { PlainAddress, ShortHash } from '#web/ui/plain-address.tsx'
import styles from './case-page.module.css'
import type { CasePage } from './case-page-types.ts'
import { evidenceSentences } from '#web/ui/evidence-marks.ts'
import { RuledList } from '#web/ui/ruled-list.tsx'

/** The publications the disproof cites, as text: nothing here is a live link. */
export function CitedSources({ page }: { page: CasePage }) {
  if (page.sources.length === 0) return null
  return (
    <Panel title="Cited in the disproof">
      <ul>
        {page.sources.map((source) => (
          <li key={source.id} className={styles['entry']}>
            <span className={styles['narrative']}>
              <KindMark kind="Source" size={11} />
              {source.name}
            </span>
            {source.url !== null && <PlainAddress url={source.url} what="the address of the cited source" />}
            {source.evidence.length > 0 && <p className={styles['evidence']}>{evidenceSentences(source.evidence).join('; ')}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Raw({ values }: { values: Record<string, string> }) {
  const entries = Object.entries(values)
  if (entries.length === 0) return null
  return (
    <details className={styles['disclosure']}>
      <summary>Raw values of the row ({entries.length})</summary>
      <div className={styles['raw']} tabIndex={0} role="region" aria-label="Raw values">
        <FactList facts={entries.map(([label, value]) => ({ label, value: value === '' ? <span className={styles['quiet']}>empty</span> : value }))} />
      </div>
    </details>
  )
}

/** Which file and row brought the case, read by which importer. */
export function CaseProvenance({ page }: { page: CasePage }) {
  return (
    <Panel title="Provenance">
      {page.provenance.length === 0 ? (
        <p className={styles['quiet']}>No file brought this case itself: it is known because another case names it.</p>
      ) : (
        <RuledList>
          {page.provenance.map((origin) => (
            <li key={`${origin.batch} ${origin.row}`}>
              <FactList
                facts={[
                  { label: 'File', value: <><Link to="/sources/imports/$id" params={{ id: origin.batch }}>{origin.file}</Link>, row {origin.row.toLocaleString('en')}</> },
                  { label: 'SHA-256', value: <ShortHash sha256={origin.sha256} /> },
                  { label: 'Read as', value: `${origin.format}, importer ${origin.importerVersion}` },
                  { label: 'Corpus', value: <Link to="/sources">{origin.corpus}</Link> },
                  { label: 'Imported', value: <time dateTime={origin.importedAt}>{origin.importedAt.slice(0, 16).replace('T', ' ')} UTC</time> },
                ]}
              />
              <Raw values={origin.raw} />
            </li>
          ))}
        </RuledList>
      )}
      <p className={styles['hint']}>
        <code>{page.case.id}</code>
        {page.case.aliases.length > 0 && `, also found as ${page.case.aliases.join(', ')}`}
      </p>
    </Panel>
  )
}
