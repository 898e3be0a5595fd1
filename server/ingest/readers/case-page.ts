import type { ImportProblem, ReadCase, ReadResult } from '#graph-schema/read-result.ts'
import { type IngestContext, inferFromText } from '../inference.ts'
import type { Entities } from '../normalise/entities.ts'
import { type Paragraph, splitClaimAndDisproof } from './claim-and-disproof.ts'
import { type CaseDraft, pageCases } from './page-cases.ts'
import { pageElements } from './page-elements.ts'
import { readFacts } from './page-facts.ts'
import { pageLines } from './page-lines.ts'
import { readList } from './read-list.ts'
import { readReferences } from './references.ts'
import { ProblemList, Report } from './report.ts'

/** A title longer than this is no title, and no index would take it. */
const longestTitle = 1000

/** What a reader makes of a page, and beside each case its values as they stood there. */
export interface PageReading {
  result: ReadResult
  /** One for each case of the result, in its order. */
  raws: Record<string, string>[]
}

/**
 * Reads a case page that was copied as text: the titles, claims, disproofs and facts of all cases on it, whatever the layout of
 * the year. Goes by headings, labels, distances and wording; invents nothing. A page without a case gives a problem, not an error.
 */
export function readCasePage(text: string, context: IngestContext): ReadResult {
  return readCasePageWithRaw(text, context).result
}

/** As `readCasePage`, with the raw values that provenance keeps. */
export function readCasePageWithRaw(text: string, context: IngestContext): PageReading {
  const problems = new ProblemList()
  const page = pageCases(pageElements(pageLines(text)))
  const cases: ReadCase[] = []
  const raws: Record<string, string>[] = []
  for (const reading of readDrafts(page.cases, page.usualGap, context)) {
    for (const problem of reading.problems) problems.add(problem)
    if (reading.readCase === null) continue
    cases.push(reading.readCase)
    raws.push(reading.raw)
  }
  if (page.cases.length === 0) {
    problems.add({ row: null, column: null, value: null, code: 'no-case-found', reason: noCaseReason(text), severity: 'rejected' })
  } else {
    for (const { what, text: beginning } of page.leftOver) {
      const reason = what === 'facts' ? `The facts “${beginning}” stand by no case; they are left out.` : `The text that begins “${beginning}” belongs to no case that could be recognised; it is left out.`
      problems.add({ row: null, column: null, value: beginning, code: what === 'facts' ? 'facts-without-case' : 'text-not-read', reason, severity: 'warning' })
    }
  }
  return { result: { format: 'case-page', cases, problems: problems.list() }, raws }
}

/** What became of one case of a page. */
export interface DraftReading {
  /** Its place on the page, from 1. */
  row: number
  /** Null where it could not be read; the problems say why. */
  readCase: ReadCase | null
  raw: Record<string, string>
  problems: ImportProblem[]
}

/** Reads the values of the cases on a page, each with its own problems. */
export function readDrafts(drafts: readonly CaseDraft[], usualGap: number, context: IngestContext): DraftReading[] {
  return drafts.map((draft, index) => {
    const problems = new ProblemList()
    const read = readDraft(draft, usualGap, context, new Report(problems, index + 1))
    return { row: index + 1, readCase: read?.readCase ?? null, raw: read?.raw ?? {}, problems: problems.list() }
  })
}

function noCaseReason(text: string): string {
  if (text.trim() === '') return 'The file is empty.'
  const hint = 'A copied case page has a title line such as “Disinfo: …”, or a heading “Summary” or “Disproof”, or facts such as “Reported in: Issue 269”.'
  return /^\s{0,100}<(?:!doctype|html|\?xml)/iu.test(text) ? `This is HTML, and no case was found in it as text. Open the page in a browser and copy its text. ${hint}` : `No case was found in this text. ${hint}`
}

function readDraft(draft: CaseDraft, usualGap: number, context: IngestContext, report: Report): { readCase: ReadCase; raw: Record<string, string> } | null {
  const { title } = draft
  if (title === '' || title.length > longestTitle) {
    report.reject('no-title', title === '' ? 'A case without a title is left out.' : `A title of ${String(title.length)} characters is no title: the case is left out.`, 'title', title)
    return null
  }
  const { paragraphs, outlets } = withoutOutletLines(draft.paragraphs, usualGap, context.entities)
  if (outlets !== null) draft.facts.push({ fact: 'outlets', lines: [outlets] })
  const { claim, disproof, splitBy } = splitClaimAndDisproof(paragraphs, usualGap)
  if (splitBy === 'guessed') report.warn('disproof-start-guessed', `Nothing on the page shows where the disproof of “${report.brief(title)}” begins; everything after the first paragraph was taken for it. Please check.`, 'disproof')
  if (claim === null) report.warn('claim-missing', `The page gives no summary of the claim for “${report.brief(title)}”.`, 'claim')
  if (disproof === null) report.warn('disproof-missing', `The page gives no disproof for “${report.brief(title)}”.`, 'disproof')
  const { inferred, raw, ...facts } = readFacts(draft, context.entities, report)
  return {
    readCase: {
      title,
      claim,
      disproof,
      ...facts,
      refersTo: disproof === null ? [] : readReferences(disproof),
      inferred: [...inferFromText({ title, claim, disproof, statesCountries: facts.countries.length > 0 }, context), ...inferred],
    },
    raw: { title, ...raw },
  }
}

/** In the 2018 layout outlets can stand on a line of their own between claim and disproof: known names, set apart on both sides. */
function withoutOutletLines(paragraphs: readonly Paragraph[], usualGap: number, entities: Entities): { paragraphs: readonly Paragraph[]; outlets: string | null } {
  const at = paragraphs.findIndex(({ text, gap }, index) => {
    const next = paragraphs[index + 1]
    if (index === 0 || next === undefined || gap <= usualGap || next.gap <= usualGap || text.length > 120) return false
    return readList(text, entities.knownOutlet).every(({ entity }) => entity !== null && !('junk' in entity))
  })
  if (at === -1) return { paragraphs, outlets: null }
  return { paragraphs: paragraphs.filter((_, index) => index !== at), outlets: paragraphs[at]?.text ?? null }
}
