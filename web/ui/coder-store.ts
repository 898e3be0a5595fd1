import { create } from 'zustand'

const storageKey = 'throughline.coder'

function storedName(): string {
  try {
    return (window.localStorage.getItem(storageKey) ?? '').slice(0, 60)
  } catch {
    return ''
  }
}

/** Who decides on links in this browser, as they call themselves; empty until they say so. */
export const useCoder = create<{ name: string }>(() => ({ name: typeof window === 'undefined' ? '' : storedName() }))

/** Keeps the name, in this browser only until a decision is made under it. */
export function setCoder(name: string): void {
  const kept = name.trim().slice(0, 60)
  useCoder.setState({ name: kept })
  try {
    window.localStorage.setItem(storageKey, kept)
  } catch {
    // Storage can be switched off; the name then holds for this visit.
  }
}
