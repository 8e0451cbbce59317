import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Rolldown } from 'tsdown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { types } from '../../../src/emit/types/types.js'
import { validators } from '../../../src/emit/validators/validators.js'
import { emit, writeFiles } from '../emitted.js'
import { api, array, dateTime, enumeration, field, object, ref } from '../sample-model.js'

const models = [
  object('a/used', 'Used', [field('parts', array(ref('a/part')))]),
  object('a/part', 'Part', [field('at', dateTime)]),
  object('a/unused', 'Unused', [field('unused_only', array(ref('a/grade')))]),
  enumeration('a/grade', 'Grade', [...'abcdefghi'], false),
]
let folder = ''

beforeAll(async () => {
  const emitted = await Promise.all([types, validators].map((emitter) => emit(emitter, api(models))))
  folder = writeFiles(emitted.flatMap(({ files }) => files))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    'a guard brings what it asks, and nothing of other models',
    "export { isUsed } from './validators/index.js'",
    ['isUsed', 'isPart', 'isArrayOfPart', 'isDateTime'],
    ['Unused', 'unused_only', 'Grade', 'explainUsed', 'validated', 'isNested', 'isMapOf', '~standard'],
  ],
  [
    'who wants issues gets no Standard Schema',
    "export { validateUsed } from './validators/index.js'",
    ['validateUsed', 'explainPart'],
    ['Unused', 'unused_only', 'Grade', '~standard', 'isMapOf'],
  ],
  ['what is only imported leaves nothing', "import './validators/index.js'", [], ['function', 'const ', 'new Set']],
])('%s', async (_, entry, present, absent) => {
  writeFileSync(join(folder, 'entry.js'), entry)
  const build = await Rolldown.rolldown({ input: join(folder, 'entry.js'), logLevel: 'silent' })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  const { code } = output[0]
  expect(present.filter((word) => !code.includes(word))).toEqual([])
  expect(absent.filter((word) => code.includes(word))).toEqual([])
})
