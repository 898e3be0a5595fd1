import { slug } from './fold.ts'

/**
 * The two-level list of narratives of PolyNarrative, as SemEval-2025 Task 10 publishes it, in its two domains: URW (the war of Russia against
 * Ukraine) and CC (climate change). Names are theirs, spelt as theirs; it knows no other, and its label “Other” says nothing that we could compare.
 */
const lists: Record<'URW' | 'CC', Record<string, readonly string[]>> = {
  URW: {
    'Blaming the war on others rather than the invader': ['Ukraine is the aggressor', 'The West are the aggressors'],
    'Discrediting Ukraine': [
      'Rewriting Ukraine’s history', 'Discrediting Ukrainian nation and society', 'Discrediting Ukrainian military', 'Discrediting Ukrainian government and officials and policies',
      'Ukraine is a puppet of the West', 'Ukraine is a hub for criminal activities', 'Ukraine is associated with nazism', 'Situation in Ukraine is hopeless',
    ],
    'Russia is the Victim': ['The West is russophobic', 'Russia actions in Ukraine are only self-defence', 'UA is anti-RU extremists'],
    'Praise of Russia': [
      'Praise of Russian military might', 'Praise of Russian President Vladimir Putin', 'Russia is a guarantor of peace and prosperity',
      'Russia has international support from a number of countries and people', 'Russian invasion has strong national support',
    ],
    'Overpraising the West': ['NATO will destroy Russia', 'The West belongs in the right side of history', 'The West has the strongest international support'],
    'Speculating war outcomes': ['Russian army is collapsing', 'Russian army will lose all the occupied territories', 'Ukrainian army is collapsing'],
    'Discrediting the West, Diplomacy': [
      'The EU is divided', 'The West is weak', 'The West is overreacting', 'The West does not care about Ukraine, only about its interests', 'Diplomacy does/will not work', 'West is tired of Ukraine',
    ],
    'Negative Consequences for the West': ['Sanctions imposed by Western countries will backfire', 'The conflict will increase the Ukrainian refugee flows to Europe'],
    'Distrust towards Media': ['Western media is an instrument of propaganda', 'Ukrainian media cannot be trusted'],
    'Amplifying war-related fears': [
      'By continuing the war we risk WWIII', 'Russia will also attack other countries', 'There is a real possibility that nuclear weapons will be employed', 'NATO should/will directly intervene',
    ],
    'Hidden plots by secret schemes of powerful groups': [],
  },
  CC: {
    'Criticism of climate policies': ['Climate policies are ineffective', 'Climate policies have negative impact on the economy', 'Climate policies are only for profit'],
    'Criticism of institutions and authorities': ['Criticism of the EU', 'Criticism of international entities', 'Criticism of national governments', 'Criticism of political organizations and figures'],
    'Climate change is beneficial': ['CO2 is beneficial', 'Temperature increase is beneficial'],
    'Downplaying climate change': [
      'Climate cycles are natural', 'Weather suggests the trend is global cooling', 'Temperature increase does not have significant impact', 'CO2 concentrations are too small to have an impact',
      'Human activities do not impact climate change', 'Ice is not melting', 'Sea levels are not rising', 'Humans and nature will adapt to the changes',
    ],
    'Questioning the measurements and science': [
      'Methodologies/metrics used are unreliable/faulty', 'Data shows no temperature increase', 'Greenhouse effect/carbon dioxide do not drive climate change', 'Scientific community is unreliable',
    ],
    'Criticism of climate movement': ['Climate movement is alarmist', 'Climate movement is corrupt', 'Ad hominem attacks on key activists'],
    'Controversy about green technologies': ['Renewable energy is dangerous', 'Renewable energy is unreliable', 'Renewable energy is costly', 'Nuclear energy is not climate friendly'],
    'Hidden plots by secret schemes of powerful groups': ['Blaming global elites', 'Climate agenda has hidden motives'],
    'Amplifying Climate Fears': ['Earth will be uninhabitable soon', 'Amplifying existing fears of global warming', 'Doomsday scenarios for humans', 'Whatever we do it is already too late'],
    'Green policies are geopolitical instruments': ['Climate-related international relations are abusive/exploitative', 'Green activities are a form of neo-colonialism'],
  },
}

/** Every label as the task writes them: `URW: Discrediting Ukraine` for a narrative, `URW: Discrediting Ukraine: Ukraine is a puppet of the West` for a sub-narrative. */
export const polyNarrativeLabels: readonly string[] = Object.entries(lists).flatMap(([domain, narratives]) =>
  Object.entries(narratives).flatMap(([narrative, subs]) => [`${domain}: ${narrative}`, ...subs.map((sub) => `${domain}: ${narrative}: ${sub}`)]),
)

const byWords = new Map<string, string[]>()
for (const label of polyNarrativeLabels) {
  const parts = label.split(': ')
  for (const words of new Set([slug(label), slug(parts.slice(1).join(': ')), slug(parts.at(-1) ?? label)])) byWords.set(words, [...(byWords.get(words) ?? []), label])
}

/** The label that somebody means, written whole or by its last part alone, whatever the case and the apostrophe; null where it is none, or could be two. */
export function polyNarrativeLabel(written: string): string | null {
  const found = byWords.get(slug(written)) ?? []
  return found.length === 1 ? (found[0] ?? null) : null
}
