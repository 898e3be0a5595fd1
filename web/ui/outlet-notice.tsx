import styles from './panel.module.css'

/** Stands on every view that names outlets. */
export const outletNotice = 'An outlet is where a claim appeared. Appearance implies neither a link to the Kremlin nor an intent to disinform.'

/** The line that goes with outlets wherever they are listed. */
export function OutletNotice() {
  return <p className={styles['note']}>{outletNotice}</p>
}
