// Knows the law of patches: applied by git, they leave no finding that could be mended, and they apply once.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fixturePages, recoverPages, type Pages } from '../../support/recovered.js'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The pages after a patch was applied by git, and what git says of applying it again. */
function applied(pages: Pages, patch: string): { pages: Pages; check: number | null; again: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'patched-'))
  folders.push(folder)
  const git = (...args: string[]): number | null => spawnSync('git', args, { cwd: folder, input: patch }).status
  git('init', '-q')
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const check = git('apply', '--check', '-')
  git('apply', '-')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  const after = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  return { pages: after, check, again: git('apply', '--check', '-') }
}

const quickstart = fixturePages('quickstart/docs')

/** What is left after the patch of one variant. */
async function mended(pages: Pages, variant: string) {
  const before = await recoverPages(pages)
  const findings = before.findings.filter((finding) => finding.variant === variant)
  const patch = await before.patch(findings)
  const { pages: after, check, again } = applied(pages, patch)
  const left = (await recoverPages(after)).findings.filter((finding) => finding.variant === variant)
  return { check, again, fixable: findings.filter((finding) => finding.fixable).length, left, after }
}

const languages = ['csharp', 'go', 'java', 'php', 'python', 'ruby', 'typescript']

const known = new Map<string, ReturnType<typeof mended>>()
function patched(variant: string): ReturnType<typeof mended> {
  const result = known.get(variant) ?? mended(quickstart, variant)
  known.set(variant, result)
  return result
}

describe('the patch of a variant', () => {
  test.each(languages)('%s as it is', async (variant) => {
    const { check, again, fixable, left } = await patched(variant)
    expect({ check, again, left }).toEqual({ check: 0, again: 1, left: [] })
    expect(fixable).toBeGreaterThan(0)
  })

  test('nothing to mend, no patch', async () => {
    const { after } = await patched('csharp')
    const { patch, findings } = await recoverPages(after)
    expect(await patch(findings.filter(({ variant }) => variant === 'csharp'))).toBe('')
  })

  test('all variants at once', async () => {
    const { patch, findings } = await recoverPages(quickstart)
    const { pages, check } = applied(quickstart, await patch(findings))
    expect(check).toBe(0)
    const left = (await recoverPages(pages)).findings
    expect(left).toEqual([])
  })
})

const DROPPED: readonly (readonly [string, RegExp, RegExp])[] = [
  ['a text', /\/locker\.md$/i, /^\| `(?:display_?name)` /i],
  ['a date, linked', /\/locker\.md$/i, /^\| `opened_?on` /i],
  ['a model, linked', /\/parcel\.md$/i, /^\| `courier` /i],
  ['an enumeration, linked', /\/parcel\.md$/i, /^\| `status` /i],
  ['a list of numbers', /\/parcel\.md$/i, /^\| `dimensions_?cm` /i],
  ['a map of lists', /\/compartment\.md$/i, /^\| `opening_?hours` /i],
  ['a value', /\/parcelsize\.md$/i, /^\| `\w+` +\| medium/i],
]

/** The pages without the lines of a variant that are dropped. */
function without(variant: string): Pages {
  return Object.fromEntries(
    Object.entries(quickstart).map(([path, text]) => {
      if (!path.startsWith(`${variant}/`)) return [path, text]
      const lines = DROPPED.filter(([, file]) => file.test(path)).map(([, , line]) => line)
      const kept = text.split('\n').filter((row) => !lines.some((line) => line.test(row)))
      return [path, kept.join('\n').replace('"small" | "medium" | ', '"small" | ')]
    }),
  )
}

describe('dropped rows and values come back byte for byte', () => {
  test.each(languages)('%s', async (variant) => {
    const pages = without(variant)
    const dropped = Object.keys(pages).filter((path) => pages[path] !== quickstart[path])
    expect(dropped.length).toBeGreaterThan(3)
    const { after } = await mended(pages, variant)
    const original = (await patched(variant)).after
    for (const path of dropped) expect(after[path]).toBe(original[path])
  })
})
