import * as fc from 'fast-check'

/** What copying, mailing and editing do to a page without changing what it says. */
export interface Mangling {
  /** Lines are wrapped near this width; 0 leaves them. */
  width: number
  /** How ragged the wrapping is: each break may come that many words early. */
  ragged: readonly number[]
  bullet: string
  lineEnd: string
  trailing: string
  byteOrderMark: boolean
  curlyQuotes: boolean
  /** Whether “Summary” and “Disproof” stand, as they are or in small letters; without them two blank lines, or one, part claim and disproof. */
  headings: 'kept' | 'small' | 'gone' | 'gone-without-gap'
  rotateFacts: number
  /** The list of facts became one paragraph. */
  factsRunOn: boolean
  narrowBlanks: boolean
}

/** Any mangling. `headings` beyond what a test can ask for are switched off there. */
export const anyMangling: fc.Arbitrary<Mangling> = fc.record({
  width: fc.oneof(fc.constant(0), fc.integer({ min: 14, max: 120 })),
  ragged: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 9 }),
  bullet: fc.constantFrom('  • ', '- ', '* ', '•\t', '•\u00A0', '· ', ''),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  trailing: fc.constantFrom('', ' ', '   ', '\t', '\u00A0'),
  byteOrderMark: fc.boolean(),
  curlyQuotes: fc.boolean(),
  headings: fc.constantFrom<Mangling['headings']>('kept', 'small', 'gone', 'gone-without-gap'),
  rotateFacts: fc.nat({ max: 4 }),
  factsRunOn: fc.boolean(),
  narrowBlanks: fc.boolean(),
})

/** A page as it looks after the mangling. */
export function mangled(page: string, how: Mangling): string {
  let lines = rotated(page.split('\n'), how.rotateFacts)
  if (how.headings === 'small') lines = lines.map((line) => (/^(?:Summary|Disproof)$/.test(line) ? line.toLowerCase() : line))
  else if (how.headings !== 'kept') lines = lines.filter((line, at) => !/^(?:Summary|Disproof)$/.test(line) && !(how.headings === 'gone-without-gap' && line === '' && /^(?:Summary|Disproof)$/.test(lines[at - 1] ?? '')))
  lines = lines.map((line) => (isFact(line) ? how.bullet + line.replace(/^\s*•\s/u, '') : line))
  if (how.factsRunOn && how.bullet !== '') lines = runOn(lines, how.bullet)
  const wrapped = lines.flatMap((line) => wrap(line, how))
  const text = wrapped.map((line) => line + how.trailing).join(how.lineEnd)
  const quoted = how.curlyQuotes ? curled(text) : text
  return (how.byteOrderMark ? '\uFEFF' : '') + (how.narrowBlanks ? quoted.replace(/Issue\s(\d)/u, 'Issue\u202F$1') : quoted)
}

/** Straight quotes, so that what differs in quotes only compares equal; both kinds are one code unit. */
export function straightened<Value>(value: Value): unknown {
  return JSON.parse(JSON.stringify(value).replace(/[“”]/gu, '\\"').replace(/[‘’]/gu, "'"))
}

function isFact(line: string): boolean {
  return /^\s*•\s/u.test(line)
}

function rotated(lines: string[], by: number): string[] {
  const facts = lines.filter(isFact)
  let next = by
  return lines.map((line) => (isFact(line) ? (facts[next++ % facts.length] ?? line) : line))
}

function runOn(lines: readonly string[], bullet: string): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before?.startsWith(bullet) === true && line !== '') joined[joined.length - 1] = `${before} ${line.trim()}`
    else joined.push(line)
  }
  return joined
}

/** Breaks at blanks and, as wrapping programs do, behind the hyphen of a compound. */
function wrap(line: string, { width, ragged }: Mangling): string[] {
  if (width === 0 || line.trim() === '') return [line]
  const words = line.split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u)
  const lines: string[] = []
  let current = ''
  for (const word of words) {
    const room = width - 4 * (ragged[lines.length % ragged.length] ?? 0)
    if (current !== '' && (current + word).trimEnd().length > room) {
      lines.push(current.trimEnd())
      current = ''
    }
    current += word
  }
  return [...lines, current.trimEnd()]
}

function curled(text: string): string {
  return text.replace(/(^|[\s(])"/gu, '$1“').replaceAll('"', '”').replace(/(^|[\s(“])'/gu, '$1‘').replaceAll("'", '’')
}
