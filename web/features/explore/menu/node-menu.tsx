import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { broughtAloneBy } from '#web/exploration/content-actions.ts'
import { exploration } from '#web/exploration/store.ts'
import { focusCanvas, mountedCanvas, setPanels, usePanels } from '../explore-panels.ts'
import { shortName } from '../node-words.ts'
import { runLayout } from '../use-placement.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './node-menu.module.css'

interface Entry {
  id: string
  label: string
  key?: string
  run: () => void
}

/** Our own menu on the canvas, for the right mouse button and for Shift+F10 alike. */
export function NodeMenu() {
  const menu = usePanels((state) => state.menu)
  const anchor = useRef<HTMLSpanElement>(null)
  const actions = useExploreActions()
  const navigate = useNavigate()
  if (menu === null) return null
  const state = exploration.current()
  const node = menu.id === null ? undefined : state.nodes.get(menu.id)
  const ids = node === undefined ? [] : state.selection.has(node.id) && state.selection.size > 1 ? [...state.selection] : [node.id]
  const many = ids.length > 1 ? ` ${ids.length} selected` : ''
  const close = (): void => {
    setPanels({ menu: null })
    focusCanvas()
  }
  const entries: Entry[] =
    node === undefined
      ? [
          { id: 'fit', label: 'Fit everything', key: 'F', run: () => mountedCanvas.current?.fit() },
          { id: 'force', label: 'Lay out by force', run: () => runLayout('force') },
          { id: 'all', label: 'Select all', run: () => actions.select([...state.nodes.keys()]) },
        ]
      : [
          { id: 'expand', label: 'Expand…', key: 'E', run: () => setPanels({ expanding: node.id }) },
          ...(state.expansions.has(node.id) ? [{ id: 'collapse', label: `Collapse (takes back ${broughtAloneBy(state, node.id).length})`, key: 'C', run: () => actions.collapse(node.id) }] : []),
          { id: 'pin', label: `${ids.every((id) => state.pinned.has(id)) ? 'Unpin' : 'Pin'}${many}`, key: 'P', run: () => actions.pin(ids) },
          { id: 'neighbors', label: 'Select with neighbours', run: () => actions.selectNeighbors(ids) },
          { id: 'paths', label: 'Find paths from here', run: () => actions.findPathsFrom(node.id) },
          ...(node.kind === 'Case' ? [{ id: 'related', label: 'Show related cases', key: 'R', run: () => void actions.showRelated(node.id) }] : []),
          ...(node.kind === 'Case' ? [{ id: 'page', label: 'Open case page', run: () => void navigate({ to: '/cases/$id', params: { id: node.id } }) }] : []),
          ...(node.kind === 'Narrative' ? [{ id: 'page', label: 'Open dossier', run: () => void navigate({ to: '/narratives/$id', params: { id: node.id } }) }] : []),
          { id: 'hide', label: `Hide${many}`, run: () => actions.hide(ids) },
          { id: 'remove', label: `Remove${many}`, key: 'Del', run: () => actions.remove(ids) },
        ]
  const label = node === undefined ? 'Canvas' : shortName(node)
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: menu.at.x, top: menu.at.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        className={styles['popover'] ?? ''}
        aria-label={`Menu of ${label}`}
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
      >
        <p className={styles['title']}>{label}</p>
        <Menu
          aria-label={`Actions for ${label}`}
          autoFocus="first"
          className={styles['menu'] ?? ''}
          onAction={(key) => {
            close()
            entries.find(({ id }) => id === key)?.run()
          }}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={styles['item'] ?? ''}>
              <span>{entry.label}</span>
              {entry.key !== undefined && <kbd>{entry.key}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}
