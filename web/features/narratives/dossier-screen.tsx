import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { List, Waypoints } from 'lucide-react'
import { dossierQuery } from '#web/api/dossier.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { CasesLink } from '#web/ui/cases-link.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { ExploreLink, NarrativeLink } from '#web/ui/node-links.tsx'
import { Card } from '#web/ui/panel.tsx'
import { Screen, ScreenColumns, ScreenHead } from '#web/ui/screen.tsx'
import { Skeleton, SkeletonLines } from '#web/ui/skeleton.tsx'
import { ConnectionsPanel } from './connections-panel.tsx'
import { DossierCases, DossierStats, SubNarratives } from './dossier-main.tsx'
import { KeywordsPanel, LinksPanel, PolyNarrativePanel, TechniquesPanel } from './dossier-side.tsx'
import { RecurrencePanel } from './recurrence-panel.tsx'
import { SpreadPanel } from './spread-panel.tsx'
import type { Dossier } from './words.ts'

function Loading() {
  return (
    <Screen title="Narrative">
      <SkeletonLines label="Loading the narrative" lines={3} height={22} />
      <Skeleton height={84} />
      <ScreenColumns
        main={
          <Card>
            <Skeleton height={160} />
          </Card>
        }
        side={
          <Card>
            <SkeletonLines label="Loading what links cases to it" lines={8} />
          </Card>
        }
      />
    </Screen>
  )
}

function Head({ dossier }: { dossier: Dossier }) {
  const { id, name, definition, aliases, cases } = dossier.narrative
  return (
    <ScreenHead
      title={name}
      trail={
        <>
          <KindMark kind="Narrative" size={13} />
          <Link to="/narratives">narrative</Link>
          {dossier.head !== null && (
            <span>
              · a form of <NarrativeLink id={dossier.head.id}>{dossier.head.name}</NarrativeLink>
            </span>
          )}
          {aliases.length > 0 && <span>· also called {aliases.join(', ')}</span>}
        </>
      }
      lead={definition}
      actions={
        <>
          <ExploreLink id={id} className={buttonClass('primary')}>
            <Waypoints size={15} aria-hidden />
            Explore this narrative
          </ExploreLink>
          {cases > 0 && (
            <CasesLink field="narrative" id={id} className={buttonClass()}>
              <List size={15} aria-hidden />
              All its cases
            </CasesLink>
          )}
        </>
      }
    />
  )
}

/** One narrative: what it says, when and where it was recorded, what it meets, and what links cases to it. */
export function DossierScreen() {
  const { id } = useParams({ from: '/narratives/$id' })
  const answer = useQuery(dossierQuery(id))
  if (answer.isPending) return <Loading />
  if (answer.isError) {
    return (
      <Screen title="Narrative not shown">
        <ScreenHead title="Narrative not shown" />
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        <p>
          <Link to="/narratives" className={buttonClass()}>
            See all narratives
          </Link>
        </p>
      </Screen>
    )
  }
  const dossier = answer.data
  if (dossier.narrative.id !== id) return <Navigate to="/narratives/$id" params={{ id: dossier.narrative.id }} search={(before) => before} replace />
  if (dossier.narrative.cases === 0) {
    return (
      <Screen title={dossier.narrative.name}>
        <Head dossier={dossier} />
        <SubNarratives dossier={dossier} />
        <EmptyState title="No case here carries it" why="The taxonomy knows this line, but none of the cases imported so far is linked to it. That says nothing about how often it was published.">
          <Link to="/sources" className={buttonClass('primary')}>
            Import cases
          </Link>
          <Link to="/narratives" className={buttonClass()}>
            See all narratives
          </Link>
        </EmptyState>
        <TechniquesPanel dossier={dossier} />
        <PolyNarrativePanel dossier={dossier} />
      </Screen>
    )
  }
  return (
    <Screen title={dossier.narrative.name}>
      <Head dossier={dossier} />
      <DossierStats dossier={dossier} />
      <ScreenColumns
        main={
          <>
            <RecurrencePanel dossier={dossier} />
            <SubNarratives dossier={dossier} />
            <SpreadPanel dossier={dossier} />
            <ConnectionsPanel dossier={dossier} />
            <DossierCases dossier={dossier} />
          </>
        }
        side={
          <>
            <LinksPanel dossier={dossier} />
            <TechniquesPanel dossier={dossier} />
            <PolyNarrativePanel dossier={dossier} />
            <KeywordsPanel dossier={dossier} />
          </>
        }
      />
    </Screen>
  )
}
