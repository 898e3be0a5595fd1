import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readCaseSchema } from '#graph-schema/read-result.ts'
import { findProjectRoot } from '#server/project-root.ts'

/** The real pages hold the source's own sentences, so they lie beside the project and not in it. */
const folder = path.resolve(findProjectRoot(), '..', 'shared', 'seeds')

/** Whether the real pages are there; if not, says once why tests on them are skipped. */
export const hasSharedSeeds = existsSync(path.join(folder, 'case-page.txt'))
if (!hasSharedSeeds) process.stderr.write(`Tests on the real case pages are skipped: ${folder} is not there.\n`)

/** Text of a real page; empty where it is absent, so that a test file can be collected. */
export function sharedSeed(name: string): string {
  return hasSharedSeeds ? readFileSync(path.join(folder, name), 'utf8') : ''
}

/** A case as the expected answers give it: without what a reader infers. */
const expectedCaseSchema = readCaseSchema.omit({ inferred: true })
export type ExpectedCase = z.output<typeof expectedCaseSchema>

/** The expected cases of the real page. */
export function expectedOfRealPage(): ExpectedCase[] {
  return hasSharedSeeds ? z.object({ cases: z.array(expectedCaseSchema) }).parse(JSON.parse(sharedSeed('case-page.expected.json'))).cases : []
}

const beginningAndEnd = z.tuple([z.string(), z.string()])
const layoutCaseSchema = expectedCaseSchema.extend({ claim: beginningAndEnd, disproof: beginningAndEnd, refersTo: z.array(z.string()).default([]) })

/** The expected cases of the five layouts, by file name; claim and disproof by how they begin and end. */
export function expectedOfLayouts(): Map<string, z.output<typeof layoutCaseSchema>[]> {
  const { note: _, ...files } = hasSharedSeeds ? z.object({ note: z.string() }).catchall(z.array(layoutCaseSchema)).parse(JSON.parse(sharedSeed('pages/expected.json'))) : { note: '' }
  return new Map(Object.entries(files))
}

const fixtureFolder = path.join(findProjectRoot(), 'seed', 'fixtures')
const inferredPart = z.strictObject({ field: z.string(), value: z.string(), in: z.string(), text: z.string() })
const fixtureCaseSchema = expectedCaseSchema
  .extend({ inferred: z.array(inferredPart), narratives: z.array(z.string()) })
  .transform(({ inferred, narratives, ...stated }) => ({ inferred, narratives, stated }))

/** The made-up page and what is expected of it. */
export const fixture = {
  text: readFileSync(path.join(fixtureFolder, 'case-page.txt'), 'utf8'),
  cases: z.object({ cases: z.array(fixtureCaseSchema) }).parse(JSON.parse(readFileSync(path.join(fixtureFolder, 'case-page.expected.json'), 'utf8'))).cases,
}
