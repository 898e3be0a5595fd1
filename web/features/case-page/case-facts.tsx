import { CasesLink } from '#web/ui/cases-link.tsx'
import { FactList } from '#web/ui/fact-list.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { OutletNotice } from '#web/ui/outlet-notice.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { PlainAddress } from '#web/ui/plain-address.tsx'
import styles from './case-page.module.css'
import type { CasePage } from './case-page-types.ts'
import { dateWords, sourceLink, sourceName } from './citation.ts'
import { FactValues } from './fact-values.tsx'

function Published({ page }: { page: CasePage }) {
  const { publishedOn } = page.case
  return publishedOn === null ? <span className={styles['quiet']}>{dateWords(null)}</span> : <time dateTime={publishedOn}>{publishedOn}</time>
}

function SourceOfCase({ page }: { page: CasePage }) {
  const url = page.case.sourceUrl
  const safe = sourceLink(url)
  return (
    <div className={styles['entry']}>
      {safe === null ? (
        <span>{sourceName(page.case.source)}</span>
      ) : (
        <a href={safe} target="_blank" rel="noopener noreferrer">
          {sourceName(page.case.source)} ↗
        </a>
      )}
      {url === null ? <span className={styles['quiet']}>no address was imported with it</span> : safe === null && <PlainAddress url={url} what="the address of the source" />}
    </div>
  )
}

function Outlets({ page }: { page: CasePage }) {
  if (page.outlets.length === 0) return <span className={styles['quiet']}>not given by the source</span>
  return (
    <ul>
      {page.outlets.map((outlet) => (
        <li key={outlet.id} className={styles['entry']}>
          <span className={styles['narrative']}>
            <KindMark kind="Outlet" size={11} />
            <CasesLink field="outlet" id={outlet.id}>
              {outlet.name}
            </CasesLink>
            {outlet.family !== null && <span className={styles['quiet']}>of the family {outlet.family}</span>}
          </span>
          {outlet.url !== null && (
            <span className={styles['address']}>
              appeared at <PlainAddress url={outlet.url} what={`the address at ${outlet.name}`} />
            </span>
          )}
          {outlet.archiveUrl !== null && (
            <span className={styles['address']}>
              archived at <PlainAddress url={outlet.archiveUrl} what={`the archive address for ${outlet.name}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the source states of the case, and what was read out of its text, told apart. */
export function CaseFacts({ page }: { page: CasePage }) {
  return (
    <Panel title="Facts">
      <FactList
        facts={[
          { label: 'Published', value: <Published page={page} /> },
          { label: 'Reviewed by', value: <SourceOfCase page={page} /> },
          { label: 'Review issue', value: <FactValues facts={page.issues} kind="Issue" field="issue" none="not given by the source" /> },
          { label: 'Countries discussed', value: <FactValues facts={page.countries} kind="Country" field="country" none="none named" /> },
          { label: 'Languages', value: <FactValues facts={page.languages} kind="Language" field="language" none="not given by the source" /> },
          { label: 'Appeared in', value: <Outlets page={page} /> },
          { label: 'Keywords', value: <FactValues facts={page.keywords} kind="Keyword" field="keyword" none="none given by the source" /> },
          page.topics.length === 0 ? null : { label: 'Topics', value: <FactValues facts={page.topics} kind="Topic" field="topic" none="" /> },
        ]}
      />
      <div className={styles['hint']}>
        <OutletNotice />
      </div>
    </Panel>
  )
}
