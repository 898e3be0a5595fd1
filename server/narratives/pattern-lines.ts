type Section = 'patterns' | 'statements'

interface PatternLine {
  text: string
  section: Section
}

/** The patterns of a file, each with the section in which it stands; without comments and headings. */
export function patternLines(text: string): PatternLine[] {
  let section: Section = 'patterns'
  return text.split(/\r?\n/u).flatMap((written) => {
    const line = written.trim()
    if (line === '[patterns]' || line === '[statements]') section = line === '[statements]' ? 'statements' : 'patterns'
    else if (line !== '' && !line.startsWith('#')) return [{ text: line, section }]
    return []
  })
}

function toText(lines: readonly PatternLine[]): string {
  const of = (section: Section) => [...new Set(lines.filter((line) => line.section === section).map(({ text }) => text))]
  const statements = of('statements')
  return [...of('patterns'), ...(statements.length === 0 ? [] : ['[statements]', ...statements])].join('\n')
}

/** Pattern lines of two files as one, each line once, those over disproofs last. */
export function uniteText(first: string, second: string): string {
  return toText([...patternLines(first), ...patternLines(second)])
}

/** A file without some of its lines (comments and headings stay), and these lines as a file of their own, in their sections. */
export function splitText(text: string, lines: ReadonlySet<string>): { stays: string; goes: string } {
  const stays = text.split(/\r?\n/u).filter((line) => !lines.has(line.trim())).join('\n')
  return { stays, goes: toText(patternLines(text).filter((line) => lines.has(line.text))) }
}
