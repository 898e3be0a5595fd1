import '@fontsource-variable/inter/wght.css'
import '#web/ui/tokens.css'
import '#web/ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'
import { startTheme } from './theme.ts'

/** Mounts the application into the page. */
export function start(): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no element with the id "root"')
  startTheme()
  const queryClient = makeQueryClient()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
