import { useState } from 'react'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { Button } from '#web/ui/button.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { ApplyChange, type ShownChange } from './apply-change.tsx'
import { HeadField } from './head-field.tsx'
import styles from './review.module.css'
import { SplitForm } from './split-form.tsx'
import type { useTaxonomyChanges } from './use-taxonomy-changes.ts'

/** Lists are edited as texts, an entry a line. */
type ListField = 'techniques' | 'polyNarrative' | 'aliases' | 'keywords'
type Written = Omit<EditableNarrative, 'id'>
type Draft = Omit<Written, ListField> & Record<ListField, string>

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

function draftOf(narrative: EditableNarrative | null): Draft {
  if (narrative === null) return { name: '', definition: '', head: null, techniques: '', polyNarrative: '', aliases: '', keywords: '', patterns: '' }
  const { id: _id, techniques, polyNarrative, aliases, keywords, ...rest } = narrative
  return { ...rest, techniques: techniques.join('\n'), polyNarrative: polyNarrative.join('\n'), aliases: aliases.join('\n'), keywords: keywords.join('\n') }
}

function writtenOf({ name, definition, techniques, polyNarrative, aliases, keywords, ...rest }: Draft): Written {
  return { ...rest, name: name.trim(), definition: definition.trim(), techniques: lines(techniques), polyNarrative: lines(polyNarrative), aliases: lines(aliases), keywords: lines(keywords) }
}

/** With what editing begins when it comes from a proposal: patterns to add to a narrative, or to a new one. */
export interface EditStart {
  /** The id of a narrative, or `new`. */
  narrative: string
  patterns: string
  key: string
}

/** The patterns of a proposal stand before the sections of the file, so that they are looked for in title and claim. */
function withPatterns(own: string, added: string): string {
  return [added, own].filter((text) => text !== '').join('\n')
}

export interface NarrativeFormProps {
  /** Null for a new one. */
  narrative: EditableNarrative | null
  all: readonly EditableNarrative[]
  changes: ReturnType<typeof useTaxonomyChanges>
  /** Patterns of a proposal, to begin with. */
  added: string
  /** The narrative is gone (retired, merged) or new: choose another. */
  onDone: () => void
}

/** Name, definition, place, keywords and patterns of a narrative. What moves is shown before anything is written. */
export function NarrativeForm({ narrative, all, changes, added, onDone }: NarrativeFormProps) {
  const [draft, setDraft] = useState(() => ({ ...draftOf(narrative), patterns: withPatterns(draftOf(narrative).patterns, added) }))
  const [shown, setShown] = useState<ShownChange | null>(null)
  const [isSplitting, setIsSplitting] = useState(false)
  const { preview, isApplying } = changes

  const set = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setShown(null)
  }
  const values = writtenOf(draft)
  const isWhole = values.name !== '' && values.definition !== ''
  const isSame = narrative !== null && JSON.stringify(values) === JSON.stringify(writtenOf(draftOf(narrative)))
  const hasForms = narrative !== null && all.some(({ head }) => head === narrative.id)

  const show = (change: TaxonomyChange, words: string, isLast: boolean) => {
    setShown({ change, words, isLast })
    changes.startPreview(change)
  }
  const own: TaxonomyChange = narrative === null ? { kind: 'add', narrative: values } : { kind: 'edit', narrative: { id: narrative.id, ...values }, was: narrative }
  return (
    <div className={styles['stack']}>
      <Panel title={narrative === null ? 'A new narrative' : narrative.name} aside={narrative === null ? 'its id is made of its name' : narrative.id}>
        <div className={styles['form']}>
          <TextField label="Name" value={draft.name} onChange={(name) => set({ name })} maxLength={120} />
          <HeadField label="Stands under" value={draft.head} heads={all.filter(({ head, id }) => head === null && id !== narrative?.id)} onChange={(head) => set({ head })} />
          <TextField label="Definition" note="What a case must claim to carry it, and what it must not be confused with; examples in and out help the next reader." rows={4} className={styles['whole'] ?? ''} value={draft.definition} onChange={(definition) => set({ definition })} />
          <TextField label="Keywords of the source, one a line" rows={4} value={draft.keywords} onChange={(keywords) => set({ keywords })} />
          <TextField label="Other names, one a line" rows={4} value={draft.aliases} onChange={(aliases) => set({ aliases })} />
          <TextField label="DISARM techniques, one a line" note="The id, and its name where the taxonomy does not know it: T0022 Leverage Conspiracy Theory Narratives." rows={4} value={draft.techniques} onChange={(techniques) => set({ techniques })} />
          <TextField label="Labels of PolyNarrative, one a line" note="The nearest of SemEval-2025 Task 10; the last part is enough: Ukraine is a puppet of the West." rows={4} value={draft.polyNarrative} onChange={(polyNarrative) => set({ polyNarrative })} />
          <TextField label="Patterns, one a line" note="Those after a line [statements] are looked for in disproofs that speak of a narrative." rows={9} className={`${styles['whole'] ?? ''} ${styles['patterns'] ?? ''}`} spellCheck="false" value={draft.patterns} onChange={(patterns) => set({ patterns })} />
        </div>
        <div className={styles['settle']}>
          <Button variant="primary" isDisabled={!isWhole || isSame || preview.isPending || isApplying} onPress={() => show(own, narrative === null ? `Added “${values.name}”` : `Changed “${values.name}”`, narrative === null)}>
            {preview.isPending ? 'Working out what moves…' : 'Show what would move'}
          </Button>
          {narrative !== null && (
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
      </Panel>
      {narrative !== null && isSplitting && (
        <SplitForm
          narrative={narrative}
          all={all}
          isBusy={preview.isPending || isApplying}
          onShow={(change, words) => show(change, words, true)}
          onEdit={() => setShown(null)}
          onClose={() => {
            setIsSplitting(false)
            setShown(null)
          }}
        />
      )}
      <ApplyChange shown={shown} changes={changes} onDone={onDone} onLeave={() => setShown(null)} />
    </div>
  )
}
