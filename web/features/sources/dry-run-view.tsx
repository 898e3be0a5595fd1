import { useQuery } from '@tanstack/react-query'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { narrativesQuery } from '#web/api/narratives.ts'
import { Button } from '#web/ui/button.tsx'
import { FactList } from '#web/ui/fact-list.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { ShortHash } from '#web/ui/plain-address.tsx'
import { DryRunCaseCard } from './dry-run-case.tsx'
import { type DryRun, rowSum } from './dry-run-words.ts'
import { ProblemsTable } from './problems-table.tsx'
import { readableId } from './readable-id.ts'
import styles from './sources.module.css'

function NoCase({ dryRun, onBack }: { dryRun: DryRun; onBack: () => void }) {
  const others = dryRun.problems.filter((problem) => problem.code !== 'no-case-found')
  return (
    <div className={styles['stack']}>
      <div className={styles['fault']} role="alert">
        <h3>No case was found in this page</h3>
        <p>{dryRun.problems.find((problem) => problem.code === 'no-case-found')?.reason ?? 'Looked for a title line such as “Disinfo: …”, a claim under “Summary”, and a “Disproof”.'}</p>
        <p>Nothing was written. Check that the whole page was copied, headings included.</p>
      </div>
      {others.length > 0 && <ProblemsTable problems={others} />}
      <div className={styles['row']}>
        <Button variant="primary" onPress={onBack}>
          Back to the text
        </Button>
      </div>
    </div>
  )
}

function NewEntities({ dryRun }: { dryRun: DryRun }) {
  const readTitles = new Set(dryRun.cases.map((read) => read.title))
  const groups = dryRun.newEntities.map((group) => ({ ...group, names: group.kind === 'Case' ? group.names.filter((name) => !readTitles.has(name)) : group.names })).filter((group) => group.names.length > 0)
  if (groups.length === 0) return <p className={styles['quiet']}>Nothing besides cases would be new: every country, outlet, keyword and narrative named is in the graph.</p>
  return (
    <FactList
      facts={groups.map((group) => ({
        label: `${group.names.length} ${group.names.length === 1 ? kindDefinition(group.kind).words.one : kindDefinition(group.kind).words.many}`,
        value: group.kind === 'Case' ? (
          'Claims known by title only, named above under “Refers to”; disproof not imported.'
        ) : (
          <span className={styles['text']}>
            <KindMark kind={group.kind} size={11} /> {group.names.map((name) => readableId(name)).join(' · ')}
          </span>
        ),
      }))}
    />
  )
}

export interface DryRunViewProps {
  dryRun: DryRun
  fileName: string
  isImporting: boolean
  onImport: () => void
  onBack: () => void
}

/** What is in the page and what an import would bring. */
export function DryRunView({ dryRun, fileName, isImporting, onImport, onBack }: DryRunViewProps) {
  const catalogue = useQuery(narrativesQuery())
  const narrativeNames = new Map((catalogue.data?.narratives ?? []).map((narrative) => [narrative.id, narrative.name]))
  if (dryRun.cases.length === 0) return <NoCase dryRun={dryRun} onBack={onBack} />
  const writes = dryRun.rows.accepted + dryRun.cases.filter((read) => read.effect === 'merges').length
  const buttons = (
    <div className={styles['row']}>
      <Button variant="primary" onPress={() => { if (!isImporting) onImport() }}>
        {isImporting ? 'Importing…' : `Import ${dryRun.cases.length} ${dryRun.cases.length === 1 ? 'case' : 'cases'}`}
      </Button>
      <Button onPress={onBack} isDisabled={isImporting}>
        Back to the text
      </Button>
      {isImporting && (
        <span role="status" className={styles['quiet']}>
          Writing to the graph. Leaving this page does not stop it; importing again changes nothing twice.
        </span>
      )}
    </div>
  )
  return (
    <div className={styles['stack']}>
      <FactList
        facts={[
          { label: 'Page', value: fileName },
          { label: 'Read as', value: dryRun.format },
          { label: 'Rows', value: rowSum(dryRun.rows) },
          { label: 'SHA-256', value: <ShortHash sha256={dryRun.sha256} /> },
        ]}
      />
      {dryRun.alreadyImported && <p className={styles['notice']}>This very page was imported before. Importing it again changes nothing.</p>}
      {!dryRun.alreadyImported && writes === 0 && <p className={styles['notice']}>Every case in it is already here, word for word. An import would only record where they stood.</p>}
      {buttons}
      {dryRun.problems.length > 0 && <ProblemsTable problems={dryRun.problems} />}
      <ul className={styles['cases']} aria-label="Cases read">
        {dryRun.cases.map((read, index) => (
          <DryRunCaseCard key={`${read.id} ${index}`} read={read} narrativeNames={narrativeNames} />
        ))}
      </ul>
      <div className={styles['tight']}>
        <h3>New in the graph besides cases</h3>
        <NewEntities dryRun={dryRun} />
      </div>
      {dryRun.cases.length > 1 && buttons}
    </div>
  )
}
