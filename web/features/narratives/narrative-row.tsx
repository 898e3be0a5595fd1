import { clsx } from 'clsx'
import type { NarrativeSummary } from '#graph-schema/api/narratives.ts'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import dossierStyles from './dossier.module.css'
import styles from './narratives.module.css'
import type { YearCount } from './recurrence.ts'
import { keywordOnlyWords } from './words.ts'

export interface NarrativeRowProps {
  narrative: NarrativeSummary
  /** Cases by year; null while they are not known. */
  years: readonly YearCount[] | null
  look: 'head' | 'form' | 'flat'
  headName: string | null
}

/** One narrative of the list: name, definition, cases, days, and its cases year by year. */
export function NarrativeRow({ narrative, years, look, headName }: NarrativeRowProps) {
  return (
    <tr className={clsx(look === 'head' && styles['isHead'], look === 'form' && styles['isForm'])}>
      <th scope="row" className={styles['name']}>
        <span className={dossierStyles['named']}>
          <KindMark kind="Narrative" size={look === 'head' ? 14 : 11} />
          <NarrativeLink id={narrative.id}>{narrative.name}</NarrativeLink>
        </span>
        <p className={styles['definition']}>
          {look === 'flat' && headName !== null && `A form of ${headName}. `}
          {narrative.definition}
        </p>
      </th>
      <td className={styles['number']}>
        {narrative.cases === 0 ? (
          <span className={styles['quiet']}>no case here</span>
        ) : (
          <>
            <strong>{narrative.cases.toLocaleString('en')}</strong>
            {narrative.sourceTagOnly > 0 && (
              <>
                <br />
                <span className={styles['quiet']}>{keywordOnlyWords(narrative.cases, narrative.sourceTagOnly)}</span>
              </>
            )}
          </>
        )}
      </td>
      <td className={styles['date']}>
        {narrative.earliest === null ? (
          <span className={styles['quiet']}>{narrative.cases === 0 ? '' : 'undated'}</span>
        ) : (
          <>
            <VisuallyHidden>earliest </VisuallyHidden>
            <time dateTime={narrative.earliest}>{narrative.earliest}</time>
            <br />
            <VisuallyHidden>latest </VisuallyHidden>
            <time dateTime={narrative.latest ?? narrative.earliest}>{narrative.latest ?? narrative.earliest}</time>
          </>
        )}
      </td>
      {years?.map((year) => {
        const count = year.complete + year.selected
        return (
          <td key={year.year} className={styles['year']}>
            {count === 0 ? <span className={styles['none']}>·</span> : <span className={styles['some']}>{count}</span>}
          </td>
        )
      })}
    </tr>
  )
}
