import { Link } from '@tanstack/react-router'
import { buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import styles from './shell.module.css'

/** Shown for an address that is no screen of ours. */
export function NotFoundScreen() {
  return (
    <div className={styles['page']}>
      <title>Not found · Throughline</title>
      <EmptyState level={1} title="There is no such page" why="The address may be cut short or come from another version of Throughline. Nothing is lost: all that was imported is under these.">
        <Link to="/" className={buttonClass('primary')}>
          Go to the landscape
        </Link>
        <Link to="/explore" className={buttonClass()}>
          Search and explore
        </Link>
        <Link to="/cases" className={buttonClass()}>
          Browse the cases
        </Link>
      </EmptyState>
    </div>
  )
}
