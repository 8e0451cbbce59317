// Knows which output folders are refused.

import { describe, expect, it } from 'vitest'
import { checkOutputFolder } from '../../src/write/output-folder.js'
import { memoryHost } from '../support/memory-host.js'

const owned = [
  { path: '/srv/me', what: 'your home folder' },
  { path: '/srv/me/api', what: 'the working folder' },
]

describe('checkOutputFolder', () => {
  it.each([
    { out: '/', expected: 'CG607 / cannot be the output folder: it is the root of the file system' },
    { out: '/srv/me', expected: 'CG607 /srv/me cannot be the output folder: it is or holds your home folder' },
    { out: '/srv', expected: 'CG607 /srv cannot be the output folder: it is or holds your home folder' },
    {
      out: '/SRV/me/api',
      expected: 'CG607 /SRV/me/api cannot be the output folder: it is or holds the working folder',
    },
    {
      out: '/srv/me/api/docs',
      expected: 'CG607 /srv/me/api/docs cannot be the output folder: it is or holds the docs folder /srv/me/api/docs/a',
    },
    {
      out: '/srv/me/api/docs/a',
      expected:
        'CG607 /srv/me/api/docs/a cannot be the output folder: it is or holds the docs folder /srv/me/api/docs/a',
    },
    { out: '/srv/me/link', expected: 'CG607 /srv/me/link cannot be the output folder: it is a symbolic link' },
    {
      out: '/srv/me/repo',
      expected: 'CG607 /srv/me/repo cannot be the output folder: it is the root of a repository',
    },
    { out: '/srv/me/file', expected: 'CG605 /srv/me/file cannot be written: it is a file' },
    {
      out: '/srv/me/own',
      expected: 'CG607 /srv/me/own cannot be the output folder: it is or holds the docs folder /srv/me/own/..docs',
    },
    { out: '/srv/me/api/generated', expected: undefined },
    { out: '/srv/me/api/docs/a/generated', expected: undefined },
    { out: '/srv/me/api/docs-generated', expected: undefined },
    { out: '/elsewhere/new', expected: undefined },
  ])('$out: $expected', async ({ out, expected }) => {
    const host = memoryHost({
      files: { '/srv/me/repo/.git/HEAD': '', '/srv/me/file': '', '/srv/me/api/docs/a/x.md': '' },
      links: ['/srv/me/link'],
    })
    const found = await checkOutputFolder({ out, sources: ['/srv/me/api/docs/a', '/srv/me/own/..docs'], owned }, host)
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual(expected === undefined ? [] : [expected])
  })
})
