import styles from './lane.module.css'
import type { TimeAxis } from './time-axis.ts'

/**
 * A lane of a selected sample whose dots do not fit: a column a bin, as high as its cases are many. With `strong`, these of them are filled
 * and stand below the others; without, no difference is drawn. The highest says how many it stands for: these columns tell how many cases were
 * chosen, and lanes cannot be compared by height.
 */
export function LaneColumns({ axis, all, strong, height }: { axis: TimeAxis; all: readonly number[]; strong: readonly number[] | null; height: number }) {
  const most = Math.max(...all, 1)
  const tall = (count: number) => (count / most) * (height - 5)
  const width = Math.max(axis.binWidth - 1, 1)
  return (
    <>
      {all.map((count, bin) => {
        if (count === 0) return null
        const below = strong === null ? count : (strong[bin] ?? 0)
        const x = bin * axis.binWidth + 0.5
        return (
          <g key={axis.bins[bin]?.key ?? bin}>
            {count > below && <rect className={styles['columnRing']} x={x + 0.5} y={height - 1 - tall(count)} width={Math.max(width - 1, 0.5)} height={tall(count) - tall(below)} />}
            {below > 0 && <rect className={styles[strong === null ? 'quiet' : 'column']} x={x} y={height - 1 - tall(below)} width={width} height={tall(below)} />}
          </g>
        )
      })}
      <text className={styles['peak']} x={2} y={12}>
        at most {most}
      </text>
    </>
  )
}
