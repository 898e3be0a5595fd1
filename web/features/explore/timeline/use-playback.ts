import { useEffect, useRef, useState } from 'react'

/** The whole run takes about this long, whatever the number of months. */
const wholeRun = 20_000

/** Advances by one month at a time until `onTick` says that the end is reached. Everything else on the screen stays usable. */
export function usePlayback(months: number, onTick: () => boolean): { isPlaying: boolean; setPlaying: (playing: boolean) => void } {
  const [isPlaying, setPlaying] = useState(false)
  const tick = useRef(onTick)
  useEffect(() => {
    tick.current = onTick
  })
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      if (!tick.current()) setPlaying(false)
    }, Math.min(600, Math.max(120, wholeRun / Math.max(1, months))))
    return () => clearInterval(timer)
  }, [isPlaying, months])
  return { isPlaying, setPlaying }
}
