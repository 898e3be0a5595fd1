import { stat } from 'node:fs/promises'
import path from 'node:path'
import { loadEntities } from '#server/ingest/normalise/entities.ts'
import { readerOf, recogniseFile } from '#server/ingest/readers/all-readers.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { inputFromDisk } from '#server/uploads/input-file.ts'

/** Reading alone: rows, CPU and wall time, peak memory of a process that reads one file and does nothing else. JSON on one line. */
async function main(file: string): Promise<void> {
  const root = findProjectRoot()
  const context = { entities: loadEntities(root), taxonomy: loadTaxonomy(root) }
  const input = inputFromDisk(file, { name: path.basename(file), size: (await stat(file)).size, sha256: '' })
  const { recognitions } = await recogniseFile(input)
  const [best] = recognitions
  const reader = best === undefined ? null : readerOf(best.plan.format)
  if (best === undefined || reader === null) throw new Error(`no reader knows ${input.name}`)
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const rows = { cases: 0, rejected: 0, warnings: 0, cleanings: 0 }
  for await (const item of reader.read(input, best.plan, context)) {
    if (item.is === 'case') {
      rows.cases += 1
      rows.warnings += item.warnings.length
      rows.cleanings += item.cleanings.length
    } else if (item.is === 'rejected') rows.rejected += 1
  }
  const { user, system } = process.cpuUsage(cpu)
  const result = { file: input.name, format: best.plan.format, ...rows, cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - begun) / 1000, peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024) }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

await main(process.argv[2] ?? '')
