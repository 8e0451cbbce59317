// Knows that a source can be sorted one docs folder after another, and what is held of it then.

import { expect, test } from 'vitest'
import { readDocuments, type ReadFiles } from '../../src/pipeline/read-files.js'
import { joinVariants, variantsOf } from '../../src/pipeline/read-variants.js'
import { joinSorted, rootOf, sortSource } from '../../src/pipeline/sort-pages.js'
import { groupBy } from '../../src/reconcile/resolve.js'
import { memoryHost } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'
import { fixturePages } from '../support/recovered.js'

const named = { source: { path: '/w' }, label: '.' }
const pages = {
  ...fixturePages('quickstart/docs'),
  'sdk/docs/models/lonely.md': '# Lonely\n\n\n## Fields\n\n| Field |\n| ----- |\n| `a`   |\n',
}

function read(paths: readonly string[]): Promise<ReadFiles> {
  const files = Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${path}`, text]))
  const label = (path: string): string => path.slice('/w/'.length)
  return readDocuments(paths, { options: optionsWith({}), host: memoryHost({ files }), label, onFile: () => {} })
}

test('folder by folder, the variants are those of all pages at once', async () => {
  const paths = Object.keys(pages).map((path) => `/w/${path}`)
  const byRoot = groupBy(paths, (path) => rootOf(path.slice('/w/'.length), named.label))
  const parts = await Promise.all(
    [...byRoot.values()].map(async (own) => sortSource({ ...named, read: await read(own) })),
  )
  expect(parts.length).toBeGreaterThan(1)
  const whole = variantsOf([{ ...named, read: await read(paths) }])
  const joined = joinVariants([joinSorted(named, parts)])
  expect(told(joined)).toEqual(told(whole))
  expect(whole.diagnostics.map(({ code }) => code)).toContain('CG108')
})

test('no text of a page is held, and no page', async () => {
  const { read: held } = sortSource({ ...named, read: await read(['/w/sdk/docs/models/lonely.md']) })
  expect(held.pages.map(Object.keys)).toEqual([['file', 'diagnostics', 'blobs']])
})

/** All but functions. */
function told({ variants, diagnostics, scores }: ReturnType<typeof variantsOf>): unknown {
  const plain = variants.map(({ dialect, ...variant }) => ({ ...variant, dialect: dialect.id }))
  return { plain, diagnostics, scores }
}
