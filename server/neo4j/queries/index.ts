import { caseCounts } from './case-counts.ts'
import { caseIdsAfter } from './case-ids-after.ts'
import { caseLinks } from './case-links.ts'
import { casePage } from './case-page.ts'
import { schemaNames } from './constraints.ts'
import { caseTexts, narrativeStanding, textsVersion, windowLinks } from './case-texts.ts'
import { corpora } from './corpora.ts'
import { allDecisions, decisionsOn } from './decisions-on.ts'
import { describedCorpora } from './described-corpora.ts'
import { edge } from './edge.ts'
import { edgesAmong } from './edges-among.ts'
import { entityNames } from './entity-names.ts'
import { filteredCases } from './filtered-cases.ts'
import { formerLinks, linkedWith } from './former-links.ts'
import { hubs } from './hubs.ts'
import { importCases, importPage, importsOfFile, interruptedImports } from './import-page.ts'
import { imports } from './imports.ts'
import { importsStamp } from './imports-stamp.ts'
import { narrativeCatalogue } from './narrative-catalogue.ts'
import { narrativeRules } from './narrative-rules.ts'
import { narrativeSpread } from './narrative-spread.ts'
import { narrativeTechniques } from './narrative-techniques.ts'
import { neighbors } from './neighbors.ts'
import { node } from './node.ts'
import { nodesById } from './nodes-by-id.ts'
import { openRow, openRows, statedBy } from './open-rows.ts'
import { rejectedCandidates } from './rejected-candidates.ts'
import { relatableCases } from './relatable-cases.ts'
import { relatedDetails } from './related-details.ts'
import { resolveAliases } from './resolve-aliases.ts'
import { linkCounts, linksOfTier, reviewCases, surestCases } from './review-links.ts'
import { saveView } from './save-view.ts'
import { savedView } from './saved-view.ts'
import { searchEntities } from './search-entities.ts'
import { shortestRoutes } from './shortest-routes.ts'
import { beforeEdition, taxonomyEditions } from './taxonomy-editions.ts'
import { taxonomyInForce, taxonomyStamp } from './taxonomy-in-force.ts'
import { taxonomyVersion } from './taxonomy-version.ts'
import { toldElsewhere } from './told-elsewhere.ts'
import { beginRelinking, endRelinking } from './write/relinking.ts'
import { rejectCandidate, takeCandidateBack } from './write/rejected-candidates.ts'
import { lockTaxonomy, newestEdition, writeEdition } from './write/taxonomy-edition.ts'
import { deleteTrainedModel, writeTrainedModel } from './write/trained-model.ts'
import { writeCorpus } from './write/describe-corpus.ts'

/** Every query that serves the API; tests/cypher explains each of them on a real server. */
export const queries = [
  allDecisions,
  beforeEdition,
  beginRelinking,
  caseCounts,
  caseIdsAfter,
  caseLinks,
  casePage,
  caseTexts,
  corpora,
  decisionsOn,
  deleteTrainedModel,
  describedCorpora,
  edge,
  edgesAmong,
  endRelinking,
  entityNames,
  filteredCases,
  formerLinks,
  hubs,
  importCases,
  importPage,
  imports,
  importsOfFile,
  importsStamp,
  interruptedImports,
  linkCounts,
  linkedWith,
  linksOfTier,
  lockTaxonomy,
  narrativeCatalogue,
  narrativeRules,
  narrativeSpread,
  narrativeStanding,
  narrativeTechniques,
  neighbors,
  newestEdition,
  node,
  nodesById,
  openRow,
  openRows,
  rejectCandidate,
  rejectedCandidates,
  relatableCases,
  relatedDetails,
  resolveAliases,
  reviewCases,
  saveView,
  savedView,
  schemaNames,
  searchEntities,
  shortestRoutes,
  surestCases,
  statedBy,
  takeCandidateBack,
  taxonomyEditions,
  taxonomyInForce,
  taxonomyStamp,
  taxonomyVersion,
  textsVersion,
  windowLinks,
  toldElsewhere,
  writeEdition,
  writeTrainedModel,
  writeCorpus,
] as const
