import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { CircleHelp, Share2 } from 'lucide-react'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { ErrorBoundary } from '#web/ui/error-boundary.tsx'
import { ToastRegion } from '#web/ui/toast.tsx'
import { GlobalSearch } from './global-search.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { HistoryButtons } from './history-buttons.tsx'
import { Logo } from './logo.tsx'
import { PendingScreen } from './pending-screen.tsx'
import { shareView } from './share-view.ts'
import styles from './shell.module.css'
import { ThemeMenu } from './theme-menu.tsx'
import { useShellKeys } from './use-shell-keys.ts'

const screens = [
  { to: '/', label: 'Landscape' },
  { to: '/explore', label: 'Explore' },
  { to: '/narratives', label: 'Narratives' },
  { to: '/cases', label: 'Cases' },
  { to: '/review', label: 'Review' },
  { to: '/sources', label: 'Sources' },
] as const

/** Moves focus to the new screen, so that the keyboard and screen readers follow; not on the first one. */
function useFocusOnNewScreen(path: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

/** What stands around every screen: name, navigation, search, tools, messages. */
export function Shell() {
  const path = useLocation({ select: (location) => location.pathname })
  const main = useFocusOnNewScreen(path)
  const searchInput = useRef<HTMLInputElement>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const search = useCallback(() => {
    searchInput.current?.focus()
    searchInput.current?.select()
  }, [])
  const help = useCallback(() => setHelpOpen(true), [])
  useShellKeys({ search, help })
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus() }}>
        Skip to the content
      </a>
      <header className={styles['header']}>
        <Link to="/" className={styles['logo']} aria-label="Throughline, to the landscape" activeProps={{}}>
          <Logo />
          <span>Throughline</span>
        </Link>
        <nav className={styles['nav']} aria-label="Screens">
          <ul>
            {screens.map((screen) => (
              <li key={screen.to}>
                <Link to={screen.to} activeOptions={{ exact: screen.to === '/', includeSearch: false, includeHash: false }}>
                  {screen.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['search']}>
          <GlobalSearch inputRef={searchInput} />
        </div>
        <div className={styles['tools']}>
          <HistoryButtons />
          <Button aria-label="Share view" onPress={() => void shareView()}>
            <Share2 size={15} aria-hidden />
            <span className={styles['wide']}>Share view</span>
          </Button>
          <ThemeMenu />
          <Button variant="quiet" icon aria-label="Keyboard shortcuts" onPress={help}>
            <CircleHelp size={16} aria-hidden />
          </Button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <ErrorBoundary key={path}>
          <Suspense fallback={<PendingScreen />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
      <ToastRegion />
    </div>
  )
}
