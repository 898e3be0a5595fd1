import { useLocation } from '@tanstack/react-router'
import { Redo2, Undo2 } from 'lucide-react'
import { useHistory } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { Tooltip } from '#web/ui/tooltip.tsx'

/** Undo and redo of what was done on the canvas. Off on screens that do not show it. */
export function HistoryButtons() {
  const history = useHistory()
  const isOnCanvas = useLocation({ select: (location) => location.pathname === '/explore' })
  const undoWords = history.undoName === null ? 'Undo' : `Undo: ${history.undoName}`
  const redoWords = history.redoName === null ? 'Redo' : `Redo: ${history.redoName}`
  return (
    <>
      <Tooltip text={undoWords}>
        <Button variant="quiet" icon aria-label={undoWords} isDisabled={!isOnCanvas || !history.canUndo} onPress={() => history.undo()}>
          <Undo2 size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={redoWords}>
        <Button variant="quiet" icon aria-label={redoWords} isDisabled={!isOnCanvas || !history.canRedo} onPress={() => history.redo()}>
          <Redo2 size={16} aria-hidden />
        </Button>
      </Tooltip>
    </>
  )
}
