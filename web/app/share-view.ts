import { showToast } from '#web/ui/toast-store.ts'

/** Copies the address, which holds the view, and says so. */
export async function shareView(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href)
    showToast('Link copied. It opens this very view.')
  } catch {
    showToast('The browser did not allow copying. Copy the link from the address bar: it opens this very view.', { tone: 'error' })
  }
}
