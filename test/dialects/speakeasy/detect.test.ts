// Knows that a page gives away its language by its own signs, and that a folder of pages does so where one page does not.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dialects } from '../../../src/dialects/index.js'
import type { Page } from '../../../src/markdown/page.js'
import { fieldsTable, pageOf } from '../pages.js'

/** The languages that the pages speak for most, by id. */
function detected(...pages: readonly Page[]): string[] {
  const scores = dialects.map(({ id, detect }) => ({ id, score: pages.reduce((sum, page) => sum + detect(page), 0) }))
  const best = Math.max(...scores.map(({ score }) => score))
  return best <= 0 ? [] : scores.filter(({ score }) => score === best).map(({ id }) => id)
}

function objectPage(file: string, rows: readonly string[]): Page {
  return pageOf(file, `# DoorPlate\n\n\n## Fields\n\n${fieldsTable(rows)}`)
}

describe('a single page of an object', () => {
  test.each([
    [
      'csharp',
      'DoorPlate.md',
      ['`Code` | *string* | :heavy_minus_sign: | N/A', '`OpenCount` | *long* | :heavy_minus_sign: | N/A'],
    ],
    ['go', 'doorplate.md', ['`Code` | `*string` | :heavy_minus_sign: | N/A']],
    [
      'go',
      'doorplate.md',
      ['`Code` | **string* | :heavy_minus_sign: | N/A', '`DoorID` | *int64* | :heavy_check_mark: | N/A'],
    ],
    ['java', 'DoorPlate.md', ['`code` | *Optional\\<String>* | :heavy_minus_sign: | N/A']],
    [
      'php',
      'DoorPlate.md',
      ['`code` | *?string* | :heavy_minus_sign: | N/A', '`isOpen` | *?bool* | :heavy_minus_sign: | N/A'],
    ],
    ['python', 'doorplate.md', ['`code` | *Optional[str]* | :heavy_minus_sign: | N/A']],
    ['ruby', 'doorplate.md', ['`code` | *T.nilable(::String)* | :heavy_minus_sign: | N/A']],
    [
      'typescript',
      'doorplate.md',
      ['`code` | *string* | :heavy_minus_sign: | N/A', '`openCount` | *number* | :heavy_minus_sign: | N/A'],
    ],
  ])('%s', (id, file, rows) => {
    expect(detected(objectPage(`pages/${file}`, rows))).toEqual([id])
  })

  test('two columns of types, written without what stands around them', () => {
    const columns = 'Field | Setter Type | Getter Type | Required | Description'
    const rows = ['`code` | @Nullable *String* | Optional\\<*String*> | :heavy_minus_sign: | N/A']
    const text = `# DoorPlate\n\n\n## Fields\n\n${fieldsTable(rows, columns)}`
    expect(detected(pageOf('pages/DoorPlate.md', text))).toEqual(['java'])
  })

  test('a page without signs speaks for nobody', () => {
    expect(detected(pageOf('pages/x.md', '# DoorPlate\n\n'))).toEqual([])
  })

  test('folder names count for nothing', () => {
    const rows = ['`door_code` | *Optional[str]* | :heavy_minus_sign: | N/A']
    expect(detected(objectPage('docs/ruby/models/doorplate.md', rows))).toEqual(['python'])
  })
})

describe('the pages of a folder together', () => {
  const fixtures = join(import.meta.dirname, '../../../fixtures')
  const folders = ['quickstart', 'union-per-language', 'nullable-matrix', 'old-notations', 'old-unions'].flatMap(
    (name) => readdirSync(join(fixtures, name, 'docs')).map((folder) => `${name}/docs/${folder}`),
  )

  test.each(folders)('%s', (folder) => {
    const root = join(fixtures, folder)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md') && !file.includes('sdks'),
    )
    const pages = files.map((file) => pageOf(`pages/${file}`, readFileSync(join(root, file), 'utf8')))
    expect(detected(...pages)).toEqual([(folder.split('/').at(-1) ?? '').split('-')[0]])
  })
})
