import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, inject, onTestFinished } from 'vitest'
import { launchBrowser } from '#tests/setup/browser.ts'

/** What a test wants of its page besides the address. */
export interface PageOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  /** Device pixels a CSS pixel: 2 with half the width is what 200 % zoom gives a page. */
  deviceScaleFactor?: number
  /** Where the app is, if not the one of the test run. */
  url?: string
  /** Troubles this test brings about on purpose. */
  expected?: readonly RegExp[]
}

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser?.catch(() => undefined))?.close()
})

/** Runs before anything of the page: violations of the content security policy are told as errors. */
const tellViolations = `addEventListener('securitypolicyviolation', (event) => console.error('Content security policy: ' + event.effectiveDirective + ' refused ' + (event.blockedURI || 'inline') + ' ' + event.sourceFile))`

/** Collects what no screen may ever do: write errors or warnings to the console, throw, break its policy, ask another origin. */
function watch(context: BrowserContext, origin: string): string[] {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (event) => troubles.push(`page error: ${event.error().stack ?? event.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) troubles.push(`request to another origin: ${request.url()}`)
  })
  return troubles
}

/** Opens a screen in a browser profile of its own. At the end of the test any trouble on it fails the test. */
export async function openPage(address: string, { expected = [], url = inject('app').url, ...options }: PageOptions = {}): Promise<Page> {
  browser ??= launchBrowser()
  const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', baseURL: url, permissions: ['clipboard-read', 'clipboard-write'], ...options })
  context.setDefaultTimeout(15_000)
  await context.addInitScript({ content: tellViolations })
  const troubles = watch(context, url)
  onTestFinished(async () => {
    await context.close()
    const unexpected = troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)))
    if (unexpected.length > 0) throw new Error(`The page had troubles:\n${unexpected.join('\n')}`)
  })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
