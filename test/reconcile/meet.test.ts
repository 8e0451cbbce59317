import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { typeKey } from '../../src/ir/canonical.js'
import { mapParts, typeParts, type Type } from '../../src/ir/type.js'
import { meet, type Models } from '../../src/reconcile/meet.js'
import { typeOf } from '../support/invented.js'

const kinds: { readonly [id: string]: ReturnType<Models['kindOf']> } = {
  a: 'enum',
  alsoA: 'enum',
  size: 'enum',
  thing: 'object',
  empty: 'object',
  either: 'union',
  wider: 'union',
  endless: 'union',
  blankUnion: 'union',
}
const members: { readonly [id: string]: readonly string[] } = {
  either: ['@thing', 'text'],
  wider: ['@either', 'int'],
  endless: ['text', '[@endless]'],
}

/** `a` and `alsoA` have the one value "a"; `either` is thing or text; `wider` is either or integer; `endless` is text or a list of itself; `ghost` is described nowhere. */
const models: Models = {
  kindOf: (id) => kinds[id] ?? 'unknown',
  constantOf: (id) => (id === 'a' || id === 'alsoA' ? { value: 'a' } : undefined),
  membersOf: (id) => (members[id] ?? []).map(bare),
  isEmpty: (id) => id === 'empty',
}

/** References as the model has them: by name alone. */
function bare(notation: string): Type {
  return named(typeOf(notation))
}

function named(type: Type): Type {
  return type.kind === 'ref' ? { kind: 'ref', name: type.name, nullable: type.nullable } : mapParts(type, named)
}

/** Each row: two statements, and what both allow; `-` where no value can be both. Each is tried both ways round. */
const table: { readonly [title: string]: readonly (readonly [string, string, string])[] } = {
  'nobody knows': [
    ['none', 'text', 'text'],
    ['none', 'none', 'none'],
    ['none', '[@thing]', '[@thing]'],
    ['lib', 'text', 'text'],
    ['lib', 'none', 'lib'],
  ],
  words: [
    ['text', 'text', 'text'],
    ['text', 'int', '-'],
    ['text', 'bool', '-'],
    ['text', 'time', '-'],
    ['any', 'text', '-'],
    ['any', 'any', 'any'],
    ['text', '@thing', '-'],
    ['[text]', 'text', '-'],
    ['[text]', '{text}', '-'],
  ],
  null: [
    ['text?', 'text', 'text?'],
    ['text!', 'text', 'text!'],
    ['text?', 'text!', 'text?'],
    ['[text?]', '[text]', '[text?]'],
    ['[text!]?', '[text]!', '[text!]?'],
    ['{int?}', '{int!}', '{int?}'],
    ['none?', 'text', 'text?'],
  ],
  'words that may hide others': [
    ['text~literal', '"a"', '"a"'],
    ['text', '"a"', '-'],
    ['text~enum', '@size', '@size'],
    ['text~enum', '@thing', '-'],
    ['text~literal', '@size', '-'],
    ['text~literal', '@a', '@a'],
    ['text~bytes', 'bytes', 'bytes'],
    ['text', 'bytes', '-'],
    ['any~bytes', 'bytes', 'bytes'],
    ['any~bytes', 'text~bytes', 'bytes'],
    ['any~bytes', 'text~literal', '-'],
    ['any~union', 'text|int', 'text|int'],
    ['any~union', '@either', '@either'],
    ['any~union', '@thing', '-'],
    ['text~literal,bytes', 'text~literal', 'text~literal'],
    ['text~literal', 'text', 'text'],
    ['text~literal', 'text~bytes', 'text'],
    ['[text~literal]', '["a"]', '["a"]'],
    ['int~literal', '7', '7'],
    ['int~literal', '"a"', '-'],
    ['int~literal', '@a', '-'],
    ['bool~literal', 'true', 'true'],
    ['bool~literal', 'bool', 'bool'],
    ['bool~literal', '"a"', '-'],
    ['date~literal', '"2024-05-01"', '"2024-05-01"'],
    ['time~literal', '"2024-05-01T10:00:00Z"', '"2024-05-01T10:00:00Z"'],
    ['date~literal', '"a"', '-'],
    ['num~literal', '"1.5"', '"1.5"'],
    ['num~literal', '"1D_VIEW"', '-'],
    ['date~literal', 'date', 'date'],
  ],
  constants: [
    ['"a"', '"a"', '"a"'],
    ['"a"', '"b"', '-'],
    ['"a"', '@a', '"a"'],
    ['"b"', '@a', '-'],
    ['"a"', '@size', '-'],
    ['@a', '@alsoA', '@a'],
    ['@a', '@size', '-'],
    ['1', '"1"', '-'],
  ],
  models: [
    ['@thing', '@thing', '@thing'],
    ['@thing', '@empty', '-'],
    ['@empty', '{any}', '{any}'],
    ['@thing', '{any}', '-'],
    ['@ghost', 'any', '@ghost'],
    ['@ghost', 'coll', '@ghost'],
    ['@ghost', 'text', '-'],
    ['@ghost', 'text|int', '@ghost'],
  ],
  unions: [
    ['text|int', 'int|text', 'text|int'],
    ['text|int', 'text', '-'],
    ['text|int', 'text|int|bool', '-'],
    ['text|int', 'text|bool', '-'],
    ['@either', '@thing|text', '@either'],
    ['@either', '@thing|bool', '-'],
    ['@wider', '@thing|text|int', '@wider'],
    ['@wider', '@either|int', '@wider'],
    ['@blankUnion', '@thing|text', '@blankUnion'],
    ['@endless', '{any}', '@endless'],
    ['@endless', '{text}', '-'],
    ['@either', '{any}', '-'],
    ['@endless', 'text|[{any}]', '@endless'],
    ['@thing', '@thing|text', '-'],
    ['text~literal|"a"', '"a"|"b"', '"b"|"a"'],
    ['text~literal|"a"', '"a"|text~literal', 'text~literal|"a"'],
    ['number|num', 'int|num', 'int|num'],
  ],
  uploads: [
    ['@thing', '@thing|bytes', '@thing'],
    ['bytes', 'bytes', 'bytes'],
    ['@thing', 'bytes', '-'],
  ],
  collections: [
    ['coll', '[text]', '[text]'],
    ['coll', '{text}', '{text}'],
    ['coll', 'text', '-'],
    ['coll', 'coll', 'coll'],
    ['[coll]', '[{int}]', '[{int}]'],
    ['[int]', '[text]', '-'],
    ['{int}', '{text}', '-'],
  ],
  numbers: [
    ['number', 'int', 'int'],
    ['number', 'num', 'num'],
    ['int', 'num', '-'],
    ['int', 'int64', 'int64'],
    ['number', 'int32', 'int32'],
    ['int32', 'int64', '-'],
  ],
  dates: [
    ['when', 'date', 'date'],
    ['when', 'time', 'time'],
    ['date', 'time', '-'],
    ['when', 'when', 'when'],
    ['when', 'text', '-'],
  ],
}

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(rows)('%s and %s: %s', (left, right, want) => {
    const wanted = want === '-' ? undefined : normal(bare(want))
    expect([met(left, right), met(right, left)]).toEqual([wanted, wanted])
  })
})

