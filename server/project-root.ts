import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, seed/ and dist/: found upwards from this file, so that source and build agree. */
export function findProjectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "throughline"')) return folder
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('package.json of Throughline not found above the running file')
    folder = parent
  }
}
