import { Badge } from '#web/ui/badge.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { FactList } from '#web/ui/fact-list.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { claimOf, type DryRunCase, effectWords, inferredMarks, type InferredThing, inferredThings } from './dry-run-words.ts'
import { readableId } from './readable-id.ts'
import styles from './sources.module.css'

const kindOfField = { country: 'Country', narrative: 'Narrative', source: 'Source', keyword: 'Keyword' } as const
const wordOfField = { country: 'discusses', narrative: 'carries', source: 'cites', keyword: 'keyword' } as const

function InferredList({ things }: { things: readonly InferredThing[] }) {
  if (things.length === 0) return null
  return (
    <div className={styles['inferred']}>
      <h4>Inferred from the text</h4>
      <ul>
        {things.map((thing) => (
          <li key={`${thing.field} ${thing.name}`}>
            <KindMark kind={kindOfField[thing.field]} size={12} />
            {wordOfField[thing.field]} <strong>{thing.name}</strong>
            <span className={styles['quiet']}>{thing.places.join(', ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function names(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => readableId(value)).join(', ')
}

/** One case that was read: what an import would do with it, its claim beside its disproof, the facts found, and what was inferred with the words it rests on. */
export function DryRunCaseCard({ read, narrativeNames }: { read: DryRunCase; narrativeNames: ReadonlyMap<string, string> }) {
  const facts = [
    { label: 'Published', value: read.publishedOn ?? <span className={styles['quiet']}>date not given by the page</span> },
    { label: 'Review issue', value: read.issue === null ? null : `Issue ${read.issue}` },
    { label: 'Languages', value: names(read.languages) },
    { label: 'Countries discussed', value: names(read.countries) },
    { label: 'Appeared in', value: names(read.outlets) },
    { label: 'Keywords', value: names(read.keywords) },
    { label: 'Refers to', value: read.refersTo.length === 0 ? null : (
      <ul className={styles['tight']}>
        {read.refersTo.map((reference) => (
          <li key={reference.title}>
            Claim: {reference.title} <span className={styles['quiet']}>(disproof not imported with it; known by title until its own page is)</span>
          </li>
        ))}
      </ul>
    ) },
  ]
  const found = facts.filter((fact) => fact.value !== null)
  return (
    <li className={styles['case']}>
      <div className={styles['row']}>
        <Badge tone={read.effect === 'new' ? 'accent' : 'neutral'}>{effectWords[read.effect]}</Badge>
        {read.disproof === null && <Badge tone="notice">disproof not found in the page</Badge>}
      </div>
      <ClaimBlock case={claimOf(read)} layout="beside" level={3} marks={inferredMarks(read)} linkTitle={false} />
      <div className={styles['inferred']}>
        <h4>Facts the page states</h4>
        {found.length === 1 && read.publishedOn === null ? <p className={styles['quiet']}>None: no date, issue, country, outlet or keyword stands with this case, and none is made up.</p> : <FactList facts={found} />}
      </div>
      <InferredList things={inferredThings(read.inferred, narrativeNames)} />
    </li>
  )
}
