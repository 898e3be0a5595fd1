import { useEffect, useState } from 'react'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { Button } from '#web/ui/button.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { ApplyChange, type ShownChange } from './apply-change.tsx'
import { HeadField } from './head-field.tsx'
import { discardDraft, type Fields, fieldsOf, isWritten, keepDraft, type NarrativeDraft, newNarrative, splitOf, takeProposed, useNarrativeDrafts, writtenOf } from './narrative-drafts.ts'
import styles from './review.module.css'
import { SplitForm } from './split-form.tsx'
import type { useTaxonomyChanges } from './use-taxonomy-changes.ts'

export interface NarrativeFormProps {
  /** Null for a new one. */
  narrative: EditableNarrative | null
  all: readonly EditableNarrative[]
  /** It was taken out of the taxonomy while a draft of it was kept. */
  isGone: boolean
  changes: ReturnType<typeof useTaxonomyChanges>
  /** The narrative is gone (retired, merged) or new: choose another. */
  onDone: () => void
}

/** Name, definition, place, keywords and patterns of a narrative. What moves is shown before anything is written, and what is written is kept until it is applied or discarded. */
export function NarrativeForm({ narrative, all, isGone, changes, onDone }: NarrativeFormProps) {
  const id = narrative?.id ?? newNarrative
  const kept = useNarrativeDrafts(({ drafts }) => drafts[id])
  const [shown, setShown] = useState<ShownChange | null>(null)
  const [isSplitting, setIsSplitting] = useState((kept?.split ?? null) !== null)
  useEffect(() => takeProposed(id, narrative), [id, narrative])
  const { preview, isApplying } = changes

  const { was, fields, split } = kept ?? { was: narrative, fields: fieldsOf(narrative), split: null }
  const keep = (part: Partial<NarrativeDraft>) => {
    keepDraft(id, { was, fields, split, ...part })
    setShown(null)
  }
  const set = (part: Partial<Fields>) => keep({ fields: { ...fields, ...part } })
  const discard = () => {
    discardDraft(id)
    setIsSplitting(false)
    setShown(null)
    if (kept !== undefined) showToast('The draft is discarded', { action: { label: 'Undo', onPress: () => keepDraft(id, kept) } })
    if (isGone) onDone()
  }
  const values = writtenOf(fields)
  const isWhole = values.name !== '' && values.definition !== ''
  const isSame = narrative !== null && isWritten(fields, narrative)
  const isStale = !isSame && JSON.stringify(was) !== JSON.stringify(narrative)
  const hasForms = narrative !== null && all.some(({ head }) => head === narrative.id)

  const show = (change: TaxonomyChange, words: string, isLast: boolean) => {
    setShown({ change, words, isLast })
    changes.startPreview(change)
  }
  const own: TaxonomyChange = narrative === null ? { kind: 'add', narrative: values } : { kind: 'edit', narrative: { id: narrative.id, ...values }, was: was ?? narrative }
  return (
    <div className={styles['stack']}>
      <Panel title={narrative === null ? 'A new narrative' : narrative.name} aside={narrative === null ? 'its id is made of its name' : narrative.id}>
        <div className={styles['form']}>
          <TextField label="Name" value={fields.name} onChange={(name) => set({ name })} maxLength={120} />
          <HeadField label="Stands under" value={fields.head} heads={all.filter(({ head, id }) => head === null && id !== narrative?.id)} onChange={(head) => set({ head })} />
          <TextField label="Definition" note="What a case must claim to carry it, and what it must not be confused with; examples in and out help the next reader." rows={4} className={styles['whole'] ?? ''} value={fields.definition} onChange={(definition) => set({ definition })} />
          <TextField label="Keywords of the source, one a line" rows={4} value={fields.keywords} onChange={(keywords) => set({ keywords })} />
          <TextField label="Other names, one a line" rows={4} value={fields.aliases} onChange={(aliases) => set({ aliases })} />
          <TextField label="DISARM techniques, one a line" note="The id, and its name where the taxonomy does not know it: T0022 Leverage Conspiracy Theory Narratives." rows={4} value={fields.techniques} onChange={(techniques) => set({ techniques })} />
          <TextField label="Labels of PolyNarrative, one a line" note="The nearest of SemEval-2025 Task 10; the last part is enough: Ukraine is a puppet of the West." rows={4} value={fields.polyNarrative} onChange={(polyNarrative) => set({ polyNarrative })} />
          <TextField label="Patterns, one a line" note="Those after a line [statements] are looked for in disproofs that speak of a narrative." rows={9} className={`${styles['whole'] ?? ''} ${styles['patterns'] ?? ''}`} spellCheck="false" value={fields.patterns} onChange={(patterns) => set({ patterns })} />
        </div>
        <div className={styles['settle']}>
          <Button variant="primary" isDisabled={!isWhole || isSame || isGone || isStale || preview.isPending || isApplying} onPress={() => show(own, narrative === null ? `Added “${values.name}”` : `Changed “${values.name}”`, narrative === null)}>
            {preview.isPending ? 'Working out what moves…' : 'Show what would move'}
          </Button>
          {narrative !== null && !isGone && (
            <>
              <Button isDisabled={hasForms || preview.isPending || isApplying} onPress={() => show({ kind: 'retire', id: narrative.id }, `Retired “${narrative.name}”`, true)}>
                Retire it …
              </Button>
              <label className={styles['select']}>
                <span className={styles['quiet']}>Merge it into</span>
                <select
                  // What is left as it is can be chosen again.
                  value={shown?.change.kind === 'merge' ? shown.change.into : ''}
                  disabled={hasForms || isApplying}
                  onChange={(event) => {
                    const target = all.find(({ id }) => id === event.target.value)
                    if (target !== undefined) show({ kind: 'merge', id: narrative.id, into: target.id }, `Merged “${narrative.name}” into “${target.name}”`, true)
                  }}
                >
                  <option value="">another narrative …</option>
                  {all.filter(({ id }) => id !== narrative.id).map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <Button isDisabled={isSplitting || preview.isPending || isApplying} onPress={() => setIsSplitting(true)}>
                Split it …
              </Button>
              {hasForms && <span className={styles['quiet']}>It has forms; move these first to retire or merge it.</span>}
            </>
          )}
        </div>
        {kept !== undefined && (
          <div className={styles['settle']}>
            <p className={styles['quiet']} role="status">
              {isGone
                ? 'This narrative is no longer in the taxonomy, so the draft cannot be applied. Copy what you need of it.'
                : isStale
                  ? 'This narrative was changed after you began to write, so the draft cannot be applied. Copy what you need of it, discard it, and write it into the narrative as it is now.'
                  : 'Not applied yet. The draft is kept while this page is open, whatever else you look at.'}
            </p>
            <Button size="small" isDisabled={isApplying} onPress={discard}>
              Discard the draft
            </Button>
          </div>
        )}
      </Panel>
      {narrative !== null && isSplitting && !isGone && (
        <SplitForm
          narrative={narrative}
          all={all}
          fields={split ?? splitOf(narrative)}
          onEdit={(next) => keep({ split: next })}
          isBusy={preview.isPending || isApplying}
          onShow={(change, words) => show(change, words, true)}
          onClose={() => {
            setIsSplitting(false)
            keep({ split: null })
          }}
        />
      )}
      <ApplyChange shown={shown} changes={changes} onDone={onDone} onLeave={() => setShown(null)} />
    </div>
  )
}
