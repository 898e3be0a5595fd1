/** The theme's tokens that the canvas draws with; Cytoscape cannot read CSS variables by itself. */
export interface CanvasColours {
  page: string
  card: string
  text: string
  muted: string
  accent: string
  line: string
}

/** Reads the tokens in force from the page. */
export function readCanvasColours(): CanvasColours {
  const computed = getComputedStyle(document.documentElement)
  const token = (name: string, fallback: string): string => {
    const value = computed.getPropertyValue(name).trim()
    return value === '' ? fallback : value
  }
  return {
    page: token('--page', '#ffffff'),
    card: token('--card', '#ffffff'),
    text: token('--text', '#000000'),
    muted: token('--text-muted', '#444444'),
    accent: token('--accent', '#5b3db0'),
    line: token('--line-strong', '#868fa3'),
  }
}
