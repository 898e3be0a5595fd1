import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** The share of pixels that differ, 0 to 1; pictures of different size differ wholly. */
export function differingShare(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)]
  if (a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.1, includeAA: true }) / (a.width * a.height)
}

/** True if the picture is not one flat colour: two blank screens would be equal too. */
export function showsSomething(picture: Buffer): boolean {
  const { data } = PNG.sync.read(picture)
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at))
  return colours.size > 20
}

/** Keeps pictures of a failed comparison and says where. */
export function keepPictures(pictures: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-pictures-'))
  for (const [name, picture] of Object.entries(pictures)) writeFileSync(path.join(folder, `${name}.png`), picture)
  return folder
}
