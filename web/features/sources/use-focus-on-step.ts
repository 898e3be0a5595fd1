import { useEffect, useRef } from 'react'

/** Moves focus to a place when the step changes, so that keyboard and screen readers follow. Give the ref to an element with `tabIndex={-1}`. */
export function useFocusOnStep(step: string) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
  }, [step])
  return place
}
