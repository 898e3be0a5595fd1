import { Link } from '@tanstack/react-router'
import { Waypoints } from 'lucide-react'
import type { z } from 'zod'
import type { importEndpoint } from '#graph-schema/api/imports.ts'
import { allKinds } from '#graph-schema/node-kinds/index.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { CaseLink, ExploreLink } from '#web/ui/node-links.tsx'
import { type DryRun, rowSum } from './dry-run-words.ts'
import { ProblemsTable } from './problems-table.tsx'
import styles from './sources.module.css'

type Imported = z.output<typeof importEndpoint.response>

/** At most this many ids go along in one link to the canvas. */
const mostForCanvas = 200

function createdWords(created: Imported['created']): string {
  const parts = Object.entries(created)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const words = allKinds.find((definition) => definition.kind === kind)?.words
      return `${count} ${words === undefined ? kind : count === 1 ? words.one : words.many}`
    })
  return parts.length === 0 ? 'Nothing new: all of it was in the graph already.' : `New in the graph: ${parts.join(', ')}.`
}

/** What came in, with the ways on. Titles are taken from the dry run, where they stood beside their disproof. */
export function ImportResult({ result, dryRun, onMore }: { result: Imported; dryRun: DryRun; onMore: () => void }) {
  const readById = new Map(dryRun.cases.map((read) => [read.id, read]))
  const canvasIds = result.caseIds.slice(0, mostForCanvas)
  return (
    <div className={styles['stack']}>
      <div className={styles['done']} role="status">
        <h3>Imported {result.file}</h3>
        <p>{rowSum(result.rows)}.</p>
        <p>{createdWords(result.created)} All screens now count with it.</p>
      </div>
      <ul className={styles['tight']} aria-label="Cases that came in">
        {result.caseIds.map((id) => {
          const read = readById.get(id)
          return (
            <li key={id}>
              <CaseLink id={id}>{read === undefined ? id : `Claim: ${read.title}`}</CaseLink>{' '}
              <span className={styles['quiet']}>{read === undefined ? 'on its page, with its disproof' : read.disproof === null ? 'disproof not imported' : 'with disproof'}</span>
            </li>
          )
        })}
      </ul>
      {result.problems.length > 0 && <ProblemsTable problems={result.problems} />}
      <div className={styles['row']}>
        {canvasIds.length > 0 && (
          <ExploreLink id={canvasIds.join(',')} className={buttonClass('primary')}>
            <Waypoints size={15} aria-hidden />
            {result.caseIds.length > mostForCanvas ? `Show the first ${mostForCanvas} on the canvas` : 'Show on the canvas'}
          </ExploreLink>
        )}
        <Link to="/" className={buttonClass()}>
          See the landscape
        </Link>
        <Button onPress={onMore}>Import another page</Button>
      </div>
    </div>
  )
}
