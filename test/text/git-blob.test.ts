// Knows the names that git gives to a few contents.

import { expect, test } from 'vitest'
import { gitBlobs } from '../../src/text/git-blob.js'

const EMPTY = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
const HELLO = 'ce013625030ba8dba906f756967f9e9ca394464a'

test.each<[string, string, string[]]>([
  ['nothing', '', [EMPTY]],
  ['a line', 'hello\n', [HELLO]],
  ['a line checked out with CRLF', 'hello\r\n', ['ef0493b275aa2080237f676d2ef6559246f56636', HELLO]],
  ['a return within a line', 'a\rb', ['2fe40ba389048204a83882bc3f75bf2188db6d47']],
])('%s', (_, text, wanted) => {
  expect(gitBlobs(new TextEncoder().encode(text))).toEqual(wanted)
})
