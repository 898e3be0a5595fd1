import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
type HtmlNode = DefaultTreeAdapterTypes.Node

/** A saved page is parsed, never rendered: nothing in it is run, and nothing it names is fetched. */
export function parseHtml(text: string): DefaultTreeAdapterTypes.Document {
  return parse(text)
}

/** Whether a text is HTML, by its beginning. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta|div|article|main|section|table|script)\b/iu.test(text.slice(0, 4000))
}

function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** The elements below a node in the order of the page. Nesting may be of any depth. */
export function* elementsIn(root: HtmlNode): Generator<HtmlElement> {
  const waiting: HtmlNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node !== root && isElement(node)) yield node
    if ('childNodes' in node) for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(...node.childNodes.slice(at, at + 1))
  }
}

/** The value of an attribute; null where the element has none. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** Whether an element bears a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/u).includes(name)
}

/** The first element below a node that fits; null where there is none. */
export function firstIn(root: HtmlNode, fits: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of elementsIn(root)) if (fits(element)) return element
  return null
}

const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'svg', 'select', 'button', 'object', 'textarea', 'input'])
/** Parts of a page that belong to its site. */
const sitePart = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog'])
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'table', 'section', 'article', 'pre', 'figure', 'dl'])
const lines = new Set(['div', 'tr', 'li', 'dt', 'dd', 'main', 'figcaption'])

/**
 * The words below a node as somebody would copy them: a blank line between paragraphs, a line a block, “• ” before the entries of a
 * list. Scripts, styles and forms are left out; `withoutSite` leaves out navigation, header and footer too.
 */
export function textOf(root: HtmlNode, { withoutSite = false, bullets = false }: { withoutSite?: boolean; bullets?: boolean } = {}): string {
  const parts: string[] = []
  const waiting: (HtmlNode | string)[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    if (next.nodeName === '#text' && 'value' in next) {
      parts.push(next.value.replace(/[ \t\r\n\f]+/gu, ' '))
      continue
    }
    const name = isElement(next) ? next.tagName : ''
    if (next !== root && (unseen.has(name) || (withoutSite && sitePart.has(name)))) continue
    const around = paragraphs.has(name) ? '\n\n' : lines.has(name) ? '\n' : ''
    if (around !== '') parts.push(around)
    if (name === 'br' || name === 'hr') parts.push('\n')
    if (name === 'li' && bullets) parts.push('• ')
    if (name === 'td' || name === 'th') parts.push(' ')
    if (around !== '') waiting.push(around)
    if ('childNodes' in next) for (let at = next.childNodes.length - 1; at >= 0; at -= 1) waiting.push(...next.childNodes.slice(at, at + 1))
  }
  return parts.join('').replace(/ *\n */gu, '\n').replace(/\n{3,}/gu, '\n\n').replace(/ {2,}/gu, ' ').trim()
}

/** A text that may hold tags, as plain words. */
export function htmlToText(text: string): string {
  return /<[a-z!/]/iu.test(text) || /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu.test(text) ? textOf(parseHtml(text.slice(0, 1_000_000))) : text
}

/** The content of each `<script type="application/ld+json">` of a page. */
export function jsonLdOf(page: HtmlNode): string[] {
  const found: string[] = []
  for (const element of elementsIn(page)) {
    if (element.tagName !== 'script' || !/^application\/ld\+json/iu.test((attributeOf(element, 'type') ?? '').trim())) continue
    const [child] = element.childNodes
    if (child !== undefined && 'value' in child) found.push(child.value)
  }
  return found
}
