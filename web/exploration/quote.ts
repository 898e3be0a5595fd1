/** Words of others in curly quotes; quotes inside become single ones, so that the outer pair stays clear. */
export function quoted(text: string): string {
  const inner = text
    .replaceAll('“', '‘')
    .replaceAll('„', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/gu, '‘$1’')
  return `“${inner}”`
}
