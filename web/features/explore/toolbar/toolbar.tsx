import { Download, Eraser, Maximize, Route, Share2, Sparkles, Table2, ZoomIn, ZoomOut } from 'lucide-react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { layoutNames } from '#web/exploration/state.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useTheme } from '#web/ui/theme-store.ts'
import { saveFile } from '#web/ui/save-file.ts'
import { showToast } from '#web/ui/toast-store.ts'
import { mountedCanvas, openPaths, setPanels, usePanels } from '../explore-panels.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import { layoutWords, runLayout } from '../use-placement.ts'
import { composePicture } from './export-picture.ts'
import styles from './toolbar.module.css'

async function exportPicture(): Promise<void> {
  try {
    const graph = await mountedCanvas.current?.png()
    if (graph === null || graph === undefined) {
      showToast('Nothing is drawn yet, so there is no picture.')
      return
    }
    saveFile(await composePicture(graph, exploration.current(), useTheme.getState().theme), 'throughline-explore.png')
    showToast('Picture saved, with legend and the line on claims.')
  } catch (error) {
    showToast(error instanceof Error ? error.message : 'The picture could not be made.', { tone: 'error' })
  }
}

/** Tools over the canvas. */
export function ExploreToolbar() {
  const actions = useExploreActions()
  const layout = useExploration((state) => state.layout)
  const showsTable = usePanels((state) => state.showsTable)
  const showsPaths = usePanels((state) => state.showsPaths)
  const isLayingOut = usePanels((state) => state.isLayingOut)
  return (
    <AriaToolbar aria-label="Canvas tools" className={styles['toolbar'] ?? ''}>
      <Button variant="quiet" size="small" isDisabled={showsTable} onPress={() => mountedCanvas.current?.fit()}>
        <Maximize size={15} aria-hidden /> Fit
      </Button>
      <Menu
        label={`Layout, now ${layoutWords[layout]}`}
        variant="quiet"
        size="small"
        actions={layoutNames.map((name) => ({ id: name, label: name === layout ? `${layoutWords[name]} (again)` : layoutWords[name], onAction: () => runLayout(name) }))}
      >
        <Sparkles size={15} aria-hidden /> {isLayingOut ? 'Laying out…' : 'Layout'}
      </Menu>
      <Button variant="quiet" size="small" aria-expanded={showsPaths} onPress={() => (showsPaths ? setPanels({ showsPaths: false }) : openPaths())}>
        <Route size={15} aria-hidden /> Paths
      </Button>
      <Button variant="quiet" size="small" aria-pressed={showsTable} onPress={() => setPanels({ showsTable: !showsTable })}>
        {showsTable ? <Share2 size={15} aria-hidden /> : <Table2 size={15} aria-hidden />} {showsTable ? 'Graph' : 'Table'}
      </Button>
      <Button variant="quiet" size="small" onPress={() => void exportPicture()}>
        <Download size={15} aria-hidden /> Picture
      </Button>
      <Button variant="quiet" size="small" onPress={actions.clear}>
        <Eraser size={15} aria-hidden /> Clear
      </Button>
      <Button variant="quiet" size="small" icon aria-label="Zoom in" isDisabled={showsTable} onPress={() => mountedCanvas.current?.zoomBy(1.25)}>
        <ZoomIn size={15} aria-hidden />
      </Button>
      <Button variant="quiet" size="small" icon aria-label="Zoom out" isDisabled={showsTable} onPress={() => mountedCanvas.current?.zoomBy(0.8)}>
        <ZoomOut size={15} aria-hidden />
      </Button>
    </AriaToolbar>
  )
}
