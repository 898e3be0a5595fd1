import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { landscapeQuery } from '#web/api/landscape.ts'
import { overviewQuery } from '#web/api/overview.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { useViewParams } from '#web/ui/use-view-params.ts'
import type { LandscapeChoices } from './controls.tsx'
import { LandscapeSkeleton } from './landscape-skeleton.tsx'
import { LandscapeView } from './landscape-view.tsx'
import styles from './landscape.module.css'

/** The first screen: how narratives recur in time. */
export function LandscapeScreen() {
  const [params, change] = useViewParams()
  const choices: LandscapeChoices = { by: params.by ?? 'month', measure: params.measure ?? 'share', count: params.count ?? 'cases', scale: params.scale ?? 'own', sort: params.sort ?? 'theme', as: params.as ?? 'picture' }
  const landscape = useQuery(landscapeQuery({ by: choices.by, count: choices.count }))
  const overview = useQuery(overviewQuery())
  const isEmpty = overview.data?.cases === 0
  return (
    <>
      <title>Landscape · Throughline</title>
      {landscape.data !== undefined && !isEmpty ? (
        <LandscapeView answer={landscape.data} overview={overview.data} choices={choices} params={params} isStale={landscape.isPlaceholderData} onChange={change} />
      ) : (
        <div className={styles['screen']}>
          <div className={styles['picture']}>
            <div className={styles['top']}>
              <h1>Narratives keep coming back</h1>
              {isEmpty ? (
                <EmptyState title="The graph holds no cases yet" why="Nothing was imported, so there is nothing to show in time. Throughline fills itself from pages of fact-checked cases.">
                  <Link to="/sources" className={buttonClass('primary')}>
                    Import cases under Sources
                  </Link>
                </EmptyState>
              ) : (
                landscape.isError && <ErrorState error={landscape.error} onRetry={() => void landscape.refetch()} />
              )}
            </div>
            {!isEmpty && !landscape.isError && <LandscapeSkeleton />}
          </div>
        </div>
      )}
    </>
  )
}
