// Knows how Ruby docs write the facts of a model, and which facts they cannot write.

import { defineLanguage } from './define.js'
import type { Notation } from './notation.js'
import { any, boolean, date, external, fraction, integer, text } from './words.js'

const DATES = 'https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc'

const notation: Notation = {
  mark: '*',
  words: [
    { text: '::String', type: text('literal', 'bytes') },
    { text: '::Integer', type: integer() },
    { text: '::Float', type: fraction() },
    { text: '::Object', type: any() },
    { text: 'T::Boolean', type: boolean },
    { text: 'Crystalline::Boolean.new', type: boolean, old: true },
    { text: 'String', type: text('literal', 'bytes'), old: true },
    { text: 'Integer', type: integer(), old: true },
    { text: 'Float', type: fraction(), old: true },
    { text: 'Object', type: any('union'), old: true },
    // As links the two labels are exchanged: `Date` has a time of day, `DateTime` has none.
    { text: 'Date', type: date(true), as: 'link', href: `${DATES}/Date.html` },
    { text: 'DateTime', type: date(false), as: 'link', href: `${DATES}/DateTime.html` },
    { text: '::Date', type: date(false), as: 'label' },
    { text: '::DateTime', type: date(true), as: 'label' },
    { text: 'Faraday::Response', type: external('Faraday::Response'), as: 'link' },
  ],
  containers: [
    { kind: 'array', place: 'cell', open: 'T::Array<', close: '>' },
    { kind: 'map', place: 'cell', open: 'T::Hash[Symbol, ', close: ']' },
    { kind: 'array', place: 'label', open: 'T::Array[', close: ']' },
    { kind: 'map', place: 'label', open: 'T::Hash[Symbol, ', close: ']' },
    // Docs of an SDK without type signatures.
    { kind: 'array', place: 'cell', open: 'Crystalline::Array<', close: '>', old: true },
    { kind: 'map', place: 'cell', open: 'Crystalline::Hash[Symbol, ', close: ']', old: true },
    { kind: 'array', place: 'label', open: 'Crystalline::Array.new(', close: ')', old: true },
    { kind: 'map', place: 'label', open: 'Crystalline::Hash.new(Symbol, ', close: ')', old: true },
  ],
  wrappers: [
    { open: 'T.nilable(', close: ')', required: true, optional: 'unknown', element: true },
    { open: 'Crystalline::Nilable.new(', close: ')', required: true, optional: 'unknown', element: true, old: true },
  ],
  bare: { required: false, element: 'unknown' },
  unwrapped: ['array', 'map', 'date', 'external', 'collection'],
  union: {
    open: 'T.any(',
    old: ['Crystalline::Union.new('],
    tagged: 'Crystalline::DiscriminatedUnion.new(',
    separator: ', ',
    close: ')',
    inlined: true,
  },
  library: /::Utils::(?:EventStream|JsonLStream)$/,
  separator: '::',
}

/** The dialect of Ruby. The page of a union names no members; the cells that use it spell them out. */
export const ruby = defineLanguage({
  id: 'ruby',
  label: 'Ruby',
  notation,
  fieldCase: 'snake',
  memberCase: 'upper-snake',
  reserved:
    'alias and begin break case class def do else elsif end ensure false fields for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield'.split(
      ' ',
    ),
  fileCase: 'lower',
  blind: ['constant', 'open', 'members'],
  fence: 'ruby',
  openMark: /^# Open enum:/m,
  samplesEnums: false,
  nameSuffixes: [],
  blankUnions: true,
})
