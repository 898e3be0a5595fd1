import { type DropItem, isDirectoryDropItem, isFileDropItem } from 'react-aria-components'

/** More files at once are a mistake, such as a whole disk. */
export const mostFiles = 500

async function collect(items: AsyncIterable<DropItem> | Iterable<DropItem>, files: File[]): Promise<void> {
  for await (const item of items) {
    if (files.length > mostFiles) return
    if (isFileDropItem(item)) {
      // Systems leave files such as .DS_Store in folders.
      if (!item.name.startsWith('.')) files.push(await item.getFile())
    } else if (isDirectoryDropItem(item)) await collect(item.getEntries(), files)
  }
}

/** The files that were dropped, those of folders included; one more than may be where there are too many. */
export async function filesOfDrop(items: Iterable<DropItem>): Promise<File[]> {
  const files: File[] = []
  await collect(items, files)
  return files
}
