import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openManifest } from '../../src/write/manifest-lines.js'
import { emptyManifest, printManifest, type Manifest } from '../../src/write/manifest.js'

const hash = (digit: string): string => digit.repeat(64)
const one = { text: hash('1'), source: hash('2') }
const other = { text: hash('3'), source: hash('4') }

const manifest: Manifest = {
  ...emptyManifest,
  format: 'prettier "3"',
  files: new Map([
    ['drift/go.md', one],
    ['ir.json', other],
  ]),
  models: new Map([['ir.json', 2]]),
}

describe('openManifest', () => {
  it('tells what is noted of a file', () => {
    const lines = openManifest(printManifest(manifest))
    expect(lines?.format).toBe('prettier "3"')
    expect(lines?.fileAt('drift/go.md')).toEqual(one)
    expect(lines?.fileAt('go.md')).toBeUndefined()
  })

  it('gives the text of the manifest with other notes, and with what is about to be written', () => {
    const path = fc.oneof(fc.constantFrom('a', 'b/a', 'ir.json', '__proto__', 'a"b', 'ä\u2028'), fc.string())
    const files = fc.uniqueArray(path, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(files, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (paths, chosen) => {
        const given: Manifest = { ...manifest, files: new Map(paths.map((name) => [name, one])) }
        const changed = new Map(paths.filter((_, index) => chosen[index]).map((name) => [name, other]))
        const lines = openManifest(printManifest(given))
        expect(lines?.with(changed)).toBe(printManifest({ ...given, files: new Map([...given.files, ...changed]) }))
        const pending = new Map([...changed.keys()].map((name) => [name, hash('5')]))
        if (pending.size > 0) expect(lines?.withPending(pending)).toBe(printManifest({ ...given, pending }))
      }),
    )
  })

  it.each([
    ['of a run that did not end', printManifest({ ...manifest, pending: new Map([['a', hash('5')]]) })],
    ['with other line ends', printManifest(manifest).replaceAll('\n', '\r\n')],
    ['laid out otherwise', JSON.stringify(JSON.parse(printManifest(manifest)))],
    ['of another version', printManifest(manifest).replace('"version": 1', '"version": 2')],
    ['without files', printManifest(emptyManifest)],
    ['that is cut short', printManifest(manifest).slice(0, -2)],
  ])('opens none %s', (_, text) => {
    expect(openManifest(text)).toBeUndefined()
  })
})
