// Knows the laws that hold of every dialect's cells: total, never opaque, the same when written back, forgetful only where it says so.

import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dialects } from '../../src/dialects/index.js'
import type { CellContext, Dialect } from '../../src/dialects/dialect.js'
import { typeParts, type Ternary, type Type } from '../../src/ir/type.js'
import { parsePage } from '../../src/markdown/parse-page.js'

const fixtures = join(import.meta.dirname, '../../fixtures')

interface Cell {
  readonly text: string
  readonly required: boolean
  readonly file: string
}

/** The cells of a language that stand in fixtures, in the notation of today or in any. */
function cellsOf(dialect: Dialect, age: 'today' | 'any'): Cell[] {
  const cases = readdirSync(fixtures).filter(
    (name) => !name.includes('.') && !name.startsWith('broken-') && (age === 'any' || !/^(old-|seeds)/.test(name)),
  )
  const files = cases.flatMap((name) =>
    readdirSync(join(fixtures, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
  )
  const own = files.filter(
    (file) => new RegExp(`[/\\\\]${dialect.id}(?:-\\w+)?[/\\\\].*\\.md$`).test(file) && !file.includes('sdks'),
  )
  return own.flatMap((file) => {
    const { page } = parsePage(file, readFileSync(join(fixtures, file), 'utf8').replace(/^\uFEFF/, ''), {
      rows: 1000,
      columns: 64,
    })
    const { projection } = dialect.project(page)
    return (projection?.fields ?? []).map(({ type, required }) => ({ text: type.said, required: required.value, file }))
  })
}

/** Every type in a type, itself first. */
function allTypes(type: Type): Type[] {
  return [type, ...typeParts(type).flatMap(allTypes)]
}

function write(
  dialect: Dialect,
  type: Type,
  context: CellContext,
): { cell: string; back: Type; problems: readonly unknown[] } {
  const cell = dialect.render(type, context)
  const { type: back, problems } = dialect.parse(cell, context)
  return { cell, back, problems }
}

describe.each(dialects)('$id', (dialect) => {
  const cells = cellsOf(dialect, 'any')
  const texts = [...new Set(cells.map((cell) => cell.text))]

  test('has cells in fixtures', () => {
    expect(texts.length).toBeGreaterThan(20)
  })

  test('round trip: every cell of today is written back byte for byte', () => {
    const wrong = cellsOf(dialect, 'today').flatMap(({ text, required, file }) => {
      const context = { required, file }
      const { type, problems } = dialect.parse(text, context)
      const back = dialect.render(type, context)
      return back === text && problems.length === 0 ? [] : [{ text, back, problems }]
    })
    expect(wrong).toEqual([])
  })

  test('old cells are understood, and what is written for them says the same', () => {
    for (const { text, required, file } of cells) {
      const context = { required, file }
      const { type, problems } = dialect.parse(text, context)
      expect({ text, problems }).toEqual({ text, problems: [] })
      expect(write(dialect, type, context).problems).toEqual([])
    }
  })

  test('total: no text makes it throw, and its problems lie in the cell', () => {
    const pieces = fc.constantFrom(
      ...texts.flatMap((text) => text.split(/(?<=[^\w])|(?=[^\w])/)),
      '*',
      '`',
      '[',
      '](',
      ')',
      '\\',
      '|',
      '"',
      ' ',
    )
    const mutated = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), pieces)
      .map(([text, a, b, piece]) => text.slice(0, a % (text.length + 1)) + piece + text.slice(b % (text.length + 1)))
    const any = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
      mutated,
    )
    fc.assert(
      fc.property(any, fc.boolean(), (text, required) => {
        const { type, problems } = dialect.parse(text, { required })
        for (const { start, end } of problems) expect(0 <= start && start <= end && end <= text.length).toBe(true)
        if (type.kind === 'unknown') expect(problems.length).toBeGreaterThan(0)
        expect(typeof dialect.render(type, { required })).toBe('string')
      }),
      { numRuns: 500 },
    )
  })

  test('no opaque names: a name without a link, a qualifier or a word is a problem', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,8}x$/)
    fc.assert(
      fc.property(name, fc.constantFrom('*', '`'), (word, mark) => {
        const { problems } = dialect.parse(`${mark}${word}${mark}`, { required: true })
        expect(problems.map(({ code, start, end }) => [code, start, end])).toEqual([['CG302', 1, word.length + 1]])
      }),
      { numRuns: 50 },
    )
  })

  test('long and deep cells come to an end', () => {
    const openings = [
      '*',
      '[',
      'List[',
      'Optional[',
      'Union[',
      'T.any(',
      'T.nilable(',
      'array<',
      '?',
      '[]',
      'map[string]',
      'List\\<',
      'Optional\\<',
      'List<',
      'Record<string, ',
      'Literal["',
      '*"',
      '*T::Array[',
      '\\|',
      '*string\\|',
    ]
    for (const opening of openings) {
      for (const text of [
        opening.repeat(100_000 / opening.length),
        `*${opening.repeat(20_000)}*`,
        `[${opening.repeat(20_000)}](x.md)`,
      ]) {
        expect(dialect.parse(text, { required: true }).problems.length).toBeGreaterThan(0)
      }
    }
    const { type } = dialect.parse(`*string*${'[]'.repeat(50_000)}`, { required: true })
    expect(allTypes(type).length).toBeLessThan(100)
    const many = `[${Array.from({ length: 20_000 }, () => 'Shared\\X').join('\\|')}](x.md)`
    expect(() => dialect.parse(many, { required: true })).not.toThrow()
  })

  describe('projection', () => {
    test.each([true, false])(
      'what is written and read back forgets what it may, and nothing more the second time: required %s',
      (required) => {
        const context = { required, file: 'docs/models/shared/door.md' }
        fc.assert(
          fc.property(types(), (type) => {
            const once = write(dialect, type, context)
            expect(once.problems).toEqual([])
            expect(forgets(type, once.back, dialect)).toEqual([])
            const twice = write(dialect, once.back, context)
            expect(twice.cell).toBe(once.cell)
            expect(twice.back).toEqual(once.back)
          }),
          { numRuns: 500 },
        )
      },
    )
  })
})

