import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** An Enter that waits for the answer to the text it was pressed on. */
export interface PendingEnter<Mode> {
  /** What the waiting Enter shall do; null when none waits. */
  waiting: Mode | null
  /** Enter was pressed: does it at once if the answer is there, else as soon as it is. */
  press: (mode: Mode) => void
  /** Escape was pressed, or the field was left. */
  cancel: () => void
}

export interface PendingEnterInput<Mode> {
  /** What stands in the field now. Another text cancels an Enter that waits. */
  text: string
  /** The answer to that very text is there. */
  isAnswered: boolean
  /** There will be no answer: the failure is shown instead, and Enter must be pressed anew. */
  hasFailed: boolean
  /** `waited`: the answer came after the key, so nobody has chosen among its lines. */
  perform: (mode: Mode, waited: boolean) => void
}

/** Keeps an Enter that was pressed before the answer came, for the text it was pressed on and for no other. */
export function usePendingEnter<Mode>({ text, isAnswered, hasFailed, perform }: PendingEnterInput<Mode>): PendingEnter<Mode> {
  const [pressed, setPressed] = useState<{ text: string; mode: Mode } | null>(null)
  const done = useRef<object | null>(null)
  // Typing on cancels for good, also when the old text comes back.
  if (pressed !== null && (pressed.text !== text || hasFailed)) setPressed(null)
  const settle = useEffectEvent(() => {
    if (pressed === null || done.current === pressed) return
    done.current = pressed
    perform(pressed.mode, true)
  })
  useEffect(() => {
    if (isAnswered) settle()
  }, [isAnswered, pressed])
  return {
    waiting: pressed === null || isAnswered ? null : pressed.mode,
    press: (mode) => {
      if (isAnswered) perform(mode, false)
      else if (text !== '') setPressed({ text, mode })
    },
    cancel: () => setPressed(null),
  }
}
