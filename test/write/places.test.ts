// Knows which paths may be written.

import { describe, expect, it } from 'vitest'
import { foldPath, isSafePath, isTemporary, temporaryName } from '../../src/write/places.js'

describe('isSafePath', () => {
  it.each(['index.ts', 'models/shared/connection.ts', 'ir.json', 'a-b_c.d.ts', 'models/ä.ts', '.hidden', 'console.ts'])(
    'takes %s',
    (path) => expect(isSafePath(path)).toBe(true),
  )

  it.each([
    '',
    '/etc/passwd',
    '../x.ts',
    'a/../../x.ts',
    './x.ts',
    'a//b.ts',
    'a/',
    'C:/x.ts',
    'c:x.ts',
    'a\\b.ts',
    '\\\\host\\share',
    'a\0.ts',
    'a\nb.ts',
    'a\u202Eb.ts',
    'CON',
    'aux.ts',
    'models/nul.json',
    'Com1.txt',
    'com¹.txt',
    'lpt³',
    'con .txt',
    'a.',
    'a ',
    'a?.ts',
    `${'x'.repeat(201)}`,
    '.codegen-manifest.json',
    '.codegen-lock',
    'models/.codegen-1-a.tmp',
  ])('refuses %j', (path) => expect(isSafePath(path)).toBe(false))
})

describe('isTemporary', () => {
  it('knows the names it is given', () => expect(isTemporary(`a/${temporaryName('12-ab')}`)).toBe(true))
  it.each(['a.tmp', 'x.codegen-1.tmp', '.codegen-manifest.json', '.codegen-1.tmp/a'])(
    'does not take %s for ours',
    (path) => expect(isTemporary(path)).toBe(false),
  )
})

describe('foldPath', () => {
  it('makes paths alike that some file system takes for one', () => {
    expect(foldPath('Models/A\u0308.ts')).toBe(foldPath('models/\u00E4.ts'))
  })
})
