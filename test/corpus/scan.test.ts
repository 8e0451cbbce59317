// Knows that the scanner reads every real page it takes as the parser does, and how many are left to the parser.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { prefilter } from '../../src/dialects/index.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import { scanPage } from '../../src/markdown/scan-page.js'
import { describeCorpora, options } from './corpora.js'
import { createTable } from './table.js'

const table = createTable()

describeCorpora((corpus, folder) => {
  it('reads alike in both ways', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    const pages = files
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
      .filter(({ file, text }) => prefilter.mayBeModelPage(file, text))
    const scanned = pages.flatMap(({ file, text }) => scanPage(file, text, options.limits) ?? [])
    table.add(corpus.name, 'pages that may describe a model', pages.length)
    table.add(corpus.name, '  read line by line', scanned.length)
    table.add(corpus.name, '  left to the parser', pages.length - scanned.length)
    const otherwise = scanned.filter(
      (page) => !isDeepStrictEqual({ page, diagnostics: [] }, parsePage(page.file, page.text, options.limits)),
    )
    expect(otherwise.map(({ file }) => file)).toEqual([])
    expect(scanned.length / pages.length).toBeGreaterThan(0.98)
  })
})
