// Knows how Go docs write the facts of a model, and which facts they cannot write.

import discrimination from '../../../templates/pages/discrimination-go.txt?raw'
import { fillTemplate } from '../../text/template.js'
import { accessorName } from './accessor.js'
import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, bytes, date, external, fraction, integer, requestBytes, responseBytes, text } from './words.js'

const PACKAGES = 'https://pkg.go.dev'

const notation: Notation = {
  mark: '`',
  words: [
    { text: 'string', type: text('literal') },
    { text: 'bool', type: boolean },
    { text: 'int64', type: integer() },
    { text: 'int', type: integer('int32') },
    { text: 'int32', type: integer('int32') },
    { text: 'float64', type: fraction() },
    { text: 'float32', type: fraction('float') },
    { text: 'any', type: any('bytes'), unwrapped: true },
    { text: 'interface{}', type: any('bytes'), unwrapped: true, old: true },
    // A pointer to anything is written for the bytes of a request only.
    { text: '*any', type: requestBytes, unwrapped: true },
    { text: 'io.ReadCloser', type: responseBytes, unwrapped: true },
    { text: '[]byte', type: bytes, unwrapped: true },
    { text: 'io.Reader', type: bytes, unwrapped: true },
    // A big number is always a pointer.
    { text: '*big.Int', type: integer('big'), unwrapped: true },
    { text: 'types.Decimal', type: fraction('decimal') },
    { text: '*decimal.Big', type: fraction('decimal'), unwrapped: true },
    { text: 'time.Time', type: date(true), as: 'link', href: `${PACKAGES}/time#Time` },
    { text: 'types.Date', type: date(false), as: 'link', page: 'types/date.md' },
    { text: '*http.Response', type: external('*http.Response'), as: 'link', unwrapped: true },
    { text: '*http.Request', type: external('*http.Request'), as: 'link', unwrapped: true },
  ],
  containers: [
    { kind: 'array', place: 'cell', open: '[]', close: '' },
    { kind: 'map', place: 'cell', open: 'map[string]', close: '' },
    { kind: 'array', place: 'label', open: '[]', close: '' },
    { kind: 'map', place: 'label', open: 'map[string]', close: '' },
    { kind: 'stream', place: 'label', open: '*stream.EventStream[', close: ']' },
    { kind: 'stream', place: 'label', open: '*jsonl.JsonLStream[', close: ']' },
  ],
  wrappers: [{ open: '*', close: '', required: true, optional: 'unknown', element: true }],
  outerWrapper: { open: 'optionalnullable.OptionalNullable[', close: ']' },
  bare: { required: false, element: 'unknown' },
  unwrapped: ['array', 'map', 'external', 'any', 'collection'],
  separator: '.',
}

/** The types of values that are written without the name of their type. */
const VALUES: { readonly [value: string]: string } = {
  '""': 'string',
  false: 'bool',
  nil: 'any',
  '0': 'int32',
  'big.NewInt(0)': '*big.Int',
  'new(decimal.Big).SetFloat64(0.0)': '*decimal.Big',
}

/** The type of the argument of a constructor's call: of a literal `T{…}`, a conversion `T(…)` or a zero value. */
function argumentType(code: string): string | undefined {
  const argument = /^[^(]*\((.*)\)\s*$/s.exec(code)?.[1] ?? ''
  if (Object.hasOwn(VALUES, argument)) return VALUES[argument]
  return (/^(.*?)\{(?:\/\* values here \*\/)?\}$/s.exec(argument) ?? /^([\w.]+)\([^()]*\)$/.exec(argument))?.[1]
}

/** The dialect of Go. A pointer means optional or null; a member's type stands in its constructor call. */
export const go = defineLanguage({
  id: 'go',
  label: 'Go',
  notation,
  fieldCase: 'pascal',
  memberCase: 'prefixed',
  reserved: [],
  initialisms: ['id', 'url', 'ip', 'api', 'html', 'sql', 'json', 'xml'],
  fileCase: 'lower',
  blind: ['constant'],
  fence: 'go',
  openMark: /^\/\/ Open enum:/m,
  samplesEnums: true,
  nameSuffixes: [],
  renames: { OptionsObj: 'Options' },
  capitalHeadings: true,
  readMember: ({ heading, code = '' }) => ({ said: argumentType(code) ?? heading.replace(/^`|`$/g, '') }),
  writeMember: ({ said, type, union, folder }) => {
    const name = accessorName(type)
    if (name === undefined) return undefined
    const call = `${folder}.Create${union}${name}(${said}{/* values here */})`
    return { heading: type.kind === 'ref' ? name : '', code: `${variableOf(union)} := ${call}` }
  },
  writeDiscrimination: (union, { members }) => {
    const calls = members.map(({ code = '' }) => /:= (\w*)\.Create(\w+)\(/.exec(code))
    const variable = variableOf(union)
    const cases = calls.map((call) => {
      const name = call?.[2]?.slice(union.length) ?? ''
      return `\tcase ${call?.[1] ?? ''}.${union}Type${name}:\n\t\t// ${variable}.${name} is populated\n`
    })
    const filled = fillTemplate(discrimination, { variable, cases: cases.join('') })
    if (filled.kind === 'faulty') throw new Error(`templates/pages/discrimination-go.txt: ${filled.faults.join('; ')}`)
    return filled.text
  },
})

/** The variable that samples hold a model in. */
function variableOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
