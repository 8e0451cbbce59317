// Knows that no page of the real docs loses a byte: as it is, with its cells written anew, and after any damage.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { dialectOf } from '../../src/dialects/index.js'
import { decodeFile } from '../../src/markdown/decode.js'
import type { Page } from '../../src/markdown/page.js'
import { readPage } from '../../src/markdown/read-page.js'
import { mutated, mutationNames } from '../support/mutated-page.js'
import { countTables, lossOf, printsBack, rewritten } from '../support/page-parts.js'
import { seeded } from '../support/seeded.js'
import { describeCorpora } from './corpora.js'
import { createTable } from './table.js'

const limits = { rows: 20_000, columns: 64 }
/** Of so many pages one is damaged. */
const STEP = 5
const table = createTable()

describeCorpora((corpus, folder) => {
  /** The Markdown files outside `docs/sdks`. */
  const filesOf = async (): Promise<string[]> => {
    const all = await createNodeHost().list(folder)
    return all.filter((file) => file.endsWith('.md') && !file.includes('/docs/sdks/')).sort()
  }

  it('prints every page back byte for byte, and every table as the generator lays it out', async () => {
    const wrong: string[] = []
    const count = { pages: 0, tables: 0, laidOut: 0 }
    for (const file of await filesOf()) {
      const bytes = readFileSync(join(folder, file))
      const page = await pageOf(file, bytes)
      if (page === undefined || !sameBytes(bytes, page) || !printsBack(page) || rewritten(page) !== page.text)
        wrong.push(file)
      else {
        count.pages += 1
        // Pages of utilities are written by hand, each table to its own width.
        if (dialectOf(file.split('/')[0] ?? '')?.project(page).projection === undefined) continue
        const { laidOut, all } = countTables(page)
        count.tables += all
        count.laidOut += laidOut
      }
    }
    table.add(corpus.name, 'pages outside docs/sdks', count.pages + wrong.length)
    table.add(corpus.name, '  printed back byte for byte', count.pages)
    table.add(corpus.name, 'tables of models', count.tables)
    table.add(corpus.name, '  laid out anew byte for byte', count.laidOut)
    expect(wrong).toEqual([])
    expect(count.pages).toBe(corpus.outside)
    expect(count.laidOut).toBe(count.tables)
  })

  it('prints damaged pages back byte for byte', async () => {
    const wrong: string[] = []
    let count = 0
    for (const [index, file] of (await filesOf()).entries()) {
      if (index % STEP !== 0) continue
      const first = mutationNames[(index / STEP) % mutationNames.length]
      if (first === undefined) continue
      const chance = seeded(index)
      const bytes = Buffer.from(mutated(readFileSync(join(folder, file), 'utf8'), first, chance))
      const page = await pageOf(file, bytes)
      const told =
        page === undefined ? 'unread' : !sameBytes(bytes, page) ? 'bytes are lost' : await lossOf(page, chance)
      count += 1
      if (told !== '') wrong.push(`${file}: ${first}: ${told}`)
    }
    table.add(corpus.name, 'damaged pages', count)
    table.add(corpus.name, '  printed back, one cell edited alone', count - wrong.length)
    expect(wrong).toEqual([])
  })

  it('tells of bytes that are no text instead of reading them', async () => {
    const files = (await filesOf()).filter((_, index) => index % 500 === 0)
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(join(folder, file))
      const at = seeded(index).below(bytes.length)
      const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xfe, 0xc3]), bytes.subarray(at)])
      expect(decodeFile(file, broken, broken.length)).toMatchObject({ problem: { code: 'CG102' } })
    }
    table.add(corpus.name, 'pages that are no UTF-8, refused', files.length)
  })
})

async function pageOf(file: string, bytes: Uint8Array): Promise<Page | undefined> {
  const decoded = decodeFile(file, bytes, bytes.length)
  return 'text' in decoded ? (await readPage(file, decoded.text, limits)).page : undefined
}

/** Whether the text is the bytes, but for a byte order mark. */
function sameBytes(bytes: Uint8Array, { text }: Page): boolean {
  const own = Buffer.from(text)
  const mark = Buffer.from([0xef, 0xbb, 0xbf])
  return own.equals(bytes) || Buffer.concat([mark, own]).equals(bytes)
}
