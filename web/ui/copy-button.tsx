import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx'
import { showToast } from './toast-store.ts'

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast(`Copied: ${what}.`)
  } catch {
    showToast('The browser did not allow copying. Select the text and copy it by hand.', { tone: 'error' })
  }
}

export interface CopyButtonProps {
  text: string
  /** What is copied, in words: "the citation". Names the button where it is a lone icon. */
  what: string
  /** Words on the button; without them it is a small icon. */
  children?: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
}

/** Copies a text and says so. */
export function CopyButton({ text, what, children, variant = 'quiet', size = 'small' }: CopyButtonProps) {
  const isIcon = children === undefined
  return (
    <Button variant={variant} size={size} icon={isIcon} {...(isIcon ? { 'aria-label': `Copy ${what}` } : {})} onPress={() => void copy(text, what)}>
      <Copy size={14} aria-hidden />
      {children}
    </Button>
  )
}
