import v8 from 'node:v8'

/**
 * Lets the heap grow by half of what is in use before it is collected, not by up to four times as V8 does where much is made and dropped at once. An import
 * holds some 50 MB however long the file is; left to itself the heap swells to several times that. What that costs is in docs/performance.md. For the
 * process of a command that imports; an app that serves keeps what V8 thinks best.
 */
export function keepHeapSmall(): void {
  v8.setFlagsFromString('--heap-growing-percent=50')
}
