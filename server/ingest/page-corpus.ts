import type { Corpus } from './import-records.ts'

/** Pages that people paste or drop are a selection by nature: whoever chose them chose the cases. */
export const pageCorpus: Corpus = {
  id: 'corpus:imported-case-pages',
  name: 'Imported case pages',
  sampling: 'selected',
  periodFrom: null,
  periodTo: null,
  gaps: [],
  licence: null,
  disclaimer: 'A case does not imply that an outlet concerned is linked to the Kremlin or editorially pro-Kremlin, or that it intended to disinform.',
  description: 'Single pages chosen by the users of this installation. Texts are the source’s own.',
}
