import type { QueryRunner } from '../neo4j/driver.ts'
import { type CaseText, caseTexts, textsVersion } from '../neo4j/queries/case-texts.ts'

/** The texts of all cases, read once and again when somebody has written cases since: whoever types a pattern asks many times a minute. */
export class TextCache {
  #version = ''
  #texts: Promise<readonly CaseText[]> | null = null

  async read(graph: QueryRunner): Promise<readonly CaseText[]> {
    const version = JSON.stringify(await graph.run(textsVersion, {}))
    if (this.#texts === null || version !== this.#version) {
      this.#version = version
      this.#texts = graph.run(caseTexts, {})
      // What failed is asked again.
      this.#texts.catch(() => {
        this.#texts = null
      })
    }
    return this.#texts
  }
}
