import { slug } from '#graph-schema/fold.ts'
import type { OutletFamilyRef } from '../case-record.ts'
import type { EntityFiles } from './entity-files.ts'
import { type Junk, LookUp } from './look-up.ts'
import { isSharedHost, ofSomebody, programmeAndChannel, type TidyName, tidyOutletName } from './outlet-names.ts'

export interface OutletEntity {
  id: string
  name: string
  domain: string | null
  /** The outlet it belongs to (Sputnik Poland → Sputnik); null where it stands alone. */
  family: OutletFamilyRef | null
  /** Other spellings that the source uses. */
  aliases: readonly string[]
}

/** Something in an outlet's name that was tidied, left out or understood as another name. */
export interface OutletNote {
  code: string
  value: string
  became: string | null
}

export interface OutletTable {
  /** One entity a line; an outlet that the table does not know is one of its own. Values that name no outlet are left out. */
  resolveOutlet: (raw: string) => OutletEntity[]
  /** As `resolveOutlet`, with what was tidied or left out on the way. */
  readOutlets: (raw: string) => { outlets: OutletEntity[]; notes: OutletNote[] }
  /** Whether a value, rid of what stands beside the name, is an outlet of the table or a programme of one. */
  isOutlet: (value: string) => boolean
  /** What the table says of one name; null where it is silent. */
  knownOutlet: (name: string) => OutletEntity | Junk | null
}

