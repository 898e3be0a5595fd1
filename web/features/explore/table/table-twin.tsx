import { useState } from 'react'
import { visibleGraph } from '#web/exploration/selectors.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { setPanels, usePanels } from '../explore-panels.ts'
import { EdgeTable } from './edge-table.tsx'
import { NodeTable } from './node-table.tsx'
import styles from './table-twin.module.css'

/** The canvas's twin: the same drawn nodes and connections in rows, with the same actions. */
export function TableTwin() {
  const { nodes, edges, related } = useExploration(visibleGraph)
  const tab = usePanels((state) => state.tableTab)
  const [text, setText] = useState('')
  return (
    <div className={styles['twin']}>
      <label className={styles['filter']}>
        Find in the table <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Tabs
        label="What the table lists"
        selected={tab}
        onChange={(id) => setPanels({ tableTab: id === 'edges' ? 'edges' : 'nodes' })}
        tabs={[
          { id: 'nodes', label: `Nodes (${nodes.size})`, content: <NodeTable text={text} /> },
          { id: 'edges', label: `Connections (${edges.size}${related.size === 0 ? '' : `, and ${related.size} dashed ${related.size === 1 ? 'line' : 'lines'}`})`, content: <EdgeTable text={text} /> },
        ]}
      />
    </div>
  )
}
