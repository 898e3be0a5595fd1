import { isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import { getDecoder } from 'iconv-lite'
import type { TextEncoding } from './reader.ts'

/** A decoder that takes a file piece by piece. A byte order mark is dropped; bytes that mean nothing become U+FFFD. */
export interface PieceDecoder {
  write(bytes: Uint8Array): string
  end(): string
}

/** Node's own decoder for Unicode; for the Windows code pages iconv-lite, since some Node versions decode windows-1252 as Latin-1. */
export function pieceDecoder(encoding: TextEncoding): PieceDecoder {
  if (encoding === 'windows-1251' || encoding === 'windows-1252') {
    const decoder = getDecoder(encoding)
    return { write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), end: () => decoder.end() ?? '' }
  }
  const decoder = new TextDecoder(encoding)
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

/** As many broken bytes among whole characters still leave a text UTF-8: somebody pasted one bad line into it. */
const wholePerBroken = 10

/** The encoding of a text by its first bytes (or those around its first sign past ASCII). */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const wide = utf16WithoutMark(bytes)
  if (wide !== null) return wide
  if (isAscii(bytes) || isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8'
  const together = highBytesTogether(bytes)
  if (together > 0.65) return 'windows-1251'
  if (together < 0.35) return 'windows-1252'
  const ranked = analyse(bytes).map(({ name }) => name)
  const cyrillic = ranked.findIndex((name) => /1251|koi8|8859-5|cyrillic/iu.test(name))
  const western = ranked.findIndex((name) => /1252|8859-1$/iu.test(name))
  return cyrillic !== -1 && (western === -1 || cyrillic < western) ? 'windows-1251' : 'windows-1252'
}

/** Latin text in UTF-16 has a zero in every second byte; Cyrillic has 4 there. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  const plain = [0, 0]
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    const side = at & 1
    if (byte === 0) zeros[side] = (zeros[side] ?? 0) + 1
    if (byte === 0 || byte === 4 || byte === 0x20) plain[side] = (plain[side] ?? 0) + 1
  }
  const half = length / 2
  const [even = 0, odd = 0] = plain.map((count) => count / half)
  const [evenZeros = 0, oddZeros = 0] = zeros.map((count) => count / half)
  if (odd > 0.9 && oddZeros > 0.1 && evenZeros < 0.05) return 'utf-16le'
  if (even > 0.9 && evenZeros > 0.1 && oddZeros < 0.05) return 'utf-16be'
  return null
}

/** The end of the piece may cut a character in two, which the stream mode forgives. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true })
  let broken = 0
  let whole = 0
  for (const sign of text) {
    if (sign === '\uFFFD') broken += 1
    else if (sign > '\u007F') whole += 1
  }
  return broken === 0 || whole > broken * wholePerBroken
}

/** In Cyrillic text most letters are high bytes side by side; in Western text they stand alone between plain letters. The share of the former. */
function highBytesTogether(bytes: Uint8Array): number {
  let high = 0
  let together = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0xc0) continue
    high += 1
    if ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0) together += 1
  }
  return high === 0 ? 0 : together / high
}