/** Look-ups by name, alias and domain. */
export function buildOutletTable({ outlets, outletJunk }: Pick<EntityFiles, 'outlets' | 'outletJunk'>): OutletTable {
  const byName = new LookUp<OutletEntity | Junk>()
  const entryOf = new Map(outlets.map((entry) => [entry.name, entry]))
  const entities = outlets.map(({ name, domain, family, aliases }) => {
    const familyEntry = family === null ? undefined : entryOf.get(family)
    const outlet: OutletEntity = {
      id: `outlet:${slug(name)}`,
      name,
      domain,
      family: family === null ? null : { id: `outlet:${slug(family)}`, name: family, domain: familyEntry?.domain ?? null, aliases: familyEntry?.aliases ?? [] },
      aliases,
    }
    return { outlet, aliases }
  })
  for (const { outlet } of entities) byName.add(outlet.name, outlet)
  for (const { outlet, aliases } of entities) for (const alias of aliases) byName.add(alias, outlet)
  for (const { value, reason } of outletJunk) byName.add(value, { junk: reason })
  // Several outlets can share a domain (youtube.com): it names one only where it is not shared.
  const sharing = new Map<string, number>()
  for (const { outlet } of entities) if (outlet.domain !== null) sharing.set(outlet.domain, (sharing.get(outlet.domain) ?? 0) + 1)
  for (const { outlet } of entities) if (outlet.domain !== null && sharing.get(outlet.domain) === 1) byName.add(outlet.domain, outlet)

  const ofName = (name: string): OutletEntity | Junk | null => byName.get(name)

  /** What the table says of a name once it is rid of what stands beside it; null where it is silent. */
  function tidied(line: string): { entity: OutletEntity | Junk | null; tidy: TidyName } {
    const tidy = tidyOutletName(line)
    if (tidy.name === '') return { entity: { junk: 'no name, only a time or a note' }, tidy }
    const bare = tidy.name.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.|m\.|amp\.)?/u, '').replace(/\/$/u, '')
    const of = ofSomebody(tidy.name) ?? ofSomebody(line)
    const entity =
      (tidy.platform === null ? null : (ofName(`${tidy.name} - ${tidy.platform}`) ?? ofName(tidy.name))) ??
      ofName(tidy.name) ??
      (bare === tidy.name.toLowerCase() ? null : ofName(bare)) ??
      (of === null ? null : ofName(tidyOutletName(of).name)) ??
      ofName(tidy.name.replace(/\s?[([][^)\]]*[)\]]$/u, '')) ??
      ofProgramme(tidy.name)
    return { entity, tidy }
  }

  /** A programme that is known, else one of its own in the family of the channel that is. */
  function ofProgramme(name: string): OutletEntity | Junk | null {
    const pair = programmeAndChannel(name)
    if (pair === null) return null
    const of = ofSomebody(pair.programme)
    const programme = ofName(pair.programme) ?? (of === null ? null : ofName(of))
    const channel = ofName(pair.channel) ?? ofName(tidyOutletName(pair.channel).name)
    if (programme !== null && !('junk' in programme)) return programme
    if (channel === null || 'junk' in channel || !/[@(]/u.test(name)) return null
    const called = `${pair.programme} @ ${channel.name}`
    const key = slug(called)
    return key === '' ? null : { id: `outlet:${key}`, name: called, domain: null, family: { id: channel.id, name: channel.name, domain: channel.domain, aliases: channel.aliases }, aliases: [] }
  }

  /** An outlet that the table does not know is one of its own: by its host where the name is an address, else by its tidied name. */
  function unknownOutlet({ name, platform }: TidyName): OutletEntity | Junk | null {
    const host = hostOfName(name)
    if (host !== null) {
      if (isSharedHost(host)) return { junk: 'a platform or a link shortener; the page is not named' }
      const parent = familyOfHost(host)
      return { id: `outlet:${slug(host)}`, name: host, domain: host, family: parent, aliases: [] }
    }
    const called = platform === null ? name : `${name} - ${platform}`
    const key = slug(called)
    return key === '' ? null : { id: `outlet:${key}`, name: called, domain: null, family: null, aliases: [] }
  }

  /** xx.sputniknews.com is of the family of sputniknews.com. */
  function familyOfHost(host: string): OutletFamilyRef | null {
    const above = host.split('.').slice(1).join('.')
    const parent = above.includes('.') ? ofName(above) : null
    if (parent === null || 'junk' in parent) return null
    return parent.family ?? { id: parent.id, name: parent.name, domain: parent.domain, aliases: parent.aliases }
  }

  /** One value may name several: a line each, or a list of which the table or the form of addresses knows every piece. */
  function severalIn(line: string): string[] {
    if (!/[,;/]\s/u.test(line) || tidied(line).entity !== null) return [line]
    const pieces = line.replace(/\s\(?and (?:many )?others?.*$/iu, '').split(/[,;/]\s+/u).map((piece) => piece.trim()).filter((piece) => piece !== '')
    const sure = pieces.filter((piece) => tidied(piece).entity !== null || hostOfName(piece) !== null).length
    return pieces.length > 1 && sure * 2 > pieces.length && pieces.every((piece) => piece.length <= 40 && tidyOutletName(piece).name !== '') ? pieces : [line]
  }

  function readOutlets(raw: string): { outlets: OutletEntity[]; notes: OutletNote[] } {
    const exact = ofName(raw)
    const lines = exact !== null ? [raw] : raw.split(/[\r\n]+/u).map((line) => line.trim()).filter((line) => line !== '').flatMap(severalIn)
    const notes: OutletNote[] = []
    const found = lines.flatMap((line): OutletEntity[] => {
      const exactly = ofName(line)
      const { entity, tidy } = exactly === null ? tidied(line) : { entity: exactly, tidy: { name: line, platform: null, codes: [] } }
      const outlet = /^[([]/u.test(line) && exactly === null ? { junk: 'a remark' } : (entity ?? unknownOutlet(tidy))
      if (outlet === null || 'junk' in outlet) {
        notes.push({ code: 'junk', value: line, became: null })
        return []
      }
      if (outlet.name !== line) notes.push({ code: exactly === null ? (tidy.codes[0] ?? 'alias') : 'alias', value: line, became: outlet.name })
      return [outlet]
    })
    if (lines.length > 1) notes.push({ code: 'several-in-one', value: raw, became: found.map((outlet) => outlet.name).join('; ') })
    return { outlets: [...new Map(found.map((outlet) => [outlet.id, outlet])).values()], notes }
  }

  return {
    knownOutlet: ofName,
    isOutlet: (name) => ofName(name) !== null || tidied(name).entity !== null,
    readOutlets,
    resolveOutlet: (raw) => readOutlets(raw).outlets,
  }
}

/** The host of a name that is an address or a domain; null for any other name. */
function hostOfName(name: string): string | null {
  const bare = name.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?/u, '').replace(/[/?#].*$/su, '')
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}$/u.test(bare) ? bare : null
}
