import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe holds against the page as it stands: one line an element, empty where all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, impact, help, nodes }) => nodes.map((node) => `${id} (${impact ?? 'unrated'}): ${help}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').replaceAll(/\s+/gu, ' ')}`))
}
