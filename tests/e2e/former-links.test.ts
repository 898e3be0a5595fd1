import { expect, test } from 'vitest'
import { formerLinksEndpoint } from '#graph-schema/api/taxonomy.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { throughline } from './support/command-line.ts'
import { openPage } from './support/open-page.ts'

test('says under Review and on the landscape that links are of a former edition, and links all cases anew', { timeout: 240_000 }, async () => {
  // Another model is in force from here on, and nothing is linked with it yet.
  await throughline('train')
  try {
    const { former } = await getApi(formerLinksEndpoint, '/api/taxonomy/former-links')
    expect(former?.cases).toBeGreaterThan(100)
    const landscape = await openPage('/')
    await landscape.getByRole('region', { name: 'Links of a former edition' }).getByText(`Links of ${String(former?.cases)} cases were made with a former edition`).waitFor()

    const page = await openPage('/review')
    const notice = page.getByRole('region', { name: 'Links of a former edition' })
    await notice.getByText(`Links of ${String(former?.cases)} cases`).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    // However fast the machine: not answered before the progress has been seen.
    await page.route('**/api/taxonomy/link-anew', async (route) => {
      await notice.getByRole('progressbar', { name: 'Linking all cases anew' }).waitFor()
      await route.continue()
    })
    await notice.getByRole('button', { name: 'Link all cases anew' }).press('Enter')
    await notice.waitFor({ state: 'detached', timeout: 60_000 })
    await page.getByText(/cases linked anew/u).waitFor()
    expect(await getApi(formerLinksEndpoint, '/api/taxonomy/former-links')).toEqual({ former: null })
    // Who had the landscape open all the time learns it as well.
    await landscape.getByRole('region', { name: 'Links of a former edition' }).waitFor({ state: 'detached' })
  } finally {
    await throughline('train', '--restore')
    await throughline('link')
  }
})
