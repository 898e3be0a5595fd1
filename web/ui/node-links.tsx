import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface NodeLinkProps {
  id: string
  children: ReactNode
  className?: string | undefined
}

/** To a case's page. */
export function CaseLink({ id, children, className }: NodeLinkProps) {
  return (
    <Link to="/cases/$id" params={{ id }} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}

/** To a narrative's dossier. */
export function NarrativeLink({ id, children, className }: NodeLinkProps) {
  return (
    <Link to="/narratives/$id" params={{ id }} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}

/** To the canvas, bringing the node along. */
export function ExploreLink({ id, children, className }: NodeLinkProps) {
  return (
    <Link to="/explore" search={(before) => ({ ...before, add: id })} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}
