import type { ImportReport } from '#graph-schema/api/jobs.ts'
import { kindDefinition, nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { KindMark } from '#web/ui/kind-mark.tsx'
import styles from './report.module.css'

type Created = ImportReport['created'][number]

function Names({ created }: { created: Created }) {
  if (created.names.length === 0) return null
  const more = created.count - created.names.length
  return (
    <>
      <ul className={styles['names']}>
        {created.names.map((name) => (
          <li key={name}>{created.kind === 'Case' ? `Claim: ${name}` : name}</li>
        ))}
      </ul>
      {created.kind === 'Case' && <p className={styles['quiet']}>Claims, each shown with its disproof, or the words that it is missing, on its page once it is in.</p>}
      {more > 0 && <p className={styles['quiet']}>and {more.toLocaleString('en')} more</p>}
    </>
  )
}

/** The same order in a dry run as in the import after it. */
const inOrder = ({ kind }: Created) => nodeKindSchema.options.indexOf(kind)

/** What would be new or is new in the graph, a kind a line, with the first names of each. */
export function CreatedList({ created, isTrial }: { created: ImportReport['created']; isTrial: boolean }) {
  if (created.length === 0) return <p className={styles['quiet']}>Nothing: all that the file names is in the graph already.</p>
  return (
    <ul className={styles['created']}>
      {created.toSorted((a, b) => inOrder(a) - inOrder(b)).map((one) => {
        const { words } = kindDefinition(one.kind)
        const head = (
          <>
            <KindMark kind={one.kind} size={12} /> <b>{one.count.toLocaleString('en')}</b> {isTrial ? 'new ' : ''}
            {one.count === 1 ? words.one : words.many}
          </>
        )
        return (
          <li key={one.kind}>
            {one.names.length === 0 ? (
              <p>{head}</p>
            ) : (
              <details>
                <summary>{head}</summary>
                <Names created={one} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
