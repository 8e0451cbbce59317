// Knows what is published: the entries and what they load, schemas, notices, and nothing else.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { schemas } from '../../src/schemas.js'
import { ensureBuilt } from '../support/built-cli.js'

const root = join(import.meta.dirname, '../..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

let packed: readonly string[]
beforeAll(() => {
  ensureBuilt()
  const listed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  packed = JSON.parse(listed)[0].files.map(({ path }: { readonly path: string }) => path)
})

/** The files that some files name, and those that these name. */
function reached(files: readonly string[], known = new Set(files)): ReadonlySet<string> {
  for (const file of files) {
    const names = [...textOf(file).matchAll(/["'`]\.\/([\w./-]+\.js)["'`]/g)].map(([, name = '']) => name)
    const paths = names.flatMap((name) => {
      const path = posix.join(posix.dirname(file), name)
      return file.endsWith('.d.ts') ? [path.replace(/\.js$/, '.d.ts')] : [path]
    })
    const fresh = paths.filter((path) => packed.includes(path) && !known.has(path))
    for (const path of fresh) known.add(path)
    reached(fresh, known)
  }
  return known
}

describe('the published files', () => {
  const entries = ['dist/cli.js', 'dist/index.js', 'dist/index.d.ts', 'dist/unplugin.js', 'dist/unplugin.d.ts']
  const others = [
    'LICENSE',
    'README.md',
    'package.json',
    'dist/THIRD-PARTY-NOTICES.txt',
    ...Object.keys(schemas).map((file) => `dist/schema/${file}`),
  ]

  it('are those that the entries load, and what belongs to them', () => {
    expect(packed).toEqual(expect.arrayContaining([...entries, ...others]))
    const needed = reached(entries)
    expect(packed.filter((path) => !needed.has(path) && !others.includes(path))).toEqual([])
  })

  it('name no file of a machine', () => {
    const files = packed.filter((path) => path.startsWith('dist/'))
    expect(files.filter((path) => textOf(path).includes(root))).toEqual([])
  })

  it('come with a notice for each package of which they hold code', () => {
    const code = packed.filter((path) => path.endsWith('.js')).map(textOf)
    const places = code.flatMap((text) => [
      ...text.matchAll(/^\s*\/\/#region \S*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm),
    ])
    const names = [...new Set(places.map(([, name = '']) => name))].sort()
    expect(names).toContain('zod')
    const notices = textOf('dist/THIRD-PARTY-NOTICES.txt')
    const noticed = [...notices.matchAll(/^(\S+) \d\S* \([\w.-]+\)$/gm)].map(([, name = '']) => name).sort()
    // What is dropped last, when the whole of a file is looked at, has a notice all the same.
    expect(noticed).toEqual(expect.arrayContaining(names))
    for (const text of ['Permission is hereby granted', 'END OF TERMS AND CONDITIONS']) expect(notices).toContain(text)
  })

  it('are under the licence that package.json names', () => {
    expect(JSON.parse(textOf('package.json')).license).toBe('MIT')
    expect(textOf('LICENSE')).toMatch(/^MIT License\n/)
  })
})

describe('what is installed with it', () => {
  const { packages } = JSON.parse(textOf('package-lock.json'))
  const installed: [string, { dev?: boolean; hasInstallScript?: boolean }][] = Object.entries(packages)
  const atRunTime = installed.filter(([path, { dev }]) => path !== '' && dev !== true)

  it('is little', () => {
    expect(atRunTime.length).toBeGreaterThan(2)
    expect(atRunTime.length).toBeLessThanOrEqual(14)
  })

  it('runs nothing while it is installed', () => {
    expect(atRunTime.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([])
    const { scripts } = JSON.parse(textOf('package.json'))
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([])
  })

  it('is one version of each direct dependency', () => {
    const { dependencies } = JSON.parse(textOf('package.json'))
    expect(Object.entries(dependencies).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(String(range)))).toEqual([])
  })
})
