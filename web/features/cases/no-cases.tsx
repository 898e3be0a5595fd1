import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { casesQuery } from '#web/api/cases.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { onlyCasesWith } from '#web/ui/cases-link.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { type CaseFilter, type FilterPart, partsOf, without } from './case-filter.ts'
import styles from './cases.module.css'

const partWords: Record<FilterPart, string> = {
  narrative: 'the narrative',
  country: 'the country',
  outlet: 'the outlet',
  keyword: 'the keyword',
  language: 'the language',
  issue: 'the review issue',
  topic: 'the topic',
  window: 'the time window',
  q: 'the words searched',
  import: 'the import',
}

/** Says which part of the filter to loosen, with the number of cases that would bring. */
function Loosen({ filter, onRemove }: { filter: CaseFilter; onRemove: (part: FilterPart) => void }) {
  const parts = partsOf(filter)
  const answers = useQueries({ queries: parts.map((part) => casesQuery({ ...without(filter, part), limit: 1 })) })
  const isPending = answers.some((answer) => answer.isPending)
  const choices = parts.map((part, index) => ({ part, total: answers[index]?.data?.total ?? 0 })).filter((choice) => choice.total > 0)
  choices.sort((a, b) => b.total - a.total)
  if (isPending) return <p role="status">Looking which part of the filter to loosen…</p>
  if (choices.length === 0) {
    return (
      <div className={styles['loosen']}>
        <p>Taking out one part alone would not help: take out several of the chips above, or all.</p>
        <Link to="/cases" search={onlyCasesWith({})} className={buttonClass()}>
          Show all cases
        </Link>
      </div>
    )
  }
  return (
    <ul className={styles['loosen']}>
      {choices.map(({ part, total }) => (
        <li key={part}>
          <Button onPress={() => onRemove(part)}>
            Without {partWords[part]}: {total.toLocaleString('en')} {total === 1 ? 'case' : 'cases'}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Why the list is empty and what to do. */
export function NoCases({ filter, onRemove }: { filter: CaseFilter; onRemove: (part: FilterPart) => void }) {
  const parts = partsOf(filter)
  if (parts.length === 0) {
    return (
      <EmptyState title="No cases yet" why="Nothing has been imported into this graph.">
        <Link to="/sources" className={buttonClass('primary')}>
          Import cases
        </Link>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No case fits all of this" why={parts.length === 1 ? 'No case in the graph has it. Cases known by title only and withdrawn ones are not listed.' : 'Each part may be fine by itself; no case has all of them together.'}>
      <Loosen filter={filter} onRemove={onRemove} />
    </EmptyState>
  )
}
