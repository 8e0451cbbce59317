// Knows what is wrong with the bytes and characters of documents, and what is told of it.

import { DOOR, descriptions, door, doorRows, fieldNames, page, row, valuesPage, type InputCase } from './case.js'

const inDescription = (text: string): string => page('Door', [row('code', '*str*', `One${text}two.`)])
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

/** The controls of direction, and the characters without a width that no script needs. */
const hidden = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff']
const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => /\p{Cc}/u.test(character) && !'\0\t\n\r'.includes(character),
)
const each = (characters: readonly string[]): string =>
  page(
    'Door',
    characters.map((character, index) => row(`f${index}`, '*str*', `One${character}two.`)),
  )

/** Cases of characters. */
export const textCases: readonly InputCase[] = [
  {
    of: 'mixed line ends',
    what: 'CR only',
    files: { [DOOR]: door.replaceAll('\n', '\r') },
    told: [],
    model: 'as clean',
  },
  {
    of: 'mixed line ends',
    what: 'every other line ends in CRLF',
    files: {
      [DOOR]: door.split('\n').reduce((text, line, index) => `${text}${index % 2 === 0 ? '\r\n' : '\n'}${line}`),
    },
    told: [],
    model: 'as clean',
  },
  {
    of: 'a byte order mark',
    what: 'at the top',
    files: { [DOOR]: `\uFEFF${door}` },
    told: [],
    model: 'as clean',
    why: 'nothing is wrong with it, and a note for each page of docs that an editor saved would hide what is; columns count without it, as in editors',
  },
  { of: 'NUL and other control characters', what: 'NUL', files: { [DOOR]: inDescription('\0') }, told: ['CG101 1:1'] },
  {
    of: 'NUL and other control characters',
    what: 'each of the others',
    files: { [DOOR]: each(controls) },
    told: ['CG112 11:42'],
    model: descriptions,
    gives: controls.map((character) => `One${character}two.`),
  },
  {
    of: 'bidirectional, zero-width and look-alike characters',
    what: 'each that hides or reorders text',
    files: { [DOOR]: each(hidden) },
    told: ['CG112 11:42'],
    model: descriptions,
    gives: hidden.map((character) => `One${character}two.`),
  },
  {
    of: 'bidirectional, zero-width and look-alike characters',
    what: 'a name with a letter of another script beside the same in Latin',
    files: { [DOOR]: page('Door', [...doorRows, row('is_оpen', '*bool*')]) },
    told: ['CG402 14:3'],
    model: fieldNames,
    gives: ['number', 'is_open', 'code', 'is_оpen'],
  },
  {
    of: 'bidirectional, zero-width and look-alike characters',
    what: 'a value that looks like another',
    files: {
      [DOOR]: door,
      'docs/models/shared/kind.md': valuesPage('Kind', [
        ['A', 'open'],
        ['B', 'оpen'],
      ]),
    },
    told: ['CG402 docs/models/shared/kind.md:11:9'],
  },
  {
    of: 'another encoding than UTF-8',
    what: 'Latin-1',
    files: { [DOOR]: latin1(inDescription(' é ')) },
    told: ['CG102 11:45'],
  },
  { of: 'another encoding than UTF-8', what: 'UTF-16', files: { [DOOR]: utf16(door) }, told: ['CG102 1:1'] },
  {
    of: 'another encoding than UTF-8',
    what: 'a character that breaks off',
    files: { [DOOR]: Uint8Array.of(...new TextEncoder().encode(`${door}\n`), 0xe6, 0xbc) },
    told: ['CG102 14:1'],
  },
  {
    of: 'a file of 50 MB',
    what: 'larger than the limit',
    files: { [DOOR]: door.padEnd(3_000_000) },
    told: ['CG103 1:1'],
  },
  {
    of: 'a file of 50 MB',
    what: 'a limit of the configuration',
    files: { [DOOR]: door },
    config: { limits: { bytes: 100 } },
    told: ['CG103 1:1'],
  },
  {
    of: 'merge conflicts',
    what: 'in a document',
    files: { [DOOR]: `${door}\n<<<<<<< ours\n${row('a')}\n=======\n${row('b')}\n>>>>>>> theirs\n` },
    told: ['CG106 14:1'],
  },
  {
    of: 'pointers to files that were not fetched',
    what: 'of Git LFS',
    files: { [DOOR]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' },
    told: ['CG107 1:1'],
  },
]
