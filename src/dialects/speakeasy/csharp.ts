// Knows how C# docs write the facts of a model, and which facts they cannot write.

import { accessorName, accessorType } from './accessor.js'
import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, bytes, date, external, fraction, integer, text } from './words.js'

const DOTNET = 'https://learn.microsoft.com/en-us/dotnet/api'

const notation: Notation = {
  mark: '*',
  words: [
    { text: 'string', type: text('literal', 'enum') },
    { text: 'bool', type: boolean },
    { text: 'int', type: integer('int32') },
    { text: 'long', type: integer() },
    { text: 'float', type: fraction('float') },
    { text: 'double', type: fraction() },
    { text: 'decimal', type: fraction('decimal') },
    { text: 'object', type: any('union') },
    { text: 'byte[]', type: bytes },
    { text: 'BigInteger', type: integer('big') },
    { text: 'HttpRequestMessage', type: external('HttpRequestMessage') },
    { text: 'DateTime', type: date(true), as: 'link', href: `${DOTNET}/system.datetime?view=net-5.0` },
    {
      text: 'LocalDate',
      type: date(false),
      as: 'link',
      href: 'https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html',
    },
    { text: 'DateOnly', type: date(false), as: 'link', href: `${DOTNET}/system.dateonly?view=net-6.0` },
    { text: 'HttpResponseMessage', type: external('HttpResponseMessage'), as: 'link' },
  ],
  containers: [
    { kind: 'array', place: 'cell', open: 'List<', close: '>' },
    { kind: 'map', place: 'cell', open: 'Dictionary<String, ', close: '>' },
    { kind: 'stream', place: 'label', open: 'EventStream<', close: '>' },
  ],
  wrappers: [],
  bare: { required: 'unknown', optional: 'unknown', element: 'unknown' },
  unwrapped: [],
  separator: '.',
}

/** The dialect of C#. No cell says whether a value may be absent or null; a union names accessors instead of types. */
export const csharp = defineLanguage({
  id: 'csharp',
  label: 'C#',
  notation,
  fieldCase: 'pascal',
  memberCase: 'pascal',
  reserved: [],
  fileCase: 'pascal',
  blind: ['nullable', 'constant'],
  fence: 'csharp',
  openMark: /^\/\/ Open enum:/m,
  samplesEnums: true,
  nameSuffixes: [],
  ownNameSuffix: 'Value',
  namesAccessors: true,
  readMember: ({ heading }) => ({ type: accessorType(heading.replace(/^`|`$/g, '')), said: heading }),
  writeMember: ({ type, union }) => {
    const name = accessorName(type)
    return name === undefined ? undefined : { heading: name, code: `${union}.Create${name}(/* values here */);` }
  },
  blankUnions: true,
  unionEnd: 'line',
})