/** Types as a reconciled model has them, with pages to refer to. */
function types(): fc.Arbitrary<Type> {
  const nullable: fc.Arbitrary<Ternary> = fc.constantFrom<Ternary>(true, false, 'unknown')
  const plain = fc.constantFrom<Type>(
    { kind: 'string', nullable: 'unknown' },
    { kind: 'boolean', nullable: 'unknown' },
    { kind: 'number', integer: true, nullable: 'unknown' },
    { kind: 'number', integer: false, nullable: 'unknown' },
    { kind: 'number', integer: 'unknown', nullable: 'unknown' },
    { kind: 'number', integer: true, format: 'int32', nullable: 'unknown' },
    { kind: 'number', integer: true, format: 'big', nullable: 'unknown' },
    { kind: 'number', integer: false, format: 'decimal', nullable: 'unknown' },
    { kind: 'date', time: true, nullable: 'unknown' },
    { kind: 'date', time: false, nullable: 'unknown' },
    { kind: 'bytes', nullable: 'unknown' },
    { kind: 'any', nullable: 'unknown' },
    { kind: 'ref', name: 'Door', href: '../../models/shared/door.md', nullable: 'unknown' },
  )
  const literal = fc
    .oneof(fc.string(), fc.integer(), fc.boolean())
    .map((value): Type => ({ kind: 'literal', value, nullable: 'unknown' }))
  const leaf = fc
    .tuple(fc.oneof({ weight: 4, arbitrary: plain }, literal), nullable)
    .map(([type, said]): Type => ({ ...type, nullable: said }))
  return fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3 },
      { weight: 4, arbitrary: leaf },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('type'), nullable)
          .map(([items, said]): Type => ({ kind: 'array', items, nullable: said })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('type'), nullable)
          .map(([values, said]): Type => ({ kind: 'map', values, nullable: said })),
      },
    ),
  })).type
}

/** What of a type is gone that the dialect claims to keep, or has become its opposite. */
function forgets(type: Type, back: Type, dialect: Dialect): string[] {
  const faults: string[] = []
  if (back.nullable !== 'unknown' && type.nullable !== 'unknown' && back.nullable !== type.nullable)
    faults.push('null reversed')
  if (type.kind === 'array' && back.kind === 'array') return [...faults, ...forgets(type.items, back.items, dialect)]
  if (type.kind === 'map' && back.kind === 'map') return [...faults, ...forgets(type.values, back.values, dialect)]
  if (type.kind === 'literal' && back.kind === 'literal')
    return type.value === back.value ? faults : [...faults, 'constant changed']
  if (type.kind === 'literal') return dialect.blind.includes('constant') ? faults : [...faults, 'constant lost']
  if (type.kind === 'number' && back.kind === 'number') {
    if (back.integer === 'unknown' && type.integer !== 'unknown' && !dialect.blind.includes('integer'))
      faults.push('integer lost')
    if (back.integer !== 'unknown' && type.integer !== 'unknown' && back.integer !== type.integer)
      faults.push('integer reversed')
    return faults
  }
  if (type.kind === 'date' && back.kind === 'date') {
    if (back.time === 'unknown' && !dialect.blind.includes('time')) faults.push('time lost')
    if (back.time !== 'unknown' && back.time !== type.time) faults.push('time reversed')
    return faults
  }
  if (type.kind === 'bytes' && back.kind !== 'bytes')
    return back.covers?.includes('bytes') === true ? faults : [...faults, 'bytes lost']
  if (type.kind === 'ref' && back.kind === 'ref')
    return type.name === back.name && type.href === back.href ? faults : [...faults, 'page changed']
  return type.kind === back.kind ? faults : [...faults, `${type.kind} became ${back.kind}`]
}
