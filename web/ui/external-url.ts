/** The address if it is one that a browser may open safely, else null: imported text decides nothing but http and https. */
export function externalUrl(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}
