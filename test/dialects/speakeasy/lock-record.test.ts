// Knows what is taken from a lock file about the SDK, and that a file of another shape gives nothing.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockBlobs, lockRecord } from '../../../src/dialects/speakeasy/lock-record.js'

const A = 'a'.repeat(40)
const B = '1234567890'.repeat(4)

const lock = `lockVersion: 2.0.0
id: 00000000-0000-4000-8000-000000000000
management:
  docChecksum: 0123456789abcdef0123456789abcdef
  docVersion: "1.0"
  speakeasyVersion: 1.700.1
  generationVersion: 2.800.0
  releaseVersion: 0.3.0
  configChecksum: ffff
features:
  python:
    core: 6.0.9
    docVersion: 9.9.9
trackedFiles:
  docs/models/shared/door.md:
    id: 24139dae6567
    last_write_checksum: sha1:bbbb
    pristine_git_object: ${A}
  docs/models/shared/left_behind.md:
    id: 24139dae6567
    pristine_git_object: ${A}
  docs/models/shared/nothing.md: {}
  "docs/models/shared/with space.md":
    id: "241390006567"
    last_write_checksum: sha1:bbbb
    pristine_git_object: "${B}"
  ? docs/models/shared/with_a_very_long_name.md
  : id: 24139dae6567
    last_write_checksum: sha1:bbbb
    pristine_git_object: ${A}
  ? docs/models/shared/long_without_id.md
  : last_write_checksum: sha1:bbbb
    pristine_git_object: ${A}
  docs/models/shared/short_hash.md:
    last_write_checksum: sha1:bbbb
    pristine_git_object: abc
examples:
  docs/models/shared/example.md:
    last_write_checksum: sha1:bbbb
    pristine_git_object: ${A}
management2:
  docChecksum: no
`

const wanted = {
  provenance: {
    checksum: '0123456789abcdef0123456789abcdef',
    document: '1.0',
    generator: '1.700.1',
    generation: '2.800.0',
    release: '0.3.0',
  },
  language: 'python',
  blobs: new Map([
    ['docs/models/shared/door.md', A],
    ['docs/models/shared/with space.md', B],
    ['docs/models/shared/with_a_very_long_name.md', A],
    ['docs/models/shared/long_without_id.md', A],
  ]),
}

test.each([
  ['as the generator writes it', lock],
  ['with CRLF', lock.replaceAll('\n', '\r\n')],
])('%s', (_, text) => expect(lockRecord(text)).toEqual(wanted))

describe('another shape', () => {
  test.each([
    ['nothing', ''],
    ['no YAML', '\u0000\u0001{'],
    ['a list', 'management:\n- docChecksum: abc\nfeatures:\n- python\n'],
    ['other indents', 'management:\n    docChecksum: abc\n'],
    ['a value that is no version', 'management:\n  speakeasyVersion: "<b>"\n  docChecksum: {a: b}\n'],
    ['a name of every object', 'management:\n  constructor: x\n  __proto__: y\n'],
    ['flow', 'management: {docChecksum: abc}\ntrackedFiles: {}\n'],
  ])('%s', (_, text) => expect(lockRecord(text)).toEqual({ provenance: {}, blobs: new Map() }))

  test('two languages are none', () => {
    expect(lockRecord('features:\n  go:\n    core: 1\n  php:\n    core: 1\n')).not.toHaveProperty('language')
  })
})

test('what is told of single files is what the record tells of them, whatever the lines and their order', () => {
  const lines = lock.replaceAll('trackedFiles:', 'trackedFiles:\ntrackedFiles:').split('\n')
  const anyLines = fc.array(fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...lines.slice(14, 36)), fc.string()))
  const paths = [...wanted.blobs.keys(), 'docs/models/shared/left_behind.md', 'docs/models', 'examples:']
  fc.assert(
    fc.property(anyLines, fc.constantFrom('\n', '\r\n'), fc.nat(lines.length), (some, end, at) => {
      const text = [...lines.slice(0, at), ...some, ...lines.slice(at)].join(end)
      const { blobs } = lockRecord(text)
      for (const path of [...paths, ...blobs.keys()].filter(Boolean))
        expect(lockBlobs(text, [path]).get(path)).toBe(blobs.get(path))
    }),
  )
})
