/** An address longer than this is data, not a place. */
const longestAddress = 2000

const archiveHosts = /^(?:web\.archive\.org|archive\.(?:org|today|is|ph|li|fo|md|vn)|perma\.cc|(?:www\.)?webcitation\.org|ghostarchive\.org|megalodon\.jp|webcache\.googleusercontent\.com|archive\.st|archive-it\.org|arquivo\.pt)$/iu

/** An address without anything that would need a parser: nearly all are. The host is its first group. */
const plainAddress = /^https?:\/\/(?:www\.)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?){0,8}\.[a-z]{2,24})(?:\/[!#-;=?-\]_a-z~]*)?$/u

/** A web address as given, completed by its scheme where that is missing; null for anything else. */
export function readAddress(value: string): string | null {
  const text = value.trim()
  if (text.length <= longestAddress && plainAddress.test(text)) return text
  if (text.length > longestAddress || /[\s<>"“”]/u.test(text)) return null
  if (/^https?:\/\//iu.test(text)) return URL.canParse(text) ? text : null
  if (!/^(?:www\.)?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}\/\S+$/iu.test(text) && !/^www\.(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}$/iu.test(text)) return null
  return URL.canParse(`https://${text}`) ? `https://${text}` : null
}

/** The host of an address in lower case, without “www.”; null where it is no address. */
export function hostOf(address: string): string | null {
  const plain = plainAddress.exec(address)?.[1]
  if (plain !== undefined) return plain
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/^www\./u, '') : null
}

/** Whether an address is that of an archived copy. */
export function isArchive(address: string): boolean {
  const host = hostOf(address)
  return host !== null && archiveHosts.test(host)
}

/** The address that an archive's address names as its original; null where it names none, as in short links. */
export function originalOf(archive: string): string | null {
  const found = /^https?:\/\/[^/]+\/(?:web\/)?(?:o\/[^/]+\/|(?:[\d*]{4,14}(?:[a-z]{2}_)?\/))?(https?:\/{1,2}.+)$/iu.exec(archive)
  const original = found?.[1]?.replace(/^(https?:\/)(?!\/)/iu, '$1/')
  return original !== undefined && isArchive(archive) && URL.canParse(original) ? original : null
}
