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
      {toasts.map((toast) => (
        <div key={toast.id} className={clsx(styles['toast'], toast.tone === 'error' && styles['error'])}>
          <span className={styles['text']}>{toast.text}</span>
          {toast.action !== null && (
            <Button size="small" onPress={toast.action.onPress}>
              {toast.action.label}
            </Button>
          )}
          <Button variant="quiet" size="small" icon aria-label="Dismiss message" onPress={() => dismissToast(toast.id)}>
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  )
}
