import { Presets, SingleBar } from 'cli-progress'
import { Pace } from '../jobs/pace.ts'

/** Shows how far an import is. */
export interface ImportProgress {
  /** Rows done, and bytes of the file taken. */
  tell(rows: number, bytes: number): void
  end(): void
}

/** Plain lines come no more often. */
const lineMs = 5_000

const clock = (seconds: number) => (seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`)

/** On a terminal a bar, else a line now and then; always on standard error, so that standard output is the answer's alone. */
export function importProgress(file: string, size: number, stream: NodeJS.WriteStream = process.stderr): ImportProgress {
  const pace = new Pace()
  const words = (rows: number, bytes: number) => {
    pace.note(rows, size === 0 ? null : bytes / size)
    const { rowsPerSecond, secondsLeft } = pace.read()
    return `${String(rows)} rows${rowsPerSecond === null ? '' : `, ${String(rowsPerSecond)} a second`}${secondsLeft === null ? '' : `, ${clock(secondsLeft)} left`}`
  }
  if (stream.isTTY) {
    const bar = new SingleBar({ format: `${file.slice(0, 40)} {bar} {percentage} %  {words}`, stream, hideCursor: true, clearOnComplete: true }, Presets.shades_classic)
    bar.start(size, 0, { words: '' })
    return {
      tell: (rows, bytes) => bar.update(Math.min(bytes, size), { words: words(rows, bytes) }),
      end: () => bar.stop(),
    }
  }
  let toldAt = Date.now()
  return {
    tell(rows, bytes) {
      const text = words(rows, bytes)
      if (Date.now() - toldAt < lineMs) return
      toldAt = Date.now()
      stream.write(`${file}: ${text}\n`)
    },
    end: () => undefined,
  }
}
