/** One value of a list, with what the tables make of it; null where they do not know it. */
export interface ListItem<Entity> {
  text: string
  entity: Entity | null
}

/** Names that hold a comma of their own span at most so many pieces. */
const mostPieces = 4

/** Reads a list separated by commas, semicolons or line ends; “Korea, Republic of” stays one value where the tables know it so. */
export function readList<Entity>(value: string, resolve: (name: string) => Entity | null): ListItem<Entity>[] {
  const pieces = value.split(/[,;\n]/u).map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
  const items: ListItem<Entity>[] = []
  for (let at = 0; at < pieces.length; ) {
    const single = resolve(pieces[at] ?? '')
    let found: { item: ListItem<Entity>; count: number } = { item: { text: pieces[at] ?? '', entity: single }, count: 1 }
    for (let count = Math.min(mostPieces, pieces.length - at); count > 1; count -= 1) {
      const text = pieces.slice(at, at + count).join(', ')
      // Tables that take any name in would swallow the whole list: several pieces count only where one alone is not known.
      const entity = single === null ? resolve(text) : null
      if (entity !== null) {
        found = { item: { text, entity }, count }
        break
      }
    }
    items.push(found.item)
    at += found.count
  }
  return items
}
