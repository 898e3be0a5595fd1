import { useQuery } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { fetchTaxonomyFile, taxonomyQuery } from '#web/api/taxonomy.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card, Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { ScreenColumns } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { saveFile } from '#web/ui/save-file.ts'
import { showToast } from '#web/ui/toast-store.ts'
import { LinkingProgress } from './linking-progress.tsx'
import { type NarrativeDraft, newNarrative, useNarrativeDrafts } from './narrative-drafts.ts'
import { NarrativeForm } from './narrative-form.tsx'
import styles from './review.module.css'
import { useTaxonomyChanges } from './use-taxonomy-changes.ts'
import { WhatMoves } from './what-moves.tsx'

/** Saves the taxonomy as a file of the reader's machine. */
async function download(): Promise<void> {
  try {
    const { name, text } = await fetchTaxonomyFile()
    saveFile(new Blob([text], { type: 'application/json' }), name)
  } catch (error) {
    const { title, nextStep } = toDisplayError(error)
    showToast(`${title}. ${nextStep}`, { tone: 'error' })
  }
}

/** The taxonomy as one file: out, and in after what it would move was shown. */
function TaxonomyFile({ coder, isOwn }: { coder: string; isOwn: boolean }) {
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const changes = useTaxonomyChanges(coder)
  const { preview, apply, isApplying, error, startPreview } = changes
  return (
    <Panel title="As one file">
      <div className={styles['stack']}>
        <p className={styles['quiet']}>{isOwn ? 'This taxonomy was edited in this graph.' : 'This is the taxonomy that ships with Throughline, unchanged.'} The file holds narratives, topics, techniques, aliases and patterns.</p>
        <div className={styles['settle']}>
          <Button size="small" onPress={() => void download()}>
            <Download size={14} aria-hidden /> Export
          </Button>
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(files) => {
              const chosen = files?.item(0)
              if (chosen === null || chosen === undefined) return
              void chosen.text().then((text) => {
                setFile({ name: chosen.name, text })
                startPreview({ kind: 'replace', text })
              })
            }}
          >
            <Button size="small" isDisabled={isApplying || preview.isPending}>
              <Upload size={14} aria-hidden /> {preview.isPending ? 'Working out what moves…' : 'Import …'}
            </Button>
          </FileTrigger>
        </div>
        <LinkingProgress changes={changes} />
        {error !== null && <ErrorState error={error} sent={{ title: `${file?.name ?? 'The file'} cannot be used`, nextStep: 'Put that right in the file and import it again. Export gives a file of the right form to compare it with.' }} />}
        {file !== null && preview.data !== undefined && error === null && (
          <>
            <WhatMoves moved={preview.data} isNarrow />
            <Button variant="primary" isDisabled={isApplying} onPress={() => void apply({ kind: 'replace', text: file.text }, `Brought in ${file.name}`).then((isDone) => { if (isDone) setFile(null) })}>
              {isApplying ? 'Linking all cases anew…' : `Use ${file.name}, and link all cases anew`}
            </Button>
          </>
        )}
      </div>
    </Panel>
  )
}

/** Drafts of other narratives that were not applied, each a way to it. */
function Drafts({ drafts, chosen, onChoose }: { drafts: Readonly<Record<string, NarrativeDraft>>; chosen: string; onChoose: (id: string) => void }) {
  const others = Object.entries(drafts).filter(([id]) => id !== chosen)
  if (others.length === 0) return null
  return (
    <p className={styles['drafted']}>
      <span className={styles['quiet']}>Drafts not applied:</span>
      {others.map(([id, { was }]) => (
        <Button key={id} variant="link" size="small" onPress={() => onChoose(id)}>
          {was?.name ?? 'a new narrative'}
        </Button>
      ))}
    </p>
  )
}

/** Editing the taxonomy: one narrative at a time, with what moves shown first, a history and the way back. `chosen` is the id of a narrative, `new`, or empty. */
export function TaxonomyPanel({ coder, chosen, onChoose }: { coder: string; chosen: string; onChoose: (id: string) => void }) {
  const answer = useQuery(taxonomyQuery())
  const changes = useTaxonomyChanges(coder)
  const drafts = useNarrativeDrafts((state) => state.drafts)
  if (answer.isPending) {
    return (
      <Card>
        <SkeletonLines label="Loading the taxonomy" lines={8} />
      </Card>
    )
  }
  // What was loaded stays where asking again fails: somebody may be writing.
  if (answer.data === undefined) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const { narratives, history, version, isOwn } = answer.data
  const known = narratives.find(({ id }) => id === chosen) ?? null
  // A draft is there to be copied from even where its narrative was taken out meanwhile.
  const gone = known === null ? (drafts[chosen]?.was ?? null) : null
  const narrative = known ?? gone
  return (
    <ScreenColumns
      main={
        <div className={styles['stack']}>
          <div className={styles['bar']}>
            <label className={styles['select']}>
              <span className={styles['quiet']}>Narrative</span>
              <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
                <option value="">choose one</option>
                <option value={newNarrative}>a new narrative …</option>
                {gone !== null && <option value={gone.id}>{gone.name} (no longer there)</option>}
                {narratives.map(({ id, name, head }) => (
                  <option key={id} value={id}>
                    {head === null ? name : `– ${name}`}
                  </option>
                ))}
              </select>
            </label>
            <Drafts drafts={drafts} chosen={chosen} onChoose={onChoose} />
          </div>
          {narrative === null && chosen !== newNarrative ? (
            <EmptyState title="Choose a narrative to edit" why="Its id stays whatever it is called, so that links and decisions hold. Before anything is written you see which links would come and go." />
          ) : (
            <NarrativeForm key={`${chosen} ${version}`} narrative={narrative} all={narratives} isGone={gone !== null} changes={changes} onDone={() => onChoose('')} />
          )}
        </div>
      }
      side={
        <>
          <TaxonomyFile coder={coder} isOwn={isOwn} />
          <Panel title="What was changed" aside={`version ${version}`}>
            <div className={styles['stack']}>
              {changes.isGoingBack && <LinkingProgress changes={changes} />}
              {changes.backError !== null && <ErrorState error={changes.backError} />}
              {history.length === 0 ? (
                <p className={styles['quiet']}>Nothing was changed yet.</p>
              ) : (
                <RuledList>
                  {history.map(({ id, at, by, what }) => (
                    <li key={id}>
                      <p>
                        {by} {what}
                      </p>
                      <p className={styles['quiet']}>
                        <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time> ·{' '}
                        <Button variant="link" size="small" isDisabled={changes.isApplying} onPress={() => void changes.goBack(id)}>
                          Go back to before this
                        </Button>
                      </p>
                    </li>
                  ))}
                </RuledList>
              )}
            </div>
          </Panel>
        </>
      }
    />
  )
}
