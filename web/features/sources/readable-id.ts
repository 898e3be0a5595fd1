/** Historic and supra-national regions whose names are not their slugs. */
const regionNames: Record<string, string> = { ussr: 'USSR', eu: 'EU', 'the-west': 'the West', nato: 'NATO' }

function displayName(code: string, type: 'region' | 'language'): string {
  try {
    return new Intl.DisplayNames(['en'], { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** An id as a name, for what is not in the graph yet: `country:KZ` is Kazakhstan, `narrative:deep-state` is Deep state. Text that is no id stays as it is. */
export function readableId(id: string, known: ReadonlyMap<string, string> = new Map()): string {
  const name = known.get(id)
  if (name !== undefined) return name
  const parts = /^(country|region|language|narrative|topic|keyword|issue):(.+)$/u.exec(id)
  const [, prefix, key] = parts ?? []
  if (prefix === undefined || key === undefined) return id
  if (prefix === 'country') return displayName(key, 'region')
  if (prefix === 'language') return displayName(key, 'language')
  const words = key.replaceAll('-', ' ')
  return regionNames[key] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
