// Knows how the manifest is written and when it is not believed.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownsText, parseManifest, printManifest, type Manifest } from '../../src/write/manifest.js'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)

const manifest: Manifest = {
  format: 'f',
  files: new Map([
    ['models/b.ts', { text: A, source: B }],
    ['index.ts', { text: B, source: A }],
  ]),
  pending: new Map(),
  models: new Map(),
}

describe('printManifest', () => {
  it('writes one line per file, sorted', () => {
    expect(printManifest(manifest)).toBe(`{
  "about": "Files written by codegen, with the SHA-256 of each. Commit this file; do not edit it.",
  "version": 1,
  "format": "f",
  "files": {
    "index.ts": {"text":"${B}","source":"${A}"},
    "models/b.ts": {"text":"${A}","source":"${B}"}
  }
}
`)
  })

  const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
  const path = fc.stringMatching(/^[a-z0-9]{3,8}(\/[a-z0-9]{4,8})?\.ts$/)
  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(path, fc.record({ text: hash, source: hash }))),
        fc.array(fc.tuple(path, hash)),
        (format, files, pending) => {
          const given: Manifest = { format, files: new Map(files), pending: new Map(pending), models: new Map() }
          expect(parseManifest(printManifest(given))).toEqual(given)
        },
      ),
    )
  })
})

describe('parseManifest', () => {
  const good = printManifest(manifest)
  it.each([
    { what: 'nothing', text: '' },
    { what: 'half a file', text: good.slice(0, good.length / 2) },
    { what: 'an unresolved merge', text: good.replace('"version"', '<<<<<<< ours\n  "version"') },
    { what: 'another version', text: good.replace('"version": 1', '"version": 2') },
    { what: 'a path out of the folder', text: good.replace('index.ts', '../index.ts') },
    { what: 'an absolute path', text: good.replace('index.ts', '/index.ts') },
    { what: 'the manifest itself', text: good.replace('index.ts', '.codegen-manifest.json') },
    { what: 'a fingerprint of another length', text: good.replace(A, 'a') },
    { what: 'a list', text: '[]' },
    { what: 'files that are a list', text: '{"version":1,"format":"","files":[]}' },
  ])('believes nothing of $what', ({ text }) => {
    expect(parseManifest(text)).toBeUndefined()
  })

  it('takes __proto__ for a name like any other', () => {
    const text = `{"version":1,"format":"","files":{"__proto__":{"text":"${A}","source":"${A}"}}}`
    expect([...(parseManifest(text)?.files.keys() ?? [])]).toEqual(['__proto__'])
  })
})

describe('ownsText', () => {
  it.each([
    { path: 'index.ts', hash: B, expected: true },
    { path: 'index.ts', hash: A, expected: false },
    { path: 'new.ts', hash: A, expected: false },
  ])('$path $expected', ({ path, hash, expected }) => {
    expect(ownsText(manifest, path, hash)).toBe(expected)
  })
})
