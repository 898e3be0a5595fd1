/** `npm run build`: web and server into dist/, whatever lies there. */
import { build, ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail } from './lib/project.mjs'

const log = (line) => console.log(line)

try {
  checkNode()
  await ensurePackages({ withDev: false, log })
  await build({ log })
} catch (error) {
  fail(error)
}
