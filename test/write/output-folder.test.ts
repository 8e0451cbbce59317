// Knows which output folders are refused.

import { describe, expect, it } from 'vitest'
import { checkOutputFolder } from '../../src/write/output-folder.js'
import { memoryHost } from '../support/memory-host.js'

const owned = [
  { path: '/home/me', what: 'your home folder' },
  { path: '/home/me/api', what: 'the working folder' },
]

describe('checkOutputFolder', () => {
  it.each([
    { out: '/', expected: 'CG607 / cannot be the output folder: it is the root of the file system' },
    { out: '/home/me', expected: 'CG607 /home/me cannot be the output folder: it is or holds your home folder' },
    { out: '/home', expected: 'CG607 /home cannot be the output folder: it is or holds your home folder' },
    {
      out: '/HOME/me/api',
      expected: 'CG607 /HOME/me/api cannot be the output folder: it is or holds the working folder',
    },
    {
      out: '/home/me/api/docs',
      expected:
        'CG607 /home/me/api/docs cannot be the output folder: it is or holds the docs folder /home/me/api/docs/a',
    },
    {
      out: '/home/me/api/docs/a',
      expected:
        'CG607 /home/me/api/docs/a cannot be the output folder: it is or holds the docs folder /home/me/api/docs/a',
    },
    { out: '/home/me/link', expected: 'CG607 /home/me/link cannot be the output folder: it is a symbolic link' },
    {
      out: '/home/me/repo',
      expected: 'CG607 /home/me/repo cannot be the output folder: it is the root of a repository',
    },
    { out: '/home/me/file', expected: 'CG605 /home/me/file cannot be written: it is a file' },
    { out: '/home/me/api/generated', expected: undefined },
    { out: '/home/me/api/docs/a/generated', expected: undefined },
    { out: '/home/me/api/docs-generated', expected: undefined },
    { out: '/elsewhere/new', expected: undefined },
  ])('$out: $expected', async ({ out, expected }) => {
    const host = memoryHost({
      files: { '/home/me/repo/.git/HEAD': '', '/home/me/file': '', '/home/me/api/docs/a/x.md': '' },
      links: ['/home/me/link'],
    })
    const found = await checkOutputFolder({ out, sources: ['/home/me/api/docs/a'], owned }, host)
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual(expected === undefined ? [] : [expected])
  })
})
