/** The one thing of Node that unit tests of the web need; the browser code is compiled without Node's types. */
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string
}
