import type { CountryRef, KeywordRef, LanguageRef, OutletRef } from '../case-record.ts'
import type { Entities } from '../normalise/entities.ts'
import type { Junk } from '../normalise/look-up.ts'
import { readList } from './read-list.ts'

/** How the values of a list stand in one cell: joined by +, by the usual signs, or the cell is one value. */
export type Separators = 'plus' | 'usual' | 'none'

/** What became of one value, to be reported with row and column. */
export interface ValueNote {
  code: string
  value: string
  became: string | null
}

/** The entities of one cell. Shared between rows: never changed. */
export interface ResolvedCell<Ref> {
  refs: readonly Ref[]
  cleanings: readonly ValueNote[]
  /** Values that name nothing the tables know, where only known things count (countries, languages), or that can be no name. */
  unknown: readonly ValueNote[]
  /** How many values stood there. */
  count: number
}

/** A name longer than this is a sentence. */
const longestName = 200
/** As many different cells are remembered; then all are forgotten, so that memory stays flat. */
const mostRemembered = 5_000

function memoryOf<Ref>(): Record<Separators, Map<string, ResolvedCell<Ref>>> {
  return { plus: new Map(), usual: new Map(), none: new Map() }
}

/** Cells → entities, each different cell and each different value worked out once: in a real corpus nine of ten repeat. */
export class CellResolver {
  readonly #countries = memoryOf<CountryRef>()
  readonly #languages = memoryOf<LanguageRef>()
  readonly #outlets = memoryOf<OutletRef>()
  readonly #keywords = memoryOf<KeywordRef>()
  readonly #resolveCountry: Entities['resolveCountry']
  readonly #resolveLanguage: Entities['resolveLanguage']
  readonly #isOutlet: (name: string) => boolean
  readonly #isKeyword: (name: string) => boolean
  readonly #readOutlet: (value: string) => ReadValue<OutletRef>
  readonly #readKeyword: (value: string) => ReadValue<KeywordRef>
  readonly #namesWithPlus: ReadonlySet<string>

  constructor(entities: Entities) {
    this.#resolveCountry = once(entities.resolveCountry)
    this.#resolveLanguage = once(entities.resolveLanguage)
    this.#isOutlet = once(entities.isOutlet)
    this.#isKeyword = once((name) => entities.knownKeyword(name) !== null)
    this.#readOutlet = once(readOutletWith(entities))
    this.#readKeyword = once(readKeywordWith(entities))
    this.#namesWithPlus = entities.namesWithPlus
  }

