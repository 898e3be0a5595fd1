import { candidatesEndpoint, rejectCandidateEndpoint } from './candidates.ts'
import { casePageEndpoint, casesEndpoint } from './cases.ts'
import { healthEndpoint, readyEndpoint } from './health.ts'
import { describeCorpusEndpoint } from './corpora.ts'
import { dryRunEndpoint, importCasesEndpoint, importEndpoint, importFindingsEndpoint, importPageEndpoint, importsEndpoint } from './imports.ts'
import { cancelJobEndpoint, jobEndpoint, jobFindingsEndpoint, jobsEndpoint, startDryRunEndpoint, startImportEndpoint, startUndoEndpoint } from './jobs.ts'
import { dossierEndpoint, landscapeEndpoint, narrativesEndpoint } from './narratives.ts'
import { edgeEndpoint, neighborsEndpoint, nodeEndpoint, pathsEndpoint, subgraphEndpoint } from './nodes.ts'
import { decideRowEndpoint, openRowsEndpoint } from './open-rows.ts'
import { overviewEndpoint } from './overview.ts'
import { relatedEndpoint, toldElsewhereEndpoint } from './related.ts'
import { narrativePatternsEndpoint, tryPatternsEndpoint } from './patterns.ts'
import { agreementEndpoint, decideEndpoint, reviewEndpoint, takeBackEndpoint } from './review.ts'
import { searchEndpoint } from './search.ts'
import { changeTaxonomyEndpoint, formerLinksEndpoint, linkAnewEndpoint, previewTaxonomyEndpoint, taxonomyEndpoint, taxonomyFileEndpoint, taxonomyProgressEndpoint, undoTaxonomyEndpoint } from './taxonomy.ts'
import { discardUploadEndpoint, formatsEndpoint, lookEndpoint, uploadByIdEndpoint, uploadEndpoint } from './uploads.ts'
import { saveViewEndpoint, viewEndpoint } from './views.ts'

/** Every endpoint: the OpenAPI document is made from this list, and a test holds the served routes against it. */
export const endpoints = [
  overviewEndpoint,
  searchEndpoint,
  nodeEndpoint,
  neighborsEndpoint,
  subgraphEndpoint,
  edgeEndpoint,
  pathsEndpoint,
  casesEndpoint,
  casePageEndpoint,
  relatedEndpoint,
  toldElsewhereEndpoint,
  narrativesEndpoint,
  landscapeEndpoint,
  dossierEndpoint,
  reviewEndpoint,
  decideEndpoint,
  takeBackEndpoint,
  agreementEndpoint,
  narrativePatternsEndpoint,
  tryPatternsEndpoint,
  taxonomyEndpoint,
  taxonomyFileEndpoint,
  taxonomyProgressEndpoint,
  previewTaxonomyEndpoint,
  formerLinksEndpoint,
  linkAnewEndpoint,
  changeTaxonomyEndpoint,
  undoTaxonomyEndpoint,
  candidatesEndpoint,
  rejectCandidateEndpoint,
  dryRunEndpoint,
  importEndpoint,
  importsEndpoint,
  importPageEndpoint,
  importCasesEndpoint,
  importFindingsEndpoint,
  describeCorpusEndpoint,
  openRowsEndpoint,
  decideRowEndpoint,
  formatsEndpoint,
  uploadEndpoint,
  uploadByIdEndpoint,
  lookEndpoint,
  discardUploadEndpoint,
  startDryRunEndpoint,
  startImportEndpoint,
  startUndoEndpoint,
  jobsEndpoint,
  jobEndpoint,
  cancelJobEndpoint,
  jobFindingsEndpoint,
  saveViewEndpoint,
  viewEndpoint,
  healthEndpoint,
  readyEndpoint,
] as const
