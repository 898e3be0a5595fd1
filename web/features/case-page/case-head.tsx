import { Link } from '@tanstack/react-router'
import { ExternalLink, Waypoints } from 'lucide-react'
import { buttonClass } from '#web/ui/button.tsx'
import { CasesLink } from '#web/ui/cases-link.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { ExploreLink } from '#web/ui/node-links.tsx'
import { Card } from '#web/ui/panel.tsx'
import styles from './case-page.module.css'
import type { CasePage } from './case-page-types.ts'
import { citationOf, dateWords, sourceLink, sourceName } from './citation.ts'
import { marksOf } from '#web/ui/evidence-marks.ts'

function Status({ page }: { page: CasePage }) {
  switch (page.case.status) {
    case 'active':
      return null
    case 'corrected':
      return <p className={styles['banner']}>The source has corrected this case. Read its present wording at the source before you cite it.</p>
    case 'withdrawn':
      return <p className={styles['banner']}>The source has withdrawn this case. It stays here as a record and is left out of all counts.</p>
    case 'known-by-title':
      return (
        <p className={styles['banner']}>
          Known by title only: another case names it, its own page has not been imported. <Link to="/sources">Import its page</Link> to read claim and disproof here.
        </p>
      )
  }
}

/** Claim beside disproof, with what to do with the case. */
export function CaseHead({ page }: { page: CasePage }) {
  const own = page.case
  const source = sourceLink(own.sourceUrl)
  const marks = marksOf(page.narratives, own)
  const hasMarks = Object.values(marks).some((spans) => spans.length > 0)
  return (
    <Card className={styles['hero']}>
      <div className={styles['trail']}>
        <span>
          <KindMark kind="Case" size={13} hollow={own.status === 'known-by-title'} />
          case reviewed by {sourceName(own.source)}
        </span>
        {page.issues.map((issue) => (
          <span key={issue.id}>
            ·&nbsp;
            <CasesLink field="issue" id={issue.id}>
              {issue.name}
            </CasesLink>
          </span>
        ))}
        <span>· title as the source gives it</span>
      </div>
      <Status page={page} />
      <ClaimBlock case={own} layout="beside" size="page" level={1} marks={marks} linkTitle={false} />
      {own.publishedOn === null && <p className={styles['hint']}>Undated: {dateWords(null)}, so it stands in no time window.</p>}
      {hasMarks && (
        <p className={styles['hint']}>
          <mark>Marked words</mark> linked the case to a narrative; the list below says to which.
        </p>
      )}
      <div className={styles['actions']}>
        <ExploreLink id={own.id} className={buttonClass('primary')}>
          <Waypoints size={15} aria-hidden />
          Explore
        </ExploreLink>
        {source !== null && (
          <a href={source} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
            <ExternalLink size={15} aria-hidden />
            Open at {sourceName(own.source)}
          </a>
        )}
        <CopyButton text={citationOf(own, `${window.location.origin}${window.location.pathname}`)} what="the citation, claim with disproof" variant="plain" size="normal">
          Copy citation
        </CopyButton>
      </div>
    </Card>
  )
}
