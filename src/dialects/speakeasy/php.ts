// Knows how PHP docs write the facts of a model, and which facts they cannot write.

import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, date, external, fraction, integer, text } from './words.js'

const notation: Notation = {
  mark: '*',
  words: [
    { text: 'string', type: text('literal', 'enum', 'bytes') },
    { text: 'int', type: integer() },
    { text: 'float', type: fraction() },
    { text: 'bool', type: boolean },
    { text: 'mixed', type: any() },
    { text: '\\Brick\\Math\\BigDecimal', type: fraction('decimal') },
    { text: '\\Brick\\Math\\BigInteger', type: integer('big') },
    { text: '\\DateTime', type: date('unknown'), as: 'link', href: 'https://www.php.net/manual/en/class.datetime.php' },
    { text: '\\Brick\\DateTime\\LocalDate', type: date(false), as: 'link', rare: true },
    // Among the members of a union days have a class of their own.
    { text: 'LocalDate', type: date(false), as: 'label', rare: true },
    {
      text: '\\Psr\\Http\\Message\\ResponseInterface',
      type: external('\\Psr\\Http\\Message\\ResponseInterface'),
      as: 'link',
    },
  ],
  containers: [
    { kind: 'map', place: 'cell', open: 'array<string, ', close: '>' },
    { kind: 'array', place: 'cell', open: 'array<', close: '>' },
    { kind: 'map', place: 'label', open: 'array<string, ', close: '>' },
    { kind: 'array', place: 'label', open: 'array<', close: '>' },
    { kind: 'collection', place: 'label', open: 'array', close: '' },
  ],
  wrappers: [{ open: '?', close: '', optional: 'unknown' }],
  bare: { required: 'unknown', element: 'unknown' },
  unwrapped: ['array', 'map', 'date', 'any', 'external', 'collection'],
  union: { open: '', separator: '\\|', plainSeparator: '|', close: '', null: 'null', inlined: true },
  separator: '\\',
  unlinkedNames: true,
}

/** The dialect of PHP. A union is spelt out in the cell, with its lists and maps cut down to `array`. */
export const php = defineLanguage({
  id: 'php',
  label: 'PHP',
  notation,
  fieldCase: 'camel',
  memberCase: 'pascal',
  reserved: [],
  fileCase: 'pascal',
  blind: ['nullable', 'constant', 'open', 'time'],
  fence: 'php',
  samplesEnums: false,
  nameSuffixes: ['T'],
  readMember: ({ heading, code = '' }) => {
    return { said: /@var (.+)/.exec(code)?.[1]?.trim() ?? heading.replace(/^`|`$/g, '') }
  },
  writeMember: ({ said, short }) => ({
    heading: `\`${short}\``,
    code: `/**\n* @var ${said}\n*/\n${short} $value = /* values here */`,
  }),
  blankUnions: true,
  unionsAsAny: true,
})
