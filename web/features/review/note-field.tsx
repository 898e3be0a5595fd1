import { TextField } from '#web/ui/text-field.tsx'

export interface NoteFieldProps {
  value: string
  onChange: (note: string) => void
  /** Enter or Escape: the keys decide again. */
  onLeave: () => void
}

/** Why somebody decides so, in their words. */
export function NoteField({ value, onChange, onLeave }: NoteFieldProps) {
  return (
    <TextField
      label="Why"
      note="Kept with your decision and shown with it on the case page. Enter leaves the field, so that the keys decide again."
      maxLength={500}
      autoFocus
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.target instanceof HTMLElement) event.target.blur()
        onLeave()
      }}
    />
  )
}
