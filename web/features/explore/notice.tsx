import { X } from 'lucide-react'
import { Button } from '#web/ui/button.tsx'
import { setPanels, usePanels } from './explore-panels.ts'
import styles from './explore-screen.module.css'

/** A message that stays until it is dismissed: what a link could not bring. */
export function Notice() {
  const notice = usePanels((state) => state.notice)
  return (
    <div role="status">
      {notice !== null && (
        <div className={styles['notice']}>
          <div>
            <p>{notice.text}</p>
            {notice.items.length > 0 && <p className={styles['noticeItems']}>{notice.items.slice(0, 12).join('; ')}{notice.items.length > 12 && `; and ${notice.items.length - 12} more`}</p>}
          </div>
          <Button variant="quiet" size="small" icon aria-label="Dismiss" onPress={() => setPanels({ notice: null })}>
            <X size={14} aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}
