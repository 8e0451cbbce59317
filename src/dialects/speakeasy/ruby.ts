// Knows how Ruby docs write the facts of a model, and which facts they cannot write.

import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, date, external, fraction, integer, text } from './words.js'

const notation: Notation = {
  mark: '*',
  words: [
    { text: '::String', type: text('literal', 'bytes') },
    { text: '::Integer', type: integer() },
    { text: '::Float', type: fraction() },
    { text: '::Object', type: any() },
    { text: 'T::Boolean', type: boolean },
    { text: 'String', type: text('literal', 'bytes'), old: true },
    { text: 'Integer', type: integer(), old: true },
    { text: 'Float', type: fraction(), old: true },
    { text: 'Object', type: any(), old: true },
    { text: 'Date', type: date('unknown'), as: 'link', href: 'https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/Date.html' },
    { text: 'DateTime', type: date(true), as: 'link', old: true },
    { text: '::Date', type: date('unknown'), old: true },
    { text: '::DateTime', type: date(true), old: true },
    { text: 'Faraday::Response', type: external('Faraday::Response'), as: 'link' },
  ],
  containers: [
    { kind: 'array', place: 'cell', open: 'T::Array<', close: '>' },
    { kind: 'map', place: 'cell', open: 'T::Hash[Symbol, ', close: ']' },
    { kind: 'array', place: 'label', open: 'T::Array[', close: ']' },
    { kind: 'map', place: 'label', open: 'T::Hash[Symbol, ', close: ']' },
  ],
  wrappers: [{ open: 'T.nilable(', close: ')', required: true, optional: 'unknown', element: true }],
  bare: { required: false, element: 'unknown' },
  unwrapped: ['array', 'map', 'date', 'external', 'collection'],
  union: { open: 'T.any(', separator: ', ', close: ')' },
  separator: '::',
}

/** The dialect of Ruby. The page of a union names no members; the cells that use it spell them out. */
export const ruby = defineLanguage({
  id: 'ruby',
  label: 'Ruby',
  notation,
  fieldCase: 'snake',
  fileCase: 'lower',
  blind: ['constant', 'open', 'time', 'members'],
  fence: 'ruby',
  openMark: /^# Open enum:/m,
  samplesEnums: true,
  nameSuffixes: [],
})
