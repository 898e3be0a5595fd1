import { Fragment } from 'react'
import type { Counted } from '#graph-schema/api/narratives.ts'
import type { CorpusSummary } from '#graph-schema/api/overview.ts'
import { sampleCorpusId } from '#graph-schema/node-kinds/corpus.ts'
import { manyOf } from './counted-words.ts'
import styles from './notice.module.css'

function Named({ corpora }: { corpora: readonly CorpusSummary[] }) {
  return corpora.map((corpus, index) => (
    <Fragment key={corpus.id}>
      {index > 0 && (index === corpora.length - 1 ? ' and ' : ', ')}
      {corpus.name} ({corpus.cases === 1 ? '1 case' : `${corpus.cases.toLocaleString('en')} cases`}
      {corpus.periodFrom !== null && corpus.periodTo !== null && (
        <>
          , <time>{corpus.periodFrom}</time> to <time>{corpus.periodTo}</time>
        </>
      )}
      )
    </Fragment>
  ))
}

/** The corpus that Throughline ships: facts of the source, texts of ours. */
const isOurs = ({ id }: CorpusSummary) => id === sampleCorpusId

/** What kind of cases the picture rests on, and so what it may say. */
export function SampleNotice({ corpora, counted, isLarge, id }: { corpora: readonly CorpusSummary[]; counted: Counted; isLarge: boolean; id: string }) {
  const selected = corpora.filter((corpus) => corpus.sampling === 'selected')
  const complete = corpora.filter((corpus) => corpus.sampling === 'complete')
  const isOursAlone = selected.every(isOurs)
  const gaps = complete.flatMap((corpus) => corpus.gaps)
  return (
    <p className={styles['notice']} id={id}>
      {selected.length > 0 && (
        <>
          <strong>{isOursAlone ? 'Selected sample in Throughline’s paraphrase:' : selected.length === 1 ? 'Selected sample:' : 'Selected samples:'}</strong> dots are single {manyOf(counted)}{isLarge && ', columns where there are too many for dots'}; no shares or waves are drawn on
          {selected.length === 1 ? ' it' : ' them'}. <Named corpora={selected} />.{' '}
          {!isOursAlone && selected.some(isOurs) && 'Claims and disproofs of the Throughline sample are in our paraphrase. '}
        </>
      )}
      {complete.length > 0 ? (
        <>
          <strong>Complete:</strong> <Named corpora={complete} />; areas and waves rest on these alone.{gaps.length > 0 && ` Gaps: ${gaps.join('; ')}.`}
        </>
      ) : (
        <>Share, count and height need a complete corpus.</>
      )}
    </p>
  )
}
