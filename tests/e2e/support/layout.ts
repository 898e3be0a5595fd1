import type { Page } from 'playwright-core'
import { z } from 'zod'

/**
 * Runs in the page: what a reader cannot get at. Wider than the window, beyond its edge with nothing that scrolls there, text cut
 * off without an ellipsis, or a control under something else.
 */
const findCut = `() => {
  const faults = []
  const name = (element) => element.tagName.toLowerCase() + ' “' + (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\\s+/g, ' ').trim().slice(0, 50) + '”'
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) faults.push('the page is ' + root.scrollWidth + ' px wide in a window of ' + innerWidth)
  const scrolls = (element) => /(auto|scroll)/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
  const inScroller = (element) => { for (let up = element.parentElement; up !== null; up = up.parentElement) if (scrolls(up)) return true; return false }
  const isHidden = (element) => { const style = getComputedStyle(element); const box = element.getBoundingClientRect(); return box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.opacity === '0' || element.closest('[inert], [aria-hidden=true], [hidden], [role=application]') !== null }
  for (const element of document.querySelectorAll('a, button, input, select, textarea, [role=slider], h1, h2, h3, h4, p, dd, dt, td, th, li, summary')) {
    if (isHidden(element)) continue
    const box = element.getBoundingClientRect()
    // Skip links wait above the window until they get the focus.
    if (box.bottom < 0 && getComputedStyle(element).position !== 'static') continue
    if ((box.right > innerWidth + 1 || box.left < -1) && !inScroller(element)) faults.push('beyond the edge: ' + name(element))
    const style = getComputedStyle(element)
    if (style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) faults.push('cut off: ' + name(element))
  }
  // Controls of the shell are always on top of what they stand on.
  for (const element of document.querySelector('header').querySelectorAll('a, button, input')) {
    if (isHidden(element)) continue
    const box = element.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue
    const top = document.elementFromPoint(x, y)
    if (top !== null && !element.contains(top) && !top.contains(element)) faults.push('covered: ' + name(element) + ' by ' + name(top))
  }
  return [...new Set(faults)]
}`

/** What is cut off, beyond the edge or covered at the window's present size; empty where all is well. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(`(${findCut})()`))
}
