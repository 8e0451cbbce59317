// Knows how paths are written down on systems of both kinds.

import { describe, expect, it } from 'vitest'
import { labelOf, slashes, staysInside, wayTo } from '../../src/text/paths.js'
import { asOnWindows } from '../support/windows.js'

describe('where `/` separates', () => {
  it.each([
    { folder: '/w', path: '/w/docs/a.md', expected: 'docs/a.md' },
    { folder: '/w', path: '/w', expected: '.' },
    { folder: '/w', path: '/v/docs', expected: '../v/docs' },
    { folder: '/w', path: '/w/a\\b.md', expected: 'a\\b.md' },
  ])('$path from $folder: $expected', ({ folder, path, expected }) => expect(labelOf(folder, path)).toBe(expected))

  it('a backslash is a letter of a name', () => expect(slashes('a\\b')).toBe('a\\b'))
})

describe('on Windows', () => {
  it.each([
    { folder: 'C:\\w', path: 'C:\\w\\docs\\a.md', expected: 'docs/a.md' },
    { folder: 'C:\\w', path: 'c:/W/docs', expected: 'docs' },
    { folder: 'C:\\w', path: 'C:\\w', expected: '.' },
    { folder: 'C:\\w', path: 'D:\\docs', expected: 'D:/docs' },
    { folder: '\\\\server\\share\\w', path: '\\\\server\\share\\docs', expected: '../docs' },
    { folder: 'C:\\w', path: '\\\\server\\share\\docs', expected: '//server/share/docs' },
  ])('$path from $folder: $expected', async ({ folder, path, expected }) => {
    const paths = await asOnWindows(() => import('../../src/text/paths.js'))
    expect(paths.labelOf(folder, path)).toBe(expected)
    expect(paths.staysInside(paths.wayTo(folder, path))).toBe(!/^(?:\.\.|D:|\/)/.test(expected))
  })
})

it.each([
  { path: '/w', inside: true },
  { path: '/w/..docs', inside: true },
  { path: '/w2', inside: false },
  { path: '/', inside: false },
])('$path is in /w: $inside', ({ path, inside }) => expect(staysInside(wayTo('/w', path))).toBe(inside))
