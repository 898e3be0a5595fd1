import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { CaseRow } from '#graph-schema/api/cases.ts'
import type { TextOrigin } from '#graph-schema/node-kinds/case.ts'
import { Badge } from './badge.tsx'
import styles from './claim-block.module.css'
import type { TextSpan } from './cut-at-spans.ts'
import { externalUrl } from './external-url.ts'
import { MarkedText } from './marked-text.tsx'
import { CaseLink } from './node-links.tsx'

/** What must be known of a case to show it. A `CaseRow` fits; answers that carry less fit too, and the block says what is not there. */
export interface ClaimCase extends Partial<Omit<CaseRow, 'id' | 'title' | 'disproofState'>> {
  id: string
  title: string
  /** `full`, `thin` or `missing`. */
  disproofState: string | null
}

/** Matched words to mark, by the text they stand in. */
export interface ClaimMarks {
  title?: readonly TextSpan[]
  claim?: readonly TextSpan[]
  disproof?: readonly TextSpan[]
}

export interface ClaimBlockProps {
  case: ClaimCase
  /** `list`: title, then the disproof cut to four lines. `below` and `beside`: claim and disproof in full. */
  layout?: 'list' | 'below' | 'beside'
  /** `page` makes the title the page's heading. */
  size?: 'normal' | 'page'
  /** Heading level of the title; null for none (inside a list item). */
  level?: 1 | 2 | 3 | 4 | null
  marks?: ClaimMarks
  /** Off on the case's own page, and for a case that is not imported yet: nothing links to its page then. */
  linkTitle?: boolean
  /** Stands after date and outlets. */
  meta?: ReactNode
}

function Origin({ origin }: { origin: TextOrigin | null | undefined }) {
  if (origin !== 'paraphrase') return null
  return <Badge title="Written anew by Throughline; the source's own words are behind the link">Throughline paraphrase</Badge>
}

function SourceLink({ of: shown, children }: { of: ClaimCase; children: ReactNode }) {
  const url = externalUrl(shown.sourceUrl)
  if (url === null) return null
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

/** The words that stand where a disproof is not at hand. */
function NoDisproof({ of: shown, hasPage }: { of: ClaimCase; hasPage: boolean }) {
  if (shown.disproofState === 'full' || shown.disproofState === 'thin') {
    return (
      <>
        <span className={styles['disproofWord']}>Disproof:</span> {hasPage ? <CaseLink id={shown.id}>read it on the case page</CaseLink> : 'on the case page'}
      </>
    )
  }
  return (
    <>
      <span className={styles['disproofWord']}>disproof not imported</span>
      {externalUrl(shown.sourceUrl) === null ? (
        hasPage && (
          <>
            , <CaseLink id={shown.id}>see what is known of the case</CaseLink>
          </>
        )
      ) : (
        <>
          , <SourceLink of={shown}>at the source</SourceLink>
        </>
      )}
    </>
  )
}

function Meta({ of: shown, children }: { of: ClaimCase; children: ReactNode }) {
  const outlets = shown.outlets ?? []
  return (
    <div className={styles['meta']}>
      {shown.publishedOn !== undefined && (shown.publishedOn === null ? <span>undated</span> : <time dateTime={shown.publishedOn}>{shown.publishedOn}</time>)}
      {outlets.length > 0 && (
        <span>
          appeared in {outlets.slice(0, 3).join(', ')}
          {outlets.length > 3 && ` and ${outlets.length - 3} more`}
        </span>
      )}
      {shown.status === 'corrected' && <Badge tone="notice">corrected by the source</Badge>}
      {shown.status === 'withdrawn' && <Badge tone="notice">withdrawn by the source</Badge>}
      {shown.status === 'known-by-title' && <Badge tone="notice">known by title only</Badge>}
      {shown.disproofState === 'thin' && <Badge tone="notice">thin disproof</Badge>}
      {children}
    </div>
  )
}

/**
 * The one way to show a claim: its title with "Claim:" before it, and its disproof beside or below it, or the words that it was not imported
 * with the way to the source. Use it wherever a case's words stand; no claim shows alone.
 */
export function ClaimBlock({ case: shown, layout = 'list', size = 'normal', level = null, marks = {}, linkTitle = true, meta }: ClaimBlockProps) {
  const Title = level === null ? 'p' : (`h${level}` as const)
  const titleText = <MarkedText text={shown.title} spans={marks.title ?? []} />
  const disproof = shown.disproof ?? null
  return (
    <article className={clsx(styles['block'], layout === 'beside' && styles['beside'], size === 'page' && styles['large'])}>
      <Title className={styles['title']}>
        <span className={styles['prefix']}>Claim:</span> {linkTitle ? <CaseLink id={shown.id}>{titleText}</CaseLink> : titleText}
      </Title>
      <Meta of={shown}>{meta}</Meta>
      {layout === 'list' ? (
        <div className={clsx(styles['disproof'], styles['short'])}>
          {disproof === null ? (
            <NoDisproof of={shown} hasPage={linkTitle} />
          ) : (
            <>
              <p className={styles['clamped']}>
                <span className={styles['disproofWord']}>Disproof:</span> <MarkedText text={disproof} spans={marks.disproof ?? []} />
              </p>
              <Origin origin={shown.disproofOrigin} />
            </>
          )}
        </div>
      ) : (
        <div className={styles['pair']}>
          <div className={styles['claim']}>
            <div className={styles['label']}>
              The claim <Origin origin={shown.claimOrigin} />
            </div>
            {shown.claim === null || shown.claim === undefined ? <p>Only its title was imported.</p> : <p>{<MarkedText text={shown.claim} spans={marks.claim ?? []} />}</p>}
          </div>
          <div className={styles['disproof']}>
            <div className={styles['label']}>
              The disproof <Origin origin={shown.disproofOrigin} />
            </div>
            {disproof === null ? (
              <p>
                <NoDisproof of={shown} hasPage={linkTitle} />
              </p>
            ) : (
              <p>
                <MarkedText text={disproof} spans={marks.disproof ?? []} />
              </p>
            )}
          </div>
        </div>
      )}
    </article>
  )
}
