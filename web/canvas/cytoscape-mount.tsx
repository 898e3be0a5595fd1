import type { Core, ElementDefinition, LayoutOptions, StylesheetJsonBlock } from 'cytoscape'
import { memo } from 'react'
import CytoscapeComponent from 'react-cytoscapejs'
import { zoomRange } from './camera.ts'
import styles from './graph-canvas.module.css'

// react-cytoscapejs only mounts: its props never change, so it never walks elements, re-runs a layout or re-styles.
const noElements: ElementDefinition[] = []
const noStyle: StylesheetJsonBlock[] = []
const noLayout: LayoutOptions = { name: 'preset' }
const differs = (a: object, b: object): boolean => a !== b

/** Mounts Cytoscape once and hands it over; everything else goes through the adapter. `onReady` must be stable. */
export const CytoscapeMount = memo(function CytoscapeMount({ onReady }: { onReady: (cy: Core) => void }) {
  return (
    <CytoscapeComponent
      className={styles['surface']}
      elements={noElements}
      stylesheet={noStyle}
      layout={noLayout}
      diff={differs}
      cy={onReady}
      minZoom={zoomRange.min}
      maxZoom={zoomRange.max}
      boxSelectionEnabled
    />
  )
})
