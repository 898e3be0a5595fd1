import type { Counted } from '#graph-schema/api/narratives.ts'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import type { Sort } from './rows.ts'

/** The choices of the landscape; all of them are in the address. */
export interface LandscapeChoices {
  by: 'month' | 'issue'
  measure: 'share' | 'count'
  count: Counted
  scale: 'own' | 'same'
  sort: Sort
  as: 'picture' | 'table'
}

export interface ControlsProps {
  choices: LandscapeChoices
  onChange: (change: Partial<LandscapeChoices>) => void
  /** Whether a complete corpus is there: without one there are neither shares nor heights to scale. */
  hasComplete: boolean
  hasWaves: boolean
  /** Id of the text that says why switches are off. */
  reasonId: string
}

/** Switches over the picture. */
export function Controls({ choices, onChange, hasComplete, hasWaves, reasonId }: ControlsProps) {
  const isOff = !hasComplete
  const describedBy = isOff ? reasonId : undefined
  return (
    <>
      <ToggleGroup
        label="Time axis"
        value={choices.by}
        onChange={(by) => onChange({ by })}
        options={[
          { value: 'month', label: 'Months' },
          { value: 'issue', label: 'Issues' },
        ]}
      />
      <ToggleGroup
        label="Order of rows"
        value={choices.sort}
        onChange={(sort) => onChange({ sort })}
        options={[
          { value: 'theme' as const, label: 'Theme' },
          { value: 'latest' as const, label: 'Last seen' },
          ...(hasWaves ? [{ value: 'waves' as const, label: 'Waves' }] : []),
          { value: 'cases' as const, label: choices.count === 'cases' ? 'Cases' : 'Claims' },
        ]}
      />
      <ToggleGroup
        label="What is counted"
        value={choices.count}
        onChange={(count) => onChange({ count })}
        options={[
          { value: 'cases', label: 'Cases' },
          { value: 'claims', label: 'Distinct claims' },
        ]}
      />
      <ToggleGroup
        label="Shown as"
        value={choices.as}
        onChange={(as) => onChange({ as })}
        options={[
          { value: 'picture', label: 'Picture' },
          { value: 'table', label: 'Table' },
        ]}
      />
      <ToggleGroup
        label="What an area shows"
        value={choices.measure}
        onChange={(measure) => onChange({ measure })}
        describedBy={describedBy}
        options={[
          { value: 'share', label: 'Share', isDisabled: isOff },
          { value: 'count', label: 'Count', isDisabled: isOff },
        ]}
      />
      <ToggleGroup
        label="Height of rows"
        value={choices.scale}
        onChange={(scale) => onChange({ scale })}
        describedBy={describedBy}
        options={[
          { value: 'own', label: 'Own peak', isDisabled: isOff },
          { value: 'same', label: 'All alike', isDisabled: isOff },
        ]}
      />
    </>
  )
}
