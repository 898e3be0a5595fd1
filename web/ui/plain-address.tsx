import { CopyButton } from './copy-button.tsx'
import styles from './plain-address.module.css'

/** An address as text with a copy button: outlets and cited sources are not linked, so that nobody lands there by a slip. */
export function PlainAddress({ url, what }: { url: string; what: string }) {
  return (
    <span className={styles['address']}>
      <span className={styles['text']}>{url}</span>
      <CopyButton text={url} what={what} />
    </span>
  )
}

/** The first twelve digits of a SHA-256 with a button that copies all of it. */
export function ShortHash({ sha256 }: { sha256: string }) {
  return (
    <span className={styles['address']}>
      <code className={styles['code']} title={sha256}>
        {sha256.slice(0, 12)}…
      </code>
      <CopyButton text={sha256} what="the whole SHA-256" />
    </span>
  )
}
