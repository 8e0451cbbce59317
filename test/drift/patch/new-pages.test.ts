// Knows the pages that a patch adds: in each language as its own page was, but for the samples of enumerations and objects.

import { describe, expect, test } from 'vitest'
import { fixturePages, recoverPages, type Pages } from '../../support/recovered.js'

const quickstart = fixturePages('quickstart/docs')
const unions = fixturePages('union-per-language/docs')

/** The new pages of a patch by their paths. */
function created(patch: string): Pages {
  const files = patch
    .split(/^diff --git .*\n/m)
    .filter((text) => text.startsWith('new file mode 100644\n--- /dev/null\n'))
  return Object.fromEntries(
    files.map((text) => {
      const path = /^\+\+\+ b\/(.*)$/m.exec(text)?.[1] ?? ''
      const lines = text.slice(text.indexOf('\n', text.indexOf('@@ ')) + 1)
      const isCut = lines.endsWith('\\ No newline at end of file\n')
      const body = lines.replace(/\\ No newline at end of file\n$/, '').replaceAll(/^\+/gm, '')
      return [path, isCut ? body.slice(0, -1) : body]
    }),
  )
}

/** The pages that the patch of a variant adds where the pages called so are missing. */
async function restored(pages: Pages, variant: string, ...names: string[]): Promise<{ gone: Pages; back: Pages }> {
  const isGone = (path: string): boolean =>
    path.startsWith(`${variant}/`) && names.some((name) => path.toLowerCase().endsWith(`/${name}.md`))
  const kept = Object.fromEntries(Object.entries(pages).filter(([path]) => !isGone(path)))
  const { findings, patch } = await recoverPages(kept)
  const own = findings.filter((finding) => finding.variant === variant)
  const missing = own.filter(
    ({ rule, modelName }) => rule === 'missing-model' && names.includes(modelName.toLowerCase()),
  )
  expect(missing.map(({ fixable }) => fixable)).toEqual(names.map(() => true))
  const all = created(await patch(own))
  return {
    gone: Object.fromEntries(Object.entries(pages).filter(([path]) => isGone(path))),
    back: Object.fromEntries(Object.entries(all).filter(([path]) => isGone(path))),
  }
}

/** A page without the section of its sample. */
function withoutSample(pages: Pages, gap: string): Pages {
  const cut = (text: string): string => text.replace(/\n+## Example Usage\n[^]*?\n```\n+(?=## )/, gap)
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [path, cut(text)]))
}

const languages = ['csharp', 'go', 'java', 'php', 'python', 'ruby', 'typescript']

describe('a page that is missing comes back', () => {
  test.each(languages)('an object in %s', async (variant) => {
    const { gone, back } = await restored(quickstart, variant, 'address')
    // Without the page, one of the docs says null nowhere: it cannot be known to have a way to.
    const known = Object.entries(gone).map(([path, text]) => [
      path,
      text.replace(/\*T\.nilable\(::String\)\*(?= \| :heavy_check)/, '*::String*           '),
    ])
    expect(back).toEqual(withoutSample(Object.fromEntries(known), '\n\n'))
  })

  test.each(languages)('an enumeration in %s', async (variant) => {
    const { gone, back } = await restored(quickstart, variant, 'parcelsize')
    expect(back).toEqual(withoutSample(gone, variant === 'typescript' ? '\n\n' : '\n\n\n'))
  })

  test.each(['csharp', 'go', 'java', 'python', 'ruby'])('a union in %s', async (variant) => {
    const { gone, back } = await restored(unions, variant, 'readingvalue')
    expect(back).toEqual(gone)
  })

  test('a union in php, its members named as in cells where no other page shows more', async () => {
    const { gone, back } = await restored(quickstart, 'php', 'parcelevent')
    const named = Object.entries(gone).map(([path, text]) => [
      path,
      text.replaceAll('@var \\Boxwell\\Models\\', '@var '),
    ])
    expect(back).toEqual(Object.fromEntries(named))
  })

  test('a union in typescript, without samples', async () => {
    const { gone, back } = await restored(unions, 'typescript', 'readingvalue')
    const bare = Object.entries(gone).map(([path, text]) => [
      path,
      text.replaceAll(/```typescript\n[^]*?\n```\n\n/g, ''),
    ])
    expect(back).toEqual(Object.fromEntries(bare))
  })

  test.each(languages)('two that refer to one another by a chain in %s', async (variant) => {
    const { gone, back } = await restored(quickstart, variant, 'compartment', 'parcelsize')
    expect(Object.keys(back).sort()).toEqual(Object.keys(gone).sort())
  })
})

test.each(['go', 'php', 'python'])('a member that is missing comes back in its place in %s', async (variant) => {
  const path =
    Object.keys(quickstart).find((file) => file.startsWith(`${variant}/`) && /parcelevent\.md$/i.test(file)) ?? ''
  const whole = quickstart[path] ?? ''
  const { findings, patch } = await recoverPages({
    ...quickstart,
    [path]: whole.replace(/### .*CollectedEvent[^]*?\n```\n\n/, ''),
  })
  const own = findings.filter(({ rule, variant: of }) => of === variant && rule === 'missing-union-member')
  expect(own.map(({ fixable }) => fixable)).toEqual([true])
  expect(await patch(own)).toMatch(/^\+### .*CollectedEvent/m)
})
