import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { ErrorState } from '#web/ui/error-state.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { PendingScreen } from './pending-screen.tsx'
import { Shell } from './shell.tsx'
import { parseSearch, readViewParams, sharedParams, stringifySearch } from './view-params.ts'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundScreen,
  validateSearch: readViewParams,
  search: { middlewares: [retainSearchParams([...sharedParams])] },
})

const landscapeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/features/landscape/landscape-screen.tsx'), 'LandscapeScreen'),
})

const exploreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/explore',
  component: lazyRouteComponent(() => import('#web/features/explore/explore-screen.tsx'), 'ExploreScreen'),
})
const narrativesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/narratives',
  component: lazyRouteComponent(() => import('#web/features/narratives/narratives-screen.tsx'), 'NarrativesScreen'),
})
const dossierRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/narratives/$id',
  component: lazyRouteComponent(() => import('#web/features/narratives/dossier-screen.tsx'), 'DossierScreen'),
})
const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  component: lazyRouteComponent(() => import('#web/features/cases/cases-screen.tsx'), 'CasesScreen'),
})
const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('#web/features/case-page/case-screen.tsx'), 'CaseScreen'),
})
const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('#web/features/review/review-screen.tsx'), 'ReviewScreen'),
})
const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  component: lazyRouteComponent(() => import('#web/features/sources/sources-screen.tsx'), 'SourcesScreen'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/imports/$id',
  component: lazyRouteComponent(() => import('#web/features/sources/import/import-screen.tsx'), 'ImportScreen'),
})

const openRowsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/rows',
  component: lazyRouteComponent(() => import('#web/features/open-rows/open-rows-screen.tsx'), 'OpenRowsScreen'),
})

const routeTree = rootRoute.addChildren([landscapeRoute, exploreRoute, narrativesRoute, dossierRoute, casesRoute, caseRoute, reviewRoute, sourcesRoute, openRowsRoute, importRoute])

/** The router over all screens. Ids in paths are URI-encoded by it. */
export function makeRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPendingComponent: PendingScreen,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
