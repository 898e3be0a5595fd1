import { Buffer } from 'node:buffer'
import type { Locator, Page } from 'playwright-core'

/** A file as it would lie on somebody's disk. */
export interface GivenFile {
  name: string
  content: string | Buffer
}

/** Chooses files under Sources; they are sent at once. */
export async function chooseFiles(page: Page, files: readonly GivenFile[] | readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  const given = files.map((file) => (typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.isBuffer(file.content) ? file.content : Buffer.from(file.content) }))
  const paths = given.flatMap((file) => (typeof file === 'string' ? [file] : []))
  const payloads = given.flatMap((file) => (typeof file === 'string' ? [] : [file]))
  await (await chooser).setFiles(paths.length > 0 ? paths : payloads)
}

/** The card of the file that is open. */
export const cardOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** The sum of rows as the screen shows it. */
export async function equationOf(place: Locator): Promise<{ read: number; accepted: number; merged: number; rejected: number }> {
  const text = await place.getByText(/rows? read/u).locator('xpath=ancestor::p').innerText()
  const [read, accepted, merged, rejected] = [...text.replaceAll(',', '').matchAll(/\d+/gu)].map(Number)
  if (read === undefined || accepted === undefined || merged === undefined || rejected === undefined) throw new Error(`no sum of rows in “${text}”`)
  return { read, accepted, merged, rejected }
}

const waitMs = 240_000

/** From a file that is recognised to the report of its dry run, with the corpus as it is suggested. */
export async function dryRun(page: Page, name: string): Promise<Locator> {
  const card = cardOf(page, name)
  await card.getByRole('button', { name: 'Go on to the corpus' }).click()
  await card.getByRole('button', { name: 'Start the dry run' }).click()
  await card.getByText(/rows? read/u).waitFor({ timeout: waitMs })
  return card
}

/** From the report of a dry run to the report of the import. */
export async function importIt(card: Locator): Promise<void> {
  await card.getByRole('button', { name: /^Import [\d,]+ rows?$/u }).click()
  await card.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: waitMs })
}
