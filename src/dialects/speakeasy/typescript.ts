// Knows how TypeScript docs write the facts of a model, and which facts they cannot write.

import { squash } from '../../text/words.js'
import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, bytes, date, external, fraction, integer, number, text } from './words.js'

const MDN = 'https://developer.mozilla.org/en-US/docs/Web'

const notation: Notation = {
  mark: '*',
  words: [
    { text: 'string', type: text() },
    { text: 'number', type: number },
    { text: 'boolean', type: boolean },
    { text: 'any', type: any() },
    { text: 'BigInt', type: integer('big') },
    { text: 'bigint', type: integer('big'), old: true },
    { text: 'Decimal', type: fraction('decimal') },
    { text: 'ReadableStream<Uint8Array>', type: bytes },
    { text: 'Uint8Array', type: bytes },
    { text: 'Date', type: date(true), as: 'link', href: `${MDN}/JavaScript/Reference/Global_Objects/Date` },
    { text: 'RFCDate', type: date(false), as: 'link', page: 'types/rfcdate.md' },
    // By a setting, days have the class of moments; the link tells.
    { text: 'Date', type: date(false), as: 'link', page: 'types/rfcdate.md', rare: true },
    // Ways to upload; as the type of anything else, bytes are written as a stream.
    { text: 'File', type: bytes, as: 'link', href: `${MDN}/API/File`, rare: true },
    { text: 'Blob', type: bytes, as: 'link', href: `${MDN}/API/Blob`, rare: true },
    { text: 'Response', type: external('Response'), as: 'link', href: `${MDN}/API/Response` },
    { text: 'Request', type: external('Request') },
    { text: 'AxiosResponse', type: external('AxiosResponse'), as: 'link', old: true },
  ],
  containers: [
    { kind: 'map', place: 'cell', open: 'Record<string, ', close: '>' },
    { kind: 'map', place: 'label', open: '{ [k: string]: ', close: ' }' },
    { kind: 'map', place: 'label', open: 'Record<string, ', close: '>', old: true },
    { kind: 'array', place: 'label', open: 'Array<', close: '>', old: true },
    { kind: 'stream', place: 'label', open: 'EventStream<', close: '>' },
    { kind: 'stream', place: 'label', open: 'JsonLStream<', close: '>' },
  ],
  arraySuffix: '[]',
  wrappers: [],
  bare: { required: 'unknown', optional: 'unknown', element: 'unknown' },
  unwrapped: [],
  cellUnion: ' \\| ',
  union: { open: '', separator: ' \\| ', plainSeparator: ' | ', close: '' },
  literal: { open: '', close: '', constants: { true: true, false: false, null: null } },
  separator: '.',
  unlinkedNames: true,
}

/** What the sample of an object proves: `key: null` that null is a value, a decimal point that fractions are. */
function readSample(code: string): Map<string, { nullable?: true; fraction?: true }> {
  const proofs = new Map<string, { nullable?: true; fraction?: true }>()
  for (const [, key = '', value = ''] of code.matchAll(/^ {2}"?([\w$-]+)"?: (null|-?\d+\.\d+),$/gm)) {
    proofs.set(squash(key), value === 'null' ? { nullable: true } : { fraction: true })
  }
  return proofs
}

/** The dialect of TypeScript. A union is named by emphasis, any other model by a link. */
export const typescript = defineLanguage({
  id: 'typescript',
  label: 'TypeScript',
  notation,
  fieldCase: 'camel',
  memberCase: 'pascal',
  reserved: [],
  fileCase: 'lower',
  blind: ['nullable', 'integer'],
  fence: 'typescript',
  openMark: /^\/\/ Open enum:/m,
  samplesEnums: true,
  nameSuffixes: ['T'],
  blankUnions: true,
  unionsAsAny: true,
  readMember: ({ heading, code = '' }) => {
    const said = heading.replace(/^`|`$/g, '')
    const day = said === 'Date' && / = new Date\("\d{4}-\d\d-\d\d"\);/.test(code)
    return { said, ...(day ? { type: { ...date(false), nullable: 'unknown' } } : {}) }
  },
  // Its sample would need values that nobody states.
  writeMember: ({ said }) => ({ heading: `\`${said}\`` }),
  tight: true,
  valuesForm: 'code',
  unlinkedUnions: true,
  readSample,
})
