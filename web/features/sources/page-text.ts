/** A page as the reader of this program takes it. */
export interface PageText {
  fileName: string
  text: string
}

/** Name of a file as the API takes it: no slashes, no control characters, 200 characters at most. */
export function safeName(name: string, fallback = 'pasted page'): string {
  const cleaned = name.replace(/[/\\\p{Cc}]+/gu, ' ').trim().slice(0, 200).trim()
  return cleaned === '' ? fallback : cleaned
}
