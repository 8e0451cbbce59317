// Knows that a page keeps every byte whatever was done to it, and that a cell can be changed alone.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeFile } from '../../src/markdown/decode.js'
import { readPage } from '../../src/markdown/read-page.js'
import { mutated, mutationNames } from '../support/mutated-page.js'
import { lossOf } from '../support/page-parts.js'
import { fixturePages } from '../support/recovered.js'
import { seeded } from '../support/seeded.js'

const pages = ['quickstart/docs', 'old-unions/docs', 'enum-bullet-list/docs', 'broken-ragged-rows/docs'].flatMap(
  (folder) => Object.entries(fixturePages(folder)).map(([path, text]) => ({ file: join(folder, path), text })),
)

test.each(mutationNames)('%s', async (name) => {
  const lost: string[] = []
  for (const [index, { file, text }] of pages.entries()) {
    if (index % 9 !== mutationNames.indexOf(name) % 9) continue
    const chance = seeded(index)
    const after = mutated(text, name, chance)
    const decoded = decodeFile(file, Buffer.from(after), 1 << 20)
    if ('problem' in decoded) {
      lost.push(`${file}: ${decoded.problem.code}`)
      continue
    }
    const { page } = await readPage(file, decoded.text, { rows: 1000, columns: 64 })
    const loss = after.replace(/^\uFEFF/, '') === page.text ? await lossOf(page, chance) : 'not read whole'
    if (loss !== '') lost.push(`${file}: ${loss}`)
  }
  expect(lost).toEqual([])
})

test('bytes that are no text are told of, not read', () => {
  const page = readFileSync(new URL('../../fixtures/quickstart/docs/go/pkg/models/shared/locker.md', import.meta.url))
  for (const byte of [0xff, 0xc3, 0x80]) {
    const broken = Buffer.concat([page.subarray(0, 100), Buffer.from([byte, 0x20]), page.subarray(100)])
    expect(decodeFile('locker.md', broken, 1 << 20)).toMatchObject({ problem: { code: 'CG102', span: { start: {} } } })
  }
})
