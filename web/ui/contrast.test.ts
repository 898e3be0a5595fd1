import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { edgeStyles, tierStyles } from '#web/edge-styles.ts'
import { kindStyles } from '#web/kind-styles.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** The colours of a theme's block in tokens.css. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/gu)].map(([, name = '', value = '']) => [name, value]))
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
] as const)('the %s theme', (theme, selector) => {
  const tokens = tokensOf(selector)
  const colour = (name: string) => {
    const found = tokens.get(name)
    if (found === undefined) throw new Error(`No colour --${name} in ${selector}`)
    return found
  }
  const texts: [front: string, ground: string][] = [
    ...['text', 'text-muted', 'accent', 'claim', 'disproof', 'notice'].flatMap((name): [string, string][] => [[name, 'page'], [name, 'card'], [name, 'accent-soft']]),
    ['text', 'mark'], ['claim', 'claim-soft'], ['disproof', 'disproof-soft'], ['notice', 'notice-soft'], ['on-accent', 'accent-solid'], ['card', 'text'],
  ]
  it.each(texts)('has 4.5:1 for --%s on --%s', (front, ground) => expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(4.5))
  it('has 3:1 for every kind, edge and border that carries meaning, on page and card', () => {
    const marks = [...Object.values(kindStyles).map((style) => style.colour[theme]), ...Object.values(edgeStyles).map((style) => style.colour[theme]), ...Object.values(tierStyles).map((style) => style.colour[theme]), colour('line-strong'), colour('focus')]
    for (const mark of marks) for (const ground of ['page', 'card']) expect(contrast(mark, colour(ground)), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})
