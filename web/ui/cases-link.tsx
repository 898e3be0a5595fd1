import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** The fields by which cases are listed. */
export const caseFields = ['narrative', 'country', 'outlet', 'keyword', 'language', 'issue', 'topic'] as const
export type CaseField = (typeof caseFields)[number]

/** Search parameters for the cases with this one property: every other filter and the time window are taken out, so that the count promised is the count found. */
export function onlyCasesWith(filter: Partial<Record<CaseField | 'q' | 'import', string>>) {
  return {
    narrative: filter.narrative,
    country: filter.country,
    outlet: filter.outlet,
    keyword: filter.keyword,
    language: filter.language,
    issue: filter.issue,
    topic: filter.topic,
    q: filter.q,
    import: filter.import,
    from: undefined,
    to: undefined,
  }
}

export interface CasesLinkProps {
  field: CaseField
  id: string
  /** A narrative that the cases also carry. */
  narrative?: string
  children: ReactNode
  className?: string | undefined
}

/** To the list of the cases with this one property, or with it and a narrative. */
export function CasesLink({ field, id, narrative, children, className }: CasesLinkProps) {
  return (
    <Link to="/cases" search={onlyCasesWith(narrative === undefined ? { [field]: id } : { narrative, [field]: id })} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}
