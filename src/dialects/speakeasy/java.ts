// Knows how Java docs write the facts of a model, and which facts they cannot write.

import { defineLanguage } from './define.js'
import type { Container, Notation } from './notation.js'
import { any, boolean, bytes, date, external, fraction, integer, requestBytes, responseBytes, text } from './words.js'

const TIME = 'https://docs.oracle.com/javase/8/docs/api/java/time'
const HTTP = 'https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html'

/** The brackets of generics are escaped once more at each depth. */
function generic(kind: 'array' | 'map', name: string): Container[] {
  const rest = kind === 'map' ? 'String, ' : ''
  return [
    { kind, place: 'cell', open: (depth) => `${name}${'\\'.repeat(depth + 1)}<${rest}`, close: '>' },
    { kind, place: 'cell', open: `${name}<${rest}`, close: '>', old: true },
    { kind, place: 'label', open: `${name}<${rest}`, close: '>' },
  ]
}

const notation: Notation = {
  mark: '*',
  words: [
    { text: 'String', type: text('literal') },
    { text: 'boolean', wrapped: 'Boolean', type: boolean },
    { text: 'double', wrapped: 'Double', type: fraction() },
    { text: 'float', wrapped: 'Float', type: fraction('float') },
    { text: 'long', wrapped: 'Long', type: integer() },
    { text: 'int', wrapped: 'Integer', type: integer('int32') },
    { text: 'Object', type: any('union') },
    { text: 'java.lang.Object', type: any('union'), old: true },
    { text: 'byte[]', type: requestBytes, as: 'bare', unwrapped: true },
    { text: 'byte[]', type: bytes, old: true },
    { text: 'InputStream', type: responseBytes },
    { text: 'Blob', type: requestBytes, as: 'link', rare: true },
    { text: 'BigDecimal', type: fraction('decimal') },
    { text: 'BigInteger', type: integer('big') },
    { text: 'OffsetDateTime', type: date(true), as: 'link', href: `${TIME}/OffsetDateTime.html` },
    { text: 'LocalDate', type: date(false), as: 'link', href: `${TIME}/LocalDate.html` },
    ...['\\<?>', '\\<InputStream>', '<byte[]>', '<InputStream>', '\\<byte[]>'].map((generics) => ({
      text: `HttpResponse${generics}`,
      type: external(`HttpResponse${generics}`),
      as: 'link' as const,
      href: HTTP,
    })),
  ],
  containers: [
    ...generic('array', 'List'),
    ...generic('map', 'Map'),
    { kind: 'stream', place: 'label', open: 'EventStream\\<', close: '>' },
    { kind: 'stream', place: 'label', open: 'EventStream<', close: '>', old: true },
  ],
  wrappers: [
    { open: 'Optional\\<', close: '>', required: true, optional: 'unknown' },
    { open: 'JsonNullable\\<', close: '>', required: true, optional: true, rare: true },
    ...['<? extends ', '<'].flatMap((bracket) => [
      { open: `Optional${bracket}`, close: '>', required: true, optional: 'unknown', old: true } as const,
      { open: `JsonNullable${bracket}`, close: '>', required: true, optional: true, old: true } as const,
    ]),
  ],
  bare: { required: false, element: 'unknown' },
  oldWithoutWrapper: true,
  unwrapped: ['array', 'map', 'date', 'external', 'collection'],
  separator: '.',
}

/** A heading that links to a member's page, its name in a code span. */
const LINKED_MEMBER = /^\[`(\w+)`\]\(([^()\s]+)\)$/

/** The dialect of Java. The page of a union names its members, in docs that are set to it. */
export const java = defineLanguage({
  id: 'java',
  label: 'Java',
  notation,
  fieldCase: 'camel',
  memberCase: 'upper-snake',
  numbersJoin: true,
  reserved:
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while'.split(
      ' ',
    ),
  fileCase: 'pascal',
  blind: ['constant', 'members'],
  fence: 'java',
  openMark: /^\/\/ Open enum:/m,
  samplesEnums: true,
  nameSuffixes: [],
  blankUnions: true,
  readMember: ({ heading }) => {
    if (heading.startsWith('Discriminator:')) return undefined
    const [, name, href] = LINKED_MEMBER.exec(heading) ?? []
    if (name === undefined || href === undefined) return { said: heading.replace(/^`|`$/g, '') }
    return { said: name, type: { kind: 'ref', name, href, nullable: 'unknown' } }
  },
})
