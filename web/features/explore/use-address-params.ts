import { useEffect, useRef } from 'react'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { setTimeWindow } from '#web/exploration/view-actions.ts'
import { useViewParams } from '#web/ui/use-view-params.ts'
import type { ExploreActions } from './explore-actions.ts'

/** The days between which an open end of a window lies. */
const earliestDay = '1000-01-01'
const latestDay = '9999-12-31'

/** Nodes to add, and the time window that all screens share: from the address to the canvas, and the window back. */
export function useAddressParams(isOpen: boolean, actions: ExploreActions): void {
  const [params, change] = useViewParams()
  const window = useExploration((state) => state.timeWindow)
  const { add, from, to } = params

  useEffect(() => {
    if (!isOpen || add === undefined) return
    void actions.add(add.split(',').filter((id) => id !== ''))
    change({ add: undefined })
  }, [isOpen, add, actions, change])

  // Once, when the screen opens: a window from another screen holds here, unless a link brought its own.
  const isTaken = useRef(false)
  useEffect(() => {
    if (!isOpen || isTaken.current) return
    isTaken.current = true
    if (from === undefined && to === undefined) return
    exploration.complete((state) => (state.timeWindow === null ? setTimeWindow(state, { from: from ?? earliestDay, to: to ?? latestDay }) : state))
  }, [isOpen, from, to])

  const known = `${window?.from ?? ''} ${window?.to ?? ''}`
  useEffect(() => {
    if (!isOpen || !isTaken.current) return
    const [first, last] = known.split(' ')
    const wanted = { from: first === '' || first === earliestDay ? undefined : first, to: last === '' || last === latestDay ? undefined : last }
    if (wanted.from === from && wanted.to === to) return
    const timer = setTimeout(() => change(wanted), 300)
    return () => clearTimeout(timer)
  }, [isOpen, known, from, to, change])
}
