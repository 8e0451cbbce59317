// Knows what becomes of types that are nested deeper than the configuration allows.

import { expect, test } from 'vitest'
import { recoverPages } from '../support/recovered.js'
import { optionsWith } from '../support/options.js'

const page = (type: string): string =>
  `# Door\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n| \`a\` | ${type} | :heavy_check_mark: | N/A |\n`

test.each([
  ['*List[List[str]]*', 2, [], 'array'],
  ['*List[List[List[str]]]*', 2, ['CG303 python/door.md:8:9'], 'unknown'],
  ['*Dict[str, List[str]]*', 1, ['CG303 python/door.md:8:9'], 'unknown'],
])('%s where %i may be', async (type, depth, found, kind) => {
  const { model, diagnostics } = await recoverPages(
    { 'python/door.md': page(type) },
    { options: { limits: { ...optionsWith().limits, depth } } },
  )
  expect(
    diagnostics.map(({ code, span }) => `${code} ${span?.file}:${span?.start.line}:${span?.start.column}`),
  ).toEqual(found)
  const [door] = model.models
  expect(door?.kind === 'object' ? door.fields.map((field) => field.type.kind) : []).toEqual([kind])
})
