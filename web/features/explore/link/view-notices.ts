/** An id as words, when the graph cannot tell its name: `keyword:george-soros` → "keyword george soros". */
export function idWords(id: string): string {
  const colon = id.indexOf(':')
  const slug = id.slice(colon + 1)
  return `${id.slice(0, colon)} “${slug.slice(slug.lastIndexOf('/') + 1).replaceAll('-', ' ')}”`
}
