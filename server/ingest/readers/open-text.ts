import { isAscii } from 'node:buffer'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadInputError } from '../../errors.ts'
import type { FileHead, InputFile, ReadPlan, TextEncoding } from './reader.ts'
import { detectEncoding, pieceDecoder } from './text-encoding.ts'

/** Enough to tell formats apart. */
const headBytes = 256 * 1024
/** A text that begins in plain ASCII shows its encoding only at its first other sign; no further than this is looked for it. */
const encodingBytes = 16 * 1024 * 1024
/** Unpacking stops past this ratio once the text is large, and past this size in any case: such a file is a bomb or a mistake. */
const mostUnpackedRatio = 250
const ratioFreeBytes = 32 * 1024 * 1024
const mostUnpackedBytes = 8 * 1024 * 1024 * 1024

/** Bytes are decoded in pieces of this size: what rows are cut from a piece outlives few others, so that the heap stays small. */
const pieceBytes = 8 * 1024

/** What stopped a file before its end. */
export interface Trouble {
  code: 'gzip-truncated' | 'gzip-broken' | 'gzip-too-large' | 'file-not-read'
  reason: string
}

/** The text of a file in pieces; `trouble` says, once it has ended, whether it ended too early. */
export interface TextPieces extends AsyncIterable<string> {
  trouble(): Trouble | null
}

async function* bytesOf(file: InputFile, isGzip: boolean, report: (trouble: Trouble) => void, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const packed = file.open()
  const stream = isGzip ? packed.pipe(createGunzip()) : packed
  if (isGzip) packed.on('error', (error) => stream.destroy(error))
  let size = 0
  try {
    for await (const piece of stream) {
      if (signal?.aborted === true) return
      if (!(piece instanceof Uint8Array)) throw new TypeError('a file opens as bytes')
      size += piece.length
      if (isGzip && (size > mostUnpackedBytes || (size > ratioFreeBytes && size > file.size * mostUnpackedRatio))) {
        report({ code: 'gzip-too-large', reason: `The file unpacks to more than ${String(Math.round(size / 1024 / 1024))} MB from ${String(file.size)} bytes; reading stopped there. Unpack and check it first.` })
        return
      }
      yield piece
    }
  } catch (error) {
    report(troubleOf(error, isGzip))
  } finally {
    stream.destroy()
    packed.destroy()
  }
}

function troubleOf(error: unknown, isGzip: boolean): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (isGzip && code === 'Z_BUF_ERROR') return { code: 'gzip-truncated', reason: 'The packed file ends too early: it was cut short. What came before was read.' }
  if (isGzip && code.startsWith('Z_')) return { code: 'gzip-broken', reason: `The packed file is damaged (${code}). What came before was read.` }
  return { code: 'file-not-read', reason: `The file could not be read to its end${code === '' ? '' : ` (${code})`}. What came before was read.` }
}

/** Opens the text of a file from its start: unpacked, decoded, without byte order mark. Stops when aborted. */
export function openText(file: InputFile, plan: Pick<ReadPlan, 'encoding' | 'isGzip'>, signal?: AbortSignal): TextPieces {
  let trouble: Trouble | null = null
  async function* pieces(): AsyncGenerator<string> {
    const decoder = pieceDecoder(plan.encoding)
    for await (const bytes of bytesOf(file, plan.isGzip, (found) => { trouble = found }, signal)) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const text = decoder.write(bytes.subarray(at, at + pieceBytes))
        if (text !== '') yield text
      }
    }
    const rest = decoder.end()
    if (rest !== '') yield rest
  }
  return { [Symbol.asyncIterator]: pieces, trouble: () => trouble }
}

/** The beginnings of files that are no text, and what to do with them. */
const binaryBeginnings: readonly (readonly [number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'is a ZIP archive or an Office document (.xlsx, .docx). Unpack it, or save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Office document (.xls, .doc). Save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF. Copy its text, or find the data as CSV or JSON'],
  [[0x89, 0x50, 0x4e, 0x47], 'is a picture'],
  [[0xff, 0xd8, 0xff], 'is a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'is a picture'],
  [[0x50, 0x41, 0x52, 0x31], 'is a Parquet file. Save it as CSV or NDJSON'],
  [[0x42, 0x5a, 0x68], 'is packed with bzip2. Unpack it, or pack it with gzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'is packed with zstd. Unpack it, or pack it with gzip'],
  [[0xfd, 0x37, 0x7a, 0x58], 'is packed with xz. Unpack it, or pack it with gzip'],
]

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

/** Reads the beginning of a file. Throws BadInputError for an empty or a binary file. */
export async function readHead(file: InputFile): Promise<FileHead> {
  const isGzip = beginsWith(await firstBytes(file, false, 3), [0x1f, 0x8b, 0x08])
  let trouble: Trouble | null = null
  const pieces: Uint8Array[] = []
  let size = 0
  let isWhole = true
  let telling: Uint8Array | null = null
  for await (const piece of bytesOf(file, isGzip, (found) => { trouble = found })) {
    if (size < headBytes) pieces.push(piece)
    size += piece.length
    if (telling === null && !isAscii(piece)) telling = piece
    if (size >= headBytes && (telling !== null || size >= encodingBytes)) {
      isWhole = false
      break
    }
  }
  const bytes = Buffer.concat(pieces)
  if (size === 0) throw new BadInputError(trouble === null ? `${file.name} is empty` : `${file.name} cannot be read: it is damaged or was cut short at its very beginning`)
  refuseBinary(file.name, bytes)
  const encoding = detectEncoding(telling !== null && isAscii(bytes) ? telling : bytes)
  if (encoding.startsWith('utf-16') === false && tooManyControls(bytes)) throw new BadInputError(`${file.name} is no text: it holds signs that only programs read`)
  const text = decodeHead(bytes, encoding)
  if (text.trim() === '' && isWhole) throw new BadInputError(`${file.name} holds nothing but blanks`)
  return { name: file.name, text, isWhole: isWhole && trouble === null && size === bytes.length, encoding, isGzip }
}

function decodeHead(bytes: Uint8Array, encoding: TextEncoding): string {
  const decoder = pieceDecoder(encoding)
  // A character that the end of the head cuts in two is left out.
  return decoder.write(bytes)
}

async function firstBytes(file: InputFile, isGzip: boolean, count: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytesOf(file, isGzip, () => undefined)) {
    pieces.push(piece)
    size += piece.length
    if (size >= count) break
  }
  return Buffer.concat(pieces)
}

function refuseBinary(name: string, bytes: Uint8Array): void {
  for (const [beginning, what] of binaryBeginnings) if (beginsWith(bytes, beginning)) throw new BadInputError(`${name} ${what}`)
  if (beginsWith(bytes, [0x1f, 0x8b])) throw new BadInputError(`${name} is packed twice. Unpack it once`)
}

/** A few NULs are the fault of their rows; of a program or a picture about one sign in nine is such a one. */
function tooManyControls(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536)
  let controls = 0
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  }
  return controls > 4 && controls * 20 > length
}

/** An InputFile over bytes in memory: pasted text, an upload that was kept, a test. */
export function inputFromBytes(name: string, bytes: Uint8Array, sha256: string): InputFile {
  return { name, size: bytes.length, sha256, open: () => Readable.from(piecesOf(bytes)) }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
