import { useEffect, useRef, useState } from 'react'
import { SearchField, type SearchFieldProps } from './search-field.tsx'

export interface AddressSearchFieldProps extends Omit<SearchFieldProps, 'value' | 'onChange' | 'defaultValue'> {
  /** What the address says. */
  value: string
  /** Called with the trimmed text once typing has stood still; put it into the address. */
  onSettled: (text: string) => void
  delay?: number
}

/** A search field whose text lives in the address. Typing goes there once it has stood still; a change of the address from elsewhere comes back into the field. */
export function AddressSearchField({ value, onSettled, delay = 350, ...rest }: AddressSearchFieldProps) {
  const [text, setText] = useState(value)
  const [sent, setSent] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (value !== known) {
    setKnown(value)
    if (value !== sent) {
      setSent(value)
      setText(value)
    }
  }
  const change = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSent(typed.trim())
      onSettled(typed.trim())
    }, delay)
  }
  return <SearchField {...rest} value={text} onChange={change} />
}
