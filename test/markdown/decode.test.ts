// Knows which bytes become which text, and which files are refused with which diagnostic.

import { describe, expect, test } from 'vitest'
import { decodeFile } from '../../src/markdown/decode.js'
import { showDiagnostic } from './pages.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('text', () => {
  test.each([
    ['plain', bytes('# Door\n'), '# Door\n'],
    ['empty', bytes(''), ''],
    ['a byte order mark is dropped', bytes('\uFEFF# Door'), '# Door'],
    ['every character stays', bytes('é 漢 🚪 \r\n\u2028 \u202E'), 'é 漢 🚪 \r\n\u2028 \u202E'],
    ['a mark in the middle stays', bytes('a\uFEFFb'), 'a\uFEFFb'],
    ['a heading underlined with = is no conflict', bytes('Door\n=======\n'), 'Door\n=======\n'],
    ['a beginning of a conflict alone is none', bytes('<<<<<<< HEAD\n'), '<<<<<<< HEAD\n'],
    ['as large as the limit', bytes('x'.repeat(1000)), 'x'.repeat(1000)],
  ])('%s', (_, given, text) => {
    expect(decodeFile('a.md', given, 1000)).toEqual({ text })
  })
})

describe('no text', () => {
  test.each([
    ['too large', bytes('x'.repeat(1001)), 'CG103 1:1'],
    ['NUL', bytes('# Door\n\0'), 'CG101 1:1'],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x23, 0x00), 'CG102 1:1'],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0x00, 0x23), 'CG102 1:1'],
    ['Latin-1', Uint8Array.of(0x23, 0x20, 0x0a, 0x61, 0xe9, 0x62), 'CG102 2:2'],
    ['a character cut off at the end', Uint8Array.of(0x61, 0xe6, 0xbc), 'CG102 1:2'],
    ['a surrogate', Uint8Array.of(0x61, 0x62, 0xed, 0xa0, 0x80), 'CG102 1:3'],
    [
      'a pointer to a large file',
      bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      'CG107 1:1',
    ],
    ['a conflict', bytes('# Door\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'), 'CG106 3:1'],
    ['a conflict with CRLF', bytes('# Door\r\n<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> other\r\n'), 'CG106 2:1'],
  ])('%s', (_, given, found) => {
    const read = decodeFile('a.md', given, 1000)
    expect('problem' in read ? showDiagnostic(read.problem) : read).toBe(found)
  })
})
