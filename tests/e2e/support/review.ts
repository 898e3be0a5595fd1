import type { Page } from 'playwright-core'
import { openPage, type PageOptions } from './open-page.ts'

/** Says who reviews, by keyboard alone. */
export async function begin(name: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage('/review', options)
  await page.getByLabel('Your name').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('toolbar', { name: 'Decide' }).waitFor()
  return page
}
