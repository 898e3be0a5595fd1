import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { makeExploreActions, type ExploreActions } from './explore-actions.ts'

/** The actions on the canvas; stable for as long as the query client is. */
export function useExploreActions(): ExploreActions {
  const client = useQueryClient()
  return useMemo(() => makeExploreActions(client), [client])
}
