import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
  tone: 'info' | 'error'
  action: { label: string; onPress: () => void } | null
}

interface ToastState {
  toasts: readonly Toast[]
}

/** The messages on screen, oldest first. */
export const useToasts = create<ToastState>(() => ({ toasts: [] }))

let nextId = 1

/** Takes a message off the screen. */
export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }))
}

/** Shows a message for a while; one with an action or an error stays longer. It is read out by screen readers. The answer takes it off. */
export function showToast(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): () => void {
  const toast: Toast = { id: nextId++, text, tone: options.tone ?? 'info', action: options.action ?? null }
  useToasts.setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }))
  const dismiss = () => dismissToast(toast.id)
  setTimeout(dismiss, toast.tone === 'error' || toast.action !== null ? 12_000 : 5_000)
  return dismiss
}
