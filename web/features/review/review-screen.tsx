import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { CoderForm } from '#web/ui/coder-form.tsx'
import { useCoder } from '#web/ui/coder-store.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { FormerLinksNotice } from '#web/ui/former-links.tsx'
import { Screen, ScreenHead } from '#web/ui/screen.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { AgreementPanel } from './agreement-panel.tsx'
import { CandidatesPanel } from './candidates-panel.tsx'
import { proposePatterns } from './narrative-drafts.ts'
import { PatternPanel } from './pattern-panel.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { TaxonomyPanel } from './taxonomy-panel.tsx'

/** Where people decide which case carries which narrative. */
export function ReviewScreen() {
  const coder = useCoder((state) => state.name)
  const [tab, setTab] = useState('open')
  const [isNaming, setNaming] = useState(false)
  const [edited, setEdited] = useState('')
  const edit = (narrative: string, patterns: string) => {
    proposePatterns(narrative, patterns)
    setEdited(narrative)
    setTab('taxonomy')
  }
  return (
    <Screen title="Review" wide>
      <ScreenHead
        title="Review"
        lead="Does a case carry a narrative? What a person says overrides rules and model, and is kept with name and day. The most useful links come first: those the model is least sure of, of narratives with few cases, and titles that stand many times."
        actions={
          coder !== '' && (
            <Button onPress={() => setNaming(true)}>
              <UserRound size={15} aria-hidden />
              You are {coder}
            </Button>
          )
        }
      />
      <FormerLinksNotice />
      {coder === '' ? (
        <Card>
          <EmptyState title="Who are you?" why="Decisions are kept with a name, so that others can see who said so and a second person can read the same links without seeing your word.">
            <CoderForm />
          </EmptyState>
        </Card>
      ) : (
        <Tabs
          label="Review"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'open', label: 'Open links', content: <QueuePanel key={`open ${coder}`} kind="open" coder={coder} /> },
            { id: 'second', label: 'Second reading', content: <QueuePanel key={`second ${coder}`} kind="second" coder={coder} /> },
            { id: 'pattern', label: 'Try a pattern', content: <PatternPanel /> },
            { id: 'taxonomy', label: 'Edit narratives', content: <TaxonomyPanel key={coder} coder={coder} chosen={edited} onChoose={setEdited} /> },
            { id: 'candidates', label: 'New lines', content: <CandidatesPanel coder={coder} onEdit={edit} /> },
            { id: 'agreement', label: 'Agreement', content: <AgreementPanel coder={coder} /> },
          ]}
        />
      )}
      <Dialog title="Who are you?" isOpen={isNaming} onOpenChange={setNaming}>
        <CoderForm onGiven={() => setNaming(false)} />
      </Dialog>
    </Screen>
  )
}
