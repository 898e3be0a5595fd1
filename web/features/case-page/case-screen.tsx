import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { casePageQuery } from '#web/api/case-page.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { Screen, ScreenColumns, ScreenHead } from '#web/ui/screen.tsx'
import { Skeleton, SkeletonLines } from '#web/ui/skeleton.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseNarratives } from './case-narratives.tsx'
import styles from './case-page.module.css'
import { CaseProvenance, CitedSources } from './case-provenance.tsx'
import { CaseReferences, SameClaim } from './case-references.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { ToldElsewherePanel } from './told-elsewhere-panel.tsx'

function Loading() {
  return (
    <Screen title="Case">
      <Card className={styles['hero']}>
        <SkeletonLines label="Loading the case" lines={2} height={26} />
        <div className={styles['actions']}>
          <Skeleton width={110} height={32} />
          <Skeleton width={160} height={32} />
        </div>
      </Card>
      <ScreenColumns
        main={
          <Card>
            <SkeletonLines label="Loading narratives and related cases" lines={8} />
          </Card>
        }
        side={
          <Card>
            <SkeletonLines label="Loading facts" lines={8} />
          </Card>
        }
      />
    </Screen>
  )
}

/** What a link in a report opens: one case with its disproof, facts, links with evidence, and where it came from. */
export function CaseScreen() {
  const { id } = useParams({ from: '/cases/$id' })
  const answer = useQuery(casePageQuery(id))
  if (answer.isPending) return <Loading />
  if (answer.isError) {
    return (
      <Screen title="Case not shown">
        <ScreenHead title="Case not shown" />
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        <p>
          <Link to="/cases" className={buttonClass()}>
            See all cases
          </Link>
        </p>
      </Screen>
    )
  }
  const page = answer.data
  if (page.case.id !== id) return <Navigate to="/cases/$id" params={{ id: page.case.id }} search={(before) => before} replace />
  return (
    <Screen title={`Claim${page.case.disproof === null ? ' (disproof not imported)' : ' and disproof'}: ${page.case.title}`}>
      <CaseHead page={page} />
      <ScreenColumns
        main={
          <>
            <CaseNarratives page={page} />
            <CaseReferences page={page} />
            <SameClaim page={page} />
            <RelatedPanel key={`related ${page.case.id}`} id={page.case.id} />
            <ToldElsewherePanel key={`elsewhere ${page.case.id}`} id={page.case.id} />
          </>
        }
        side={
          <>
            <CaseFacts page={page} />
            <CitedSources page={page} />
            <CaseProvenance page={page} />
          </>
        }
      />
    </Screen>
  )
}
