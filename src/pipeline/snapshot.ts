// Knows the form of a snapshot: the texts of docs in one file, as the parser will read them.

import { gunzipSync, gzipSync } from 'node:zlib'
import { posix } from 'node:path'
import { compareText } from '../text/compare.js'
import { reasonOf } from '../text/reason.js'

/** The docs of a folder in one file. */
export interface Snapshot {
  /** The folder, as seen from where the snapshot was taken. */
  readonly folder: string
  /** What the folder is called. */
  readonly name: string
  /** Texts by their paths from the folder. */
  readonly files: ReadonlyMap<string, string>
  /** Texts by their paths from the folder above. */
  readonly beside: ReadonlyMap<string, string>
}

const FORMAT = 'codegen-snapshot'
const VERSION = 1

/** The largest snapshot that is read, in bytes, unpacked: some 75,000 pages. */
const LIMIT = 256 << 20

/** The JSON Schema of a snapshot. */
export const snapshotSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/sdk-docs-codegen/dist/schema/snapshot.json',
  title: 'Snapshot of codegen: the model docs of an SDK in one file',
  type: 'object',
  required: ['format', 'folder', 'name', 'files'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    format: { const: `${FORMAT}/${VERSION}`, description: 'What the file is, and the version of its form.' },
    folder: {
      type: 'string',
      minLength: 1,
      description: 'The docs folder, as seen from where the snapshot was taken.',
    },
    name: { type: 'string', minLength: 1, description: 'What the docs folder is called.' },
    beside: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Texts of the folder that holds the docs folder, by path: the lock file of the generator.',
    },
    files: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Texts of the docs, by path from the docs folder.',
    },
  },
} as const

/** The text of a snapshot's file: the same for the same docs, one line for each document. */
export function printSnapshot({ folder, name, files, beside }: Snapshot): string {
  const sorted = (texts: ReadonlyMap<string, string>): object =>
    Object.fromEntries([...texts].sort(([a], [b]) => compareText(a, b)))
  const head = { $schema: snapshotSchema.$id, format: `${FORMAT}/${VERSION}`, folder, name }
  const content = { ...head, ...(beside.size === 0 ? {} : { beside: sorted(beside) }), files: sorted(files) }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

/** The bytes of a snapshot's file: packed where its name ends in `.gz`. */
export function packSnapshot(text: string, file: string): Uint8Array {
  if (!/\.gz$/i.test(file)) return new TextEncoder().encode(text)
  const bytes = gzipSync(text, { level: 9 })
  // The ninth byte names the system it was packed on: 255 for any.
  bytes[9] = 255
  return bytes
}

/** The text of a snapshot's file, packed or not. Throws where it is damaged or too large. */
export function unpackSnapshot(bytes: Uint8Array): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: LIMIT }) : bytes
  if (plain.byteLength > LIMIT) throw new Error(`it has more than ${LIMIT} bytes`)
  return new TextDecoder('utf-8', { fatal: true }).decode(plain)
}

/** The snapshot that bytes are, or why they are none. */
export function readSnapshot(bytes: Uint8Array): Snapshot | { readonly fault: string } {
  let value: unknown
  try {
    value = JSON.parse(unpackSnapshot(bytes))
  } catch (error) {
    return { fault: `it is damaged or no JSON (${reasonOf(error)})` }
  }
  const format = at(value, 'format')
  const [kind, version] = typeof format === 'string' ? format.split('/') : []
  if (kind !== FORMAT) return { fault: `its \`format\` is not "${FORMAT}/${VERSION}"` }
  if (version !== String(VERSION))
    return { fault: `it has version ${version ?? 'none'}, and this codegen reads ${VERSION}` }
  const [folder, name] = [at(value, 'folder'), at(value, 'name')]
  const [files, beside] = [textsOf(at(value, 'files')), textsOf(at(value, 'beside') ?? {})]
  if (typeof folder !== 'string' || !isPlace(folder)) return { fault: '`folder` is no path' }
  if (typeof name !== 'string' || !isInside(name) || name.includes('/'))
    return { fault: '`name` is no name of a folder' }
  if (typeof files === 'string') return { fault: `\`files\` ${files}` }
  if (typeof beside === 'string') return { fault: `\`beside\` ${beside}` }
  return { folder, name, files, beside }
}

/** Whether a path stays below the folder that it begins in, on every system. */
export function isInside(path: string): boolean {
  return !/[\\\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** Whether a folder is given from another one, in the one way in which it can be written. */
function isPlace(folder: string): boolean {
  const way = folder.replace(/^(?:\.\.\/)*/, '')
  return ['.', '..'].includes(way) ? posix.normalize(folder) === folder : isInside(way)
}

/** The texts, or what is wrong with them. */
function textsOf(value: unknown): ReadonlyMap<string, string> | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no object'
  const texts = new Map<string, string>()
  for (const [path, text] of Object.entries(value)) {
    if (!isInside(path)) return `has the path ${JSON.stringify(path)}, which leads out of the folder`
    if (typeof text !== 'string') return `has no text at ${JSON.stringify(path)}`
    texts.set(path, text)
  }
  return texts
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
