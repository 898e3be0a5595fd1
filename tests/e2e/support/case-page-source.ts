import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readCaseSchema } from '#graph-schema/read-result.ts'
import { findProjectRoot } from '#server/project-root.ts'

const shared = path.resolve(findProjectRoot(), '..', 'shared', 'seeds')
const fixtures = path.join(findProjectRoot(), 'seed', 'fixtures')

/** The real page holds the source's own sentences, so it lies beside the project and not in it. */
const isReal = existsSync(path.join(shared, 'case-page.txt'))
if (!isReal) console.log(`Note: ${shared} is not there, so the made-up page of seed/fixtures is imported in place of the real one.`)

const folder = isReal ? shared : fixtures

/** A copied case page with four cases. */
export const casePageText = readFileSync(path.join(folder, 'case-page.txt'), 'utf8')

/** What must be read in it, facts that the page itself states. The made-up page's answers tell what is inferred as well, which is left out here. */
export const expectedCases = z.object({ cases: z.array(readCaseSchema.omit({ inferred: true }).strip()) }).parse(JSON.parse(readFileSync(path.join(folder, 'case-page.expected.json'), 'utf8'))).cases

/** The four narratives, in the order of the cases. */
export const expectedNarratives = ['narrative:colour-revolutions', 'narrative:nato-broken-promise', 'narrative:deep-state', 'narrative:nazi-baltic-states'] as const

/** Of the real page, what the issue names by itself: a slip in the expected answers would not go unseen. */
export const firstCaseFacts = isReal ? { issue: 269, publishedOn: '2022-01-11', languages: ['language:fr', 'language:ru'], countries: ['country:BY', 'country:KZ', 'country:RU', 'country:UA', 'country:US'], keywords: 3, references: 3 } : null