  countries(cell: string, separators: Separators): ResolvedCell<CountryRef> {
    return remembered(this.#countries[separators], cell, (own) => this.#known(own, separators, this.#resolveCountry, 'country'))
  }

  languages(cell: string, separators: Separators): ResolvedCell<LanguageRef> {
    return remembered(this.#languages[separators], cell, (own) => this.#known(own, separators, this.#resolveLanguage, 'language'))
  }

  outlets(cell: string, separators: Separators): ResolvedCell<OutletRef> {
    // Lists joined by + hardly repeat as a whole: remembering them would cost more than it spares.
    if (separators === 'plus') return open(splitPlus(cell, this.#namesWithPlus), this.#readOutlet)
    return remembered(this.#outlets[separators], cell, (own) => open(split(own, separators, this.#isOutlet, this.#namesWithPlus), this.#readOutlet))
  }

  keywords(cell: string, separators: Separators): ResolvedCell<KeywordRef> {
    if (separators === 'plus') return open(splitPlus(cell, this.#namesWithPlus), this.#readKeyword)
    return remembered(this.#keywords[separators], cell, (own) => open(split(own, separators, this.#isKeyword, this.#namesWithPlus), this.#readKeyword))
  }

  #known<Entity extends { id: string; name: string }>(cell: string, separators: Separators, resolve: (name: string) => Entity | Junk | null, kind: 'country' | 'language'): ResolvedCell<Entity & { rawValue: string }> {
    const refs = new Map<string, Entity & { rawValue: string }>()
    const cleanings: ValueNote[] = []
    const unknown: ValueNote[] = []
    const items = itemsOf(cell, separators, resolve, this.#namesWithPlus)
    for (const { text, entity } of items) {
      if (entity === null) unknown.push({ code: `unknown-${kind}`, value: text, became: null })
      else if ('junk' in entity) cleanings.push({ code: 'junk', value: text, became: null })
      else if (refs.has(entity.id)) cleanings.push({ code: 'same-twice', value: text, became: entity.name })
      else {
        refs.set(entity.id, { ...entity, rawValue: text })
        if (entity.name !== text) cleanings.push({ code: entity.id.startsWith('region:') ? 'region' : 'alias', value: text, became: entity.name })
      }
    }
    return { refs: [...refs.values()], cleanings, unknown, count: items.length }
  }
}

/** One value with the entities it names. */
interface ReadValue<Ref> {
  entities: readonly Ref[]
  notes: readonly ValueNote[]
}

function readOutletWith({ readOutlets }: Entities): (value: string) => ReadValue<OutletRef> {
  return (value) => {
    const { outlets, notes } = readOutlets(value)
    return { entities: outlets.map((outlet) => ({ ...outlet, rawValue: value, url: null, archiveUrl: null })), notes }
  }
}

function readKeywordWith({ resolveKeyword }: Entities): (value: string) => ReadValue<KeywordRef> {
  return (value) => {
    const keyword = resolveKeyword(value)
    if (keyword === null) return { entities: [], notes: [{ code: 'junk', value, became: null }] }
    return { entities: [{ ...keyword, rawValue: value }], notes: keyword.name === value ? [] : [{ code: 'alias', value, became: keyword.name }] }
  }
}

/** The entities of values that the tables need not know. */
function open<Ref extends { id: string; name: string }>(values: readonly string[], read: (value: string) => ReadValue<Ref>): ResolvedCell<Ref> {
  const [only, another] = values
  if (only !== undefined && another === undefined) {
    const { entities, notes } = read(only)
    if (entities.every(({ name }) => name.length <= longestName)) return { refs: entities, cleanings: notes, unknown: [], count: 1 }
  }
  const refs = new Map<string, Ref>()
  const cleanings: ValueNote[] = []
  const unknown: ValueNote[] = []
  for (const value of values) {
    const { entities, notes } = read(value)
    cleanings.push(...notes)
    for (const entity of entities) {
      if (entity.name.length > longestName) unknown.push({ code: 'name-too-long', value, became: null })
      else if (!refs.has(entity.id)) refs.set(entity.id, entity)
      else if (notes.length === 0) cleanings.push({ code: 'same-twice', value, became: entity.name })
    }
  }
  return { refs: [...refs.values()], cleanings, unknown, count: values.length }
}

/** A look-up that remembers its answers. */
function once<Value>(look: (name: string) => Value): (name: string) => Value {
  const memory = new Map<string, { value: Value }>()
  return (name) => remembered(memory, name, (own) => ({ value: look(own) })).value
}

function remembered<Value>(memory: Map<string, Value>, key: string, make: (own: string) => Value): Value {
  const before = memory.get(key)
  if (before !== undefined) return before
  if (key.length > 2000) return make(key)
  const own = detached(key)
  const value = make(own)
  if (memory.size >= mostRemembered) memory.clear()
  memory.set(own, value)
  return value
}

/** A copy of a text: a piece of a larger one would keep all of that in memory as long as it is remembered. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** The values of a cell with what the tables know of them; a list in unusual signs is tried only where the usual ones make no sense. */
function itemsOf<Entity>(cell: string, separators: Separators, resolve: (name: string) => Entity | null, namesWithPlus: ReadonlySet<string>): { text: string; entity: Entity | null }[] {
  const whole = cell.trim()
  if (whole === '') return []
  if (separators === 'plus') return splitPlus(cell, namesWithPlus).map((text) => ({ text, entity: resolve(text) }))
  if (separators === 'none') return [{ text: whole, entity: resolve(whole) }]
  return readList(whole.replaceAll('|', ';'), resolve).flatMap((item) => {
    if (item.entity !== null) return [item]
    for (const sign of [/\s?\/\s?/u, /\s?\+\s?/u, / (?:and|und|et|y|и) /u, / & /u]) {
      const parts = item.text.split(sign)
      const resolved = parts.map((text) => ({ text: text.trim(), entity: resolve(text.trim()) }))
      if (parts.length > 1 && resolved.every(({ entity }) => entity !== null)) return resolved
    }
    return [item]
  })
}

/** Splits names that the tables need not know. */
function split(cell: string, separators: Separators, isKnown: (name: string) => boolean, namesWithPlus: ReadonlySet<string>): string[] {
  const whole = cell.trim()
  if (whole === '') return []
  if (separators === 'plus') return splitPlus(whole, namesWithPlus)
  if (separators === 'none' || isKnown(whole)) return [whole]
  const strong = whole.split(/[;|\r\n]+/u)
  const parts = strong.length > 1 ? strong : whole.includes(',') ? splitCommas(whole, isKnown) : maybePlus(whole, isKnown, namesWithPlus)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Names joined by +. A name of the tables that holds a + of its own stays whole. */
function splitPlus(cell: string, namesWithPlus: ReadonlySet<string>): string[] {
  const pieces = cell.split('+')
  const values: string[] = []
  const hasOwn = pieces.length > 1 && namesWithPlus.size > 0
  for (let at = 0; at < pieces.length; ) {
    let taken = 1
    if (hasOwn) for (let count = Math.min(4, pieces.length - at); count > 1 && taken === 1; count -= 1) if (namesWithPlus.has(pieces.slice(at, at + count).join('+').trim())) taken = count
    const value = pieces.slice(at, at + taken).join('+').trim()
    if (value !== '') values.push(value)
    at += taken
  }
  return values
}

/** A comma can stand in a name: pieces are put together where the tables know them so. */
function splitCommas(cell: string, isKnown: (name: string) => boolean): string[] {
  const pieces = cell.split(/,\s*/u)
  const values: string[] = []
  for (let at = 0; at < pieces.length; ) {
    let taken = 1
    for (let count = Math.min(4, pieces.length - at); count > 1 && taken === 1; count -= 1) if (isKnown(pieces.slice(at, at + count).join(', '))) taken = count
    values.push(pieces.slice(at, at + taken).join(', '))
    at += taken
  }
  return values
}

/** Without any other sign a + may join names: it does where most of the pieces are known. */
function maybePlus(cell: string, isKnown: (name: string) => boolean, namesWithPlus: ReadonlySet<string>): string[] {
  if (!cell.includes('+')) return [cell]
  const pieces = splitPlus(cell, namesWithPlus)
  return pieces.filter(isKnown).length * 2 >= pieces.length ? pieces : [cell]
}
