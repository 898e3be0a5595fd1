import { expect, test } from 'vitest'
import { compilePhrases } from './phrases.ts'
import { tokenise } from './tokens.ts'

/** The phrases that are found, with the words they are found in. */
function found(phrases: readonly string[], text: string): string[] {
  const { tokens } = tokenise(text)
  const hits = [...compilePhrases(phrases.map((phrase) => [phrase, phrase] as const)).find(tokens)]
  return hits.map(({ payload, first, last }) => `${payload}: ${text.slice(tokens[first]?.start, tokens[last]?.end)}`)
}

test.each([
  [['colour revolution*'], 'Two colour-revolutions, one COLOUR REVOLUTION', ['colour revolution*: colour-revolutions', 'colour revolution*: COLOUR REVOLUTION']],
  [['nato', "nato's promise*"], 'NATO’s promises', ['nato: NATO', "nato's promise*: NATO’s promises"]],
  [['church'], 'Churchill', []],
  [['ukrain*'], 'Ukraine and Ukrainians', ['ukrain*: Ukraine', 'ukrain*: Ukrainians']],
  [['us troops'], 'US troops left us troops', ['us troops: US troops']],
  [['promise never'], 'a promise. Never again', []],
  [['coup d’etat'], 'a coup d’État', ['coup d’etat: coup d’État']],
  [['киев'], 'in Kiev', ['киев: Kiev']],
  [['', '*', '–'], 'any text', []],
])('%j in %j', (phrases, text, hits) => {
  expect(found(phrases, text)).toEqual(hits)
})
