import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'

interface CatchProps {
  children: ReactNode
  onReset: () => void
}

class Catch extends Component<CatchProps, { caught: { error: unknown } | null }> {
  override state: { caught: { error: unknown } | null } = { caught: null }

  static getDerivedStateFromError(error: unknown): { caught: { error: unknown } } {
    return { caught: { error } }
  }

  override render(): ReactNode {
    if (this.state.caught === null) return this.props.children
    return (
      <ErrorState
        error={this.state.caught.error}
        onRetry={() => {
          this.props.onReset()
          this.setState({ caught: null })
        }}
      />
    )
  }
}

/** Keeps the failure of a part of a screen inside that part. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return <QueryErrorResetBoundary>{({ reset }) => <Catch onReset={reset}>{children}</Catch>}</QueryErrorResetBoundary>
}
