import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** To the page of an import. */
export function ImportLink({ id, children, className }: { id: string; children: ReactNode; className?: string | undefined }) {
  return (
    <Link to="/sources/imports/$id" params={{ id }} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}
