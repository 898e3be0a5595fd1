import { type Evidence, evidenceSentence, featurePhrase, type Tier } from '#graph-schema/evidence.ts'

/** So many reasons are told for a link, and against it. */
const mostFor = 3
const mostAgainst = 2

/** What speaks for a link and against it, in words, the strongest first: words that a pattern met, keywords, and what the model counts. */
export function reasonsOf(evidence: readonly Evidence[], tier: Tier): { reasonsFor: string[]; reasonsAgainst: string[] } {
  const said = evidence.filter(({ kind }) => kind === 'match' || kind === 'quote' || kind === 'keyword').map(evidenceSentence)
  const counted = evidence.flatMap((one) => (one.kind === 'score' ? one.reasons : []))
  const weight = (value: number) => `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`
  const inFavour = counted.filter((one) => one.weight > 0).map((one) => `the model counts ${featurePhrase(one.feature)} for it (${weight(one.weight)})`)
  const against = counted.filter((one) => one.weight < 0).map((one) => `the model counts ${featurePhrase(one.feature)} against it (${weight(one.weight)})`)
  const isMet = evidence.some(({ kind }) => kind === 'match')
  const missing = [
    // A pattern that can be relied on would have made it more than a suggestion.
    ...(isMet ? (tier === 'suggested' ? ['the source rarely files what this rule matches under the narrative'] : []) : ['no rule of the narrative matches title or claim']),
    ...(evidence.some(({ kind }) => kind === 'keyword') ? [] : ['no keyword of the source stands for it']),
  ]
  return { reasonsFor: [...new Set([...said, ...inFavour])].slice(0, mostFor), reasonsAgainst: [...against, ...missing].slice(0, mostAgainst) }
}
