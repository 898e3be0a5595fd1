import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The shared parameters as the address gives them. */
export type ViewParams = ReturnType<typeof useViewParams>[0]
/** Changes some of them. */
export type ViewParamsChange = ReturnType<typeof useViewParams>[1]

/**
 * The one selection, filter and time window that all screens share, read from the address (`web/app/view-params.ts`), and the way to change it.
 * A value of undefined takes a parameter out. The history of the browser is not lengthened.
 */
export function useViewParams() {
  const params = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const change = useCallback((patch: Partial<typeof params>) => void navigate({ to: '.', search: (before) => ({ ...before, ...patch }), hash: true, replace: true, resetScroll: false }), [navigate])
  return [params, change] as const
}
