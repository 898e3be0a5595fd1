import { BookOpen } from 'lucide-react'
import { OpenRowsNotice } from '#web/features/open-rows/open-rows-notice.tsx'
import { buttonClass } from '#web/ui/button.tsx'
import { Screen, ScreenColumns, ScreenHead } from '#web/ui/screen.tsx'
import { Corpora } from './corpora.tsx'
import { FileDesk } from './files/file-desk.tsx'
import { ImportFlow } from './import-flow.tsx'
import { ImportHistory } from './import-history.tsx'

/** Where cases come from: files and pages to import, what the graph holds, and every import so far. */
export function SourcesScreen() {
  return (
    <Screen title="Sources">
      <ScreenHead
        title="Sources"
        lead="What the graph holds and under which terms, and where new cases come in. An import first shows what it would bring; nothing is written before you say so."
        actions={
          <a href="/api/docs" className={buttonClass()}>
            <BookOpen size={15} aria-hidden />
            API and its documentation
          </a>
        }
      />
      <FileDesk />
      <OpenRowsNotice />
      <ScreenColumns
        main={
          <>
            <ImportFlow />
            <ImportHistory />
          </>
        }
        side={<Corpora />}
      />
    </Screen>
  )
}
