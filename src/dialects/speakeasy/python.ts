// Knows how Python docs write the facts of a model, and which facts they cannot write.

import { orConstant } from '../../ir/type.js'
import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, bytes, date, external, fraction, integer, requestBytes, responseBytes, text } from './words.js'

const DATES = 'https://docs.python.org/3/library/datetime.html'

const notation: Notation = {
  mark: '*',
  words: [
    { text: 'str', type: text() },
    { text: 'int', type: integer() },
    // Constants of these types are not written as such.
    { text: 'float', type: orConstant(fraction()) },
    { text: 'bool', type: boolean },
    { text: 'Any', type: any() },
    { text: 'Decimal', type: orConstant(fraction('decimal')) },
    // The labels of dates are inverted: `date` has a time of day, `datetime` has none.
    { text: 'date', type: orConstant(date(true)), as: 'link', href: `${DATES}#date-objects` },
    { text: 'datetime', type: orConstant(date(false)), as: 'link', href: `${DATES}#datetime-objects` },
    // Without a link they are the names of the types themselves.
    { text: 'date', type: date(false), as: 'label' },
    { text: 'datetime', type: date(true), as: 'label' },
    { text: 'httpx.Response', type: external('httpx.Response'), as: 'link' },
    { text: 'httpx.Request', type: external('httpx.Request'), as: 'link' },
    { text: 'requests.Response', type: external('requests.Response'), as: 'link', old: true },
    { text: 'requests.Request', type: external('requests.Request'), as: 'link', old: true },
    { text: 'Union[bytes, IO[bytes], io.IOBase]', type: requestBytes },
    { text: 'Union[bytes, IO[bytes], io.BufferedReader]', type: requestBytes, rare: true },
    { text: 'httpx.Response', type: responseBytes },
    { text: 'bytes', type: bytes, old: true },
    // Texts of a format, by settings.
    ...['UUID', 'timedelta', 'Base64EncodedString'].map((word) => ({ text: word, type: text(), rare: true as const })),
  ],
  containers: [
    { kind: 'array', place: 'cell', open: 'List[', close: ']' },
    { kind: 'map', place: 'cell', open: 'Dict[str, ', close: ']' },
    { kind: 'array', place: 'cell', open: 'list[', close: ']', old: true },
    { kind: 'map', place: 'cell', open: 'dict[str, ', close: ']', old: true },
    { kind: 'array', place: 'label', open: 'List[', close: ']' },
    { kind: 'map', place: 'label', open: 'Dict[str, ', close: ']' },
    { kind: 'array', place: 'label', open: 'list[', close: ']', old: true },
    { kind: 'map', place: 'label', open: 'dict[str, ', close: ']', old: true },
    ...['eventstreaming.EventStream', 'jsonl.JsonLStream'].flatMap((stream) => [
      { kind: 'stream' as const, place: 'label' as const, open: `${stream}[`, close: ']' },
      { kind: 'stream' as const, place: 'label' as const, open: `${stream}Async[`, close: ']' },
    ]),
    { kind: 'stream', place: 'label', open: 'Generator[', close: ']', old: true },
  ],
  wrappers: [
    { open: 'Optional[', close: ']', optional: false },
    { open: 'Nullable[', close: ']', required: true, element: true },
    { open: 'OptionalNullable[', close: ']', optional: true },
  ],
  bare: { required: false, element: false },
  unwrapped: ['array', 'map', 'date', 'external', 'collection'],
  union: { open: 'Union[', separator: ', ', close: ']', unlisted: ['UnrecognizedStr', 'UnrecognizedInt'] },
  literal: { open: 'Literal[', close: ']', constants: { True: true, False: false, None: null } },
  separator: '.',
}

/** The dialect of Python. */
export const python = defineLanguage({
  id: 'python',
  label: 'Python',
  notation,
  fieldCase: 'snake',
  memberCase: 'upper-snake',
  reserved:
    'False None True and as assert async await break class continue date def del elif else except filter finally for format from global if import in is lambda nonlocal not or pass raise return schema try while with yield'.split(
      ' ',
    ),
  fileCase: 'lower',
  blind: [],
  fence: 'python',
  openMark: /^# Open enum:/m,
  samplesEnums: true,
  nameSuffixes: ['T'],
  readMember: ({ heading, code }) => {
    const said = /^`(.*)`$/s.exec(heading)?.[1] ?? (heading === '' ? memberOf(code ?? '') : heading)
    return { said }
  },
  unionsAsAny: true,
  writeMember: ({ said }) => ({ heading: `\`${said}\``, code: `value: ${said} = /* values here */` }),
  capitalHeadings: true,
})

/** The type that a sample declares, for pages whose headings name none. */
function memberOf(code: string): string {
  return /^\w+: (.*?) = /.exec(code)?.[1] ?? ''
}
