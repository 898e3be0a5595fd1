import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Button } from './button.tsx'
import { dismissToast, useToasts } from './toast-store.ts'
import styles from './toast.module.css'

/** Where messages appear; a live region. Mounted once by the shell. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className={styles['region']} role="status" aria-live="polite" aria-label="Messages">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className={clsx(styles['toast'], tone === 'error' && styles['error'])}>
          <span className={styles['text']}>{text}</span>
          {action !== null && (
            <Button
              size="small"
              onPress={() => {
                // What was undone cannot be undone once more.
                dismissToast(id)
                action.onPress()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button variant="quiet" size="small" icon aria-label="Dismiss message" onPress={() => dismissToast(id)}>
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  )
}
