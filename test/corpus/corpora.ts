// Knows where the real docs lie, and what is expected of each set of them.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionsWith } from '../support/options.js'

/** What is measured of a set of docs, and must stay so. */
export interface Corpus {
  readonly name: string
  /** Every Markdown page, and those outside `docs/sdks`. */
  readonly pages: number
  readonly outside: number
  /** Type cells of model pages. */
  readonly cells: number
  /** The findings by rule; absent where they are drift of years that is only counted. */
  readonly findings?: { readonly [rule: string]: number }
}

/** The options that corpora are measured with: the defaults. */
export const options = optionsWith()

/** The folder with the unpacked corpora; empty where none was given. */
export const corpora = process.env['CORPORA'] ?? ''

/** The corpora, with the figures of their README. */
export const expected: readonly Corpus[] = [
  { name: 'unified', pages: 24_516, outside: 23_318, cells: 87_276, findings: {} },
  { name: 'dub', pages: 2_347, outside: 2_273, cells: 11_903 },
  { name: 'unified-drift', pages: 3_877, outside: 3_638, cells: 14_105 },
]

/** The folder of a corpus, or undefined where it is not there. */
export function folderOf({ name }: Pick<Corpus, 'name'>): string | undefined {
  const folder = join(corpora, name)
  return corpora !== '' && existsSync(folder) ? folder : undefined
}

/** Describes tests of each corpus. One that is not there is told of and passed over. */
export function describeCorpora(body: (corpus: Corpus, folder: string) => void): void {
  describe.each(expected)('$name', (corpus) => {
    const folder = folderOf(corpus)
    if (folder !== undefined) return body(corpus, folder)
    it('is not there', () => {
      process.stdout.write(`\n${corpus.name}: passed over, no such folder below CORPORA\n`)
      expect(folder).toBeUndefined()
    })
  })
}
