import type { CaseRow } from '#graph-schema/api/cases.ts'
import { externalUrl } from '#web/ui/external-url.ts'

/** Names of known publishers of cases, as they write themselves. */
const sourceNames: Record<string, string> = { euvsdisinfo: 'EUvsDisinfo' }

/** The name of who published a case. */
export function sourceName(source: string): string {
  return sourceNames[source] ?? source
}

/** The case's address at its source if a browser may open it safely: https only. */
export function sourceLink(sourceUrl: string | null): string | null {
  const url = externalUrl(sourceUrl)
  return url?.startsWith('https:') === true ? url : null
}

/** Words for a case's date; never a guess. */
export function dateWords(publishedOn: string | null): string {
  return publishedOn ?? 'date not given by the source'
}

type CitedCase = Pick<CaseRow, 'title' | 'disproof' | 'disproofOrigin' | 'publishedOn' | 'sourceUrl' | 'status'> & { source: string }

/** A case as it may be quoted in a report: the claim is called one, and its disproof goes with it. */
export function citationOf(cited: CitedCase, pageUrl: string): string {
  const paraphrase = cited.disproofOrigin === 'paraphrase' ? ' (Throughline paraphrase)' : ''
  const status = cited.status === 'withdrawn' ? ' Withdrawn by the source.' : cited.status === 'corrected' ? ' Corrected by the source.' : ''
  return [
    `Claim: “${cited.title}”`,
    cited.disproof === null ? 'Disproof not imported.' : `Disproof${paraphrase}: ${cited.disproof}`,
    `${sourceName(cited.source)}, ${dateWords(cited.publishedOn)}${cited.sourceUrl === null ? '' : `, ${cited.sourceUrl}`}.${status}`,
    `Read in Throughline: ${pageUrl}`,
  ].join('\n')
}
