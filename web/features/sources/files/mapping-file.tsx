import { Download, FolderOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { type MappingFault, mappingTextOf, planWithMapping, readMappingText } from '#graph-schema/mapping-file.ts'
import { Button } from '#web/ui/button.tsx'
import { saveFile } from '#web/ui/save-file.ts'
import { safeName } from '../page-text.ts'
import styles from './files.module.css'
import { isPlanWhole } from './queue.ts'

/** A mapping of thousands of columns is far below. */
const largest = 1_000_000

/** The name under which the mapping of a file is saved. */
export function mappingNameOf(file: string): string {
  return `${file.replace(/\.gz$/iu, '').replace(/\.[a-z]{2,6}$/iu, '')}.mapping.json`
}

async function read(file: File): Promise<ReturnType<typeof readMappingText>> {
  if (file.size > largest) return { faults: [{ field: null, reason: 'it is too large to be a mapping' }] }
  try {
    return readMappingText(await file.text())
  } catch {
    return { faults: [{ field: null, reason: 'this browser cannot read it' }] }
  }
}

function DoesNotFit({ name, faults }: { name: string; faults: readonly MappingFault[] }) {
  return (
    <div className={styles['fault']} role="alert">
      <h4 className={styles['any']}>{name} is no mapping file that can be used</h4>
      <ul className={styles['samples']}>
        {faults.slice(0, 20).map(({ field, reason }) => (
          <li key={`${field ?? ''} ${reason}`} className={styles['any']}>
            {field !== null && <b>{field}</b>} {reason}.
          </li>
        ))}
      </ul>
      <p>The columns stay mapped as they are.</p>
    </div>
  )
}

export interface MappingFileProps {
  /** Name of the file that is read. */
  file: string
  plan: ReadPlanChoice
  /** Told the plan under a mapping file, and that file’s name. */
  onUse: (plan: ReadPlanChoice, from: string) => void
  /** The heading beside which the buttons stand. */
  children: ReactNode
}

/** The mapping as a file: out, in the form that the command line reads, and in. */
export function MappingFile({ file, plan, onUse, children }: MappingFileProps) {
  const [refused, setRefused] = useState<{ name: string; faults: readonly MappingFault[] } | null>(null)
  const use = async (chosen: File) => {
    const name = safeName(chosen.name, 'this file')
    const found = await read(chosen)
    if ('faults' in found) setRefused({ name, faults: found.faults })
    else {
      setRefused(null)
      onUse(planWithMapping(plan, found.mapping), name)
    }
  }
  return (
    <>
      <div className={styles['between']}>
        {children}
        <div className={styles['row']}>
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(files) => {
              const chosen = files?.item(0) ?? null
              if (chosen !== null) void use(chosen)
            }}
          >
            <Button size="small">
              <FolderOpen size={14} aria-hidden /> Use a mapping file…
            </Button>
          </FileTrigger>
          <Button size="small" isDisabled={!isPlanWhole(plan)} onPress={() => saveFile(new Blob([mappingTextOf(plan)], { type: 'application/json' }), mappingNameOf(file))}>
            <Download size={14} aria-hidden /> Save this mapping as a file
          </Button>
        </div>
      </div>
      {refused !== null && <DoesNotFit {...refused} />}
    </>
  )
}
