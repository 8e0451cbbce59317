// Knows that names and texts of documents cannot leave their places in any emitted file, in either shape.

import { rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EmittedFile } from '../../src/emit/emitter.js'
import { emitters } from '../../src/emit/index.js'
import type { Model } from '../../src/ir/model.js'
import { compile, emit, load, writeFiles } from './emitted.js'
import { pairsOf } from './pairs.js'
import {
  alternatives,
  api,
  dateTime,
  enumeration,
  field,
  hostileText,
  literal,
  model,
  object,
  ref,
  string,
} from './sample-model.js'

const canary = 'globalThis.canary = 1'

/** Texts that would do harm, or be something else, where they are not escaped. */
const texts = [
  `*/ ${canary} /*`,
  `\`\${${canary}}\``,
  `"; ${canary}; "`,
  `'; ${canary}; '`,
  `\n${canary}\n`,
  `\u2028${canary}\u2029`,
  '\u202e reversed \u2066 isolated',
  '\u0000 \u0007 \ufeff',
  '\ud800 alone',
  '</script><!--',
  '\\',
  '\\u0022',
  '${x}',
  '@deprecated no tag',
  '{@link nowhere}',
  `Defaults to \`*/ ${canary} /*\`.`,
  '__proto__',
  '__defineGetter__',
  'constructor',
  'hasOwnProperty',
  'to_string',
  '1st_thing',
  '2024',
  '-1',
  '😀_face',
  'é_è',
  '',
  ' ',
  `${'x_'.repeat(250)}`,
  ...'class await default enum function import let new null return static this typeof undefined void with yield'.split(
    ' ',
  ),
  ...'any never string unknown symbol object'.split(' '),
  ...'Array Date Error Function Map Object Promise Record Result Codec Infinity NaN'.split(' '),
  ...'check codec convert path result same value values wire z'.split(' '),
]

const models: readonly Model[] = texts.flatMap((text, index): Model[] => {
  const said = { description: `${text} ${hostileText}`, deprecated: { message: text }, examples: [text] }
  const fields = [
    field(text, string, said),
    field(`${text}_at?`, dateTime, said),
    field(`kind_of_${index}`, literal(text), said),
    field('list_of', ref(`${text}/values-${index}`)),
  ]
  return [
    model(`${text}/object-${index}`, text, { kind: 'object', fields, ...said }),
    { ...enumeration(`${text}/values-${index}`, `${text} values`, [text, `${text}!`, 'a'], index % 2 === 0), ...said },
    ...(index % 4 === 0 ? unionOf(text, index) : []),
  ]
})

/** A union that a property of this name tells apart, with its members. */
function unionOf(text: string, index: number): Model[] {
  return [
    object(`${text}/left-${index}`, `${text} left`, [field(text, literal(`${text}l`)), field('at_l', dateTime)]),
    object(`${text}/right-${index}`, `${text} right`, [field(text, literal(`${text}r`)), field('at_r', dateTime)]),
    alternatives(
      `${text}/either-${index}`,
      `${text} either`,
      [ref(`${text}/left-${index}`), ref(`${text}/right-${index}`)],
      text,
    ),
  ]
}

const given = api(models)
let files: readonly EmittedFile[] = []
let folder = ''

beforeAll(async () => {
  const emitted = await Promise.all(emitters.map((emitter) => emit(emitter, given, { shape: 'sdk' })))
  expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  files = emitted.flatMap((each) => each.files)
  folder = writeFiles(files)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('everything compiles', () => {
  expect(compile(folder, files)).toEqual([])
})

test('nothing runs, and every model converts both ways', async () => {
  const converters = await load(folder, 'convert/index.js')
  const pairs = pairsOf(given, 2)
  const lossy = models.flatMap(({ id }) => {
    const name = pairs.nameOf(id)
    const [parse, serialize] = [converters[`parse${name}`], converters[`serialize${name}`]]
    if (typeof parse !== 'function' || typeof serialize !== 'function') throw new Error(`${id} has no conversion`)
    return fc.sample(pairs.of(id), { numRuns: 5, seed: 1 }).filter(({ wire, own }) => {
      const there = isDeepStrictEqual(parse(wire), { ok: true, value: own })
      return !there || !isDeepStrictEqual(serialize(own), wire)
    })
  })
  expect(lossy).toEqual([])
  await load(folder, 'zod/index.js')
  await load(folder, 'index.js')
  expect(globalThis).not.toHaveProperty('canary')
})

test('no file holds an invisible character', () => {
  const raw = files.filter(({ text }) => /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text))
  expect(raw.map(({ path }) => path)).toEqual([])
})

test('the comments of the types have the tags that were meant, and no others', () => {
  const types = files.filter(({ path }) => path.startsWith('models/'))
  const tags = types.flatMap(({ text }) =>
    [...text.matchAll(/^ +\*? ?@(\w+)|\/\*\* @(\w+)/gm)].map(([, a, b]) => a ?? b),
  )
  expect([...new Set(tags)].sort()).toEqual(['defaultValue', 'deprecated', 'example', 'wire'])
})