function met(left: string, right: string): Type | undefined {
  const type = meet(bare(left), bare(right), models)
  return type === undefined ? undefined : normal(type)
}

/** The type with the members of unions in one order. */
function normal(type: Type): Type {
  const parts = mapParts(type, normal)
  if (parts.kind !== 'union') return parts
  return { ...parts, members: parts.members.toSorted((a, b) => (typeKey(a) < typeKey(b) ? -1 : 1)) }
}

const words = [
  'none',
  'any',
  'any~bytes',
  'any~union',
  'text',
  'text~literal',
  'text~bytes',
  'text~literal,enum,bytes',
  'text~enum',
  'bool',
  'int',
  'int64',
  'num',
  'number',
]
const rest = [
  'date',
  'time',
  'when',
  'bytes',
  'coll',
  'lib',
  '"a"',
  '"b"',
  '@a',
  '@alsoA',
  '@size',
  '@thing',
  '@empty',
  '@either',
  '@wider',
  '@ghost',
]

/** Any type, two containers deep. */
const types: fc.Arbitrary<Type> = fc
  .letrec<{ type: string }>((tie) => ({
    type: fc
      .tuple(
        fc.oneof(
          { maxDepth: 2, withCrossShrink: true },
          { weight: 3, arbitrary: fc.constantFrom(...words, ...rest) },
          { weight: 1, arbitrary: tie('type').map((type) => `[${type}]`) },
          { weight: 1, arbitrary: tie('type').map((type) => `{${type}}`) },
          {
            weight: 1,
            arbitrary: fc.array(tie('type'), { minLength: 2, maxLength: 3 }).map((list) => `(${list.join('|')})`),
          },
        ),
        fc.constantFrom('', '', '?', '!'),
      )
      .map(([type, mark]) => `${type.replace(/[?!]$/, '')}${mark}`),
  }))
  .type.map(bare)

describe('as algebra', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(types, (type) => {
        expect(meet(type, type, models)).toEqual(type)
      }),
      { numRuns: 500 },
    )
  })

  it('is commutative but for the order of union members', () => {
    fc.assert(
      fc.property(types, types, (a, b) => {
        const [left, right] = [meet(a, b, models), meet(b, a, models)]
        expect(left === undefined ? left : normal(left)).toEqual(right === undefined ? right : normal(right))
      }),
      { numRuns: 3000 },
    )
  })

  it('is associative where both ways round are defined', () => {
    fc.assert(
      fc.property(types, types, types, (a, b, c) => {
        const [ab, bc] = [meet(a, b, models), meet(b, c, models)]
        fc.pre(ab !== undefined && bc !== undefined)
        const [left, right] = [meet(ab, c, models), meet(a, bc, models)]
        fc.pre(left !== undefined && right !== undefined)
        expect(normal(left)).toEqual(normal(right))
      }),
      { numRuns: 1000, maxSkipsPerRun: 1000 },
    )
  })

  it('absorbs: what was met meets each of the two again, and stays', () => {
    fc.assert(
      fc.property(types, types, (a, b) => {
        // Which members of two unions stand for each other can be a choice, and another one the second time.
        fc.pre(![a, b].some(hasUnion))
        const both = meet(a, b, models)
        fc.pre(both !== undefined)
        const again = meet(both, a, models)
        expect(again === undefined ? again : normal(again)).toEqual(normal(both))
      }),
      { numRuns: 20000, maxSkipsPerRun: 1000 },
    )
  })

  it('takes what nobody knows as neutral', () => {
    fc.assert(
      fc.property(types, (type) => {
        expect(meet(bare('none'), type, models)).toEqual(type)
      }),
    )
  })
})

/** Whether there is a union anywhere in the type. */
function hasUnion(type: Type): boolean {
  return type.kind === 'union' || typeParts(type).some(hasUnion)
}
