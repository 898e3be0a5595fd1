import { z } from 'zod'
import { caseKind } from './case.ts'
import { corpusKind } from './corpus.ts'
import { countryKind } from './country.ts'
import { decisionKind } from './decision.ts'
import { importBatchKind } from './import-batch.ts'
import { importChunkKind } from './import-chunk.ts'
import { importLockKind } from './import-lock.ts'
import { issueKind } from './issue.ts'
import { keywordKind } from './keyword.ts'
import { languageKind } from './language.ts'
import { narrativeKind } from './narrative.ts'
import { outletKind } from './outlet.ts'
import { rejectedCandidateKind } from './rejected-candidate.ts'
import { savedViewKind } from './saved-view.ts'
import { sourceKind } from './source.ts'
import { taxonomyEditionKind } from './taxonomy-edition.ts'
import { techniqueKind } from './technique.ts'
import { topicKind } from './topic.ts'
import { trainedModelKind } from './trained-model.ts'

/** The kinds that people explore, in the order in which legends list them. A new kind is one file and one line here. */
export const domainKinds = [
  narrativeKind,
  caseKind,
  topicKind,
  countryKind,
  outletKind,
  keywordKind,
  issueKind,
  languageKind,
  sourceKind,
  techniqueKind,
] as const

/** The kinds that record where facts came from and what people made. They never appear on the canvas. */
export const provenanceKinds = [corpusKind, importBatchKind, importChunkKind, importLockKind, savedViewKind, decisionKind, taxonomyEditionKind, trainedModelKind, rejectedCandidateKind] as const

export const allKinds = [...domainKinds, ...provenanceKinds] as const

export type NodeKind = (typeof domainKinds)[number]['kind']
export type AnyKind = (typeof allKinds)[number]['kind']

/** The stored properties of a kind, besides id, name and searchText. */
export type PropertiesOf<Kind extends AnyKind> = z.output<Extract<(typeof allKinds)[number], { kind: Kind }>['properties']>

const kindNames = domainKinds.map((definition) => definition.kind)

export const nodeKindSchema = z.enum(kindNames)

/** The declaration of a domain kind. */
export function kindDefinition(kind: NodeKind): (typeof domainKinds)[number] {
  const found = domainKinds.find((definition) => definition.kind === kind)
  if (found === undefined) throw new Error(`No node kind ${kind}`)
  return found
}

/** The domain kind an id belongs to, by the word before its colon; null if it is none of ours. */
export function kindOfId(id: string): NodeKind | null {
  const prefix = id.slice(0, id.indexOf(':'))
  const found = domainKinds.find((definition) => definition.idPrefixes.some((own) => own === prefix))
  return found?.kind ?? null
}
