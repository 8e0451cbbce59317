import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import {
  constantLiteral,
  docLine,
  docText,
  isInherited,
  isPlainIdentifier,
  lineComments,
  pathSlug,
  plainLetters,
  stringLiteral,
  typeKey,
  valueKey,
} from '../../src/emit/escape.js'

const nasty = fc.string({
  unit: fc.constantFrom(
    ...'*/@{}`$"\'\\<>!-#a \n\r\t\u2028\u2029\u202e\u200b\u0000\u007f\u0085\ud800',
    '</script>',
    '*/',
    '😀',
  ),
})

describe('stringLiteral', () => {
  test.each([
    ['a "b"', '"a \\"b\\""'],
    ['\u2028\u2029', '"\\u2028\\u2029"'],
    ['\u202e\u200b\u0085\u007f', '"\\u202e\\u200b\\u0085\\u007f"'],
    ['</script><!--<a', '"\\u003c/script>\\u003c!--<a"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    ['\ud800', '"\\ud800"'],
  ])('%j', (given, want) => expect(stringLiteral(given)).toBe(want))

  test('reads back as JSON and as TypeScript', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const literal = stringLiteral(text)
        expect(JSON.parse(literal)).toBe(text)
        const statement = ts.createSourceFile('a.ts', literal, ts.ScriptTarget.Latest).statements[0]
        const found = statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : undefined
        expect(found !== undefined && ts.isStringLiteral(found) && found.text).toBe(text)
      }),
    )
  })
})

test.each([
  [1, '1'],
  [-0.5, '-0.5'],
  [true, 'true'],
  [null, 'null'],
  ['a', '"a"'],
])('constantLiteral(%j)', (given, want) => expect(constantLiteral(given)).toBe(want))

test.each([
  ['name', 'name', 'name'],
  ['class', 'class', 'class'],
  ['_$1', '_$1', '_$1'],
  ['1', '"1"', '"1"'],
  ['', '""', '""'],
  ['a-b', '"a-b"', '"a-b"'],
  ['é', '"é"', '"é"'],
  ['а', '"а"', '"а"'],
  ['__proto__', '"__proto__"', '["__proto__"]'],
  ['a\n', '"a\\n"', '"a\\n"'],
])('keys of %j', (name, type, value) => expect([typeKey(name), valueKey(name)]).toEqual([type, value]))

test.each([
  ['constructor', true],
  ['__proto__', true],
  ['hasOwnProperty', true],
  ['name', false],
])('isInherited(%s)', (name, want) => expect(isInherited(name)).toBe(want))

test.each([
  ['a', true],
  ['a-b', false],
  ['__proto__', false],
])('isPlainIdentifier(%s)', (name, want) => expect(isPlainIdentifier(name)).toBe(want))

describe('docText', () => {
  test.each([
    ['ends */ here', 'ends *\\/ here'],
    ['@deprecated', '\\@deprecated'],
    ['see @see', 'see \\@see'],
    ['a@b.example', 'a@b.example'],
    ['{@link x}', '{\\@link x}'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['\u202eabc\u0007', 'U+202EabcU+0007'],
    ['\ud800', 'U+D800'],
    ['a\tb  \n\n\n\nc\n', 'a b\n\nc'],
  ])('%j', (given, want) => expect(docText(given)).toBe(want))

  test('keeps 8,000 characters', () => expect(docText('x'.repeat(9_000))).toHaveLength(8_001))

  test('never ends the comment, and never begins a tag', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const code = `/**\n${docText(text).replace(/^/gm, ' * ')}\n */\nlet x`
        const source = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true)
        expect(source.statements.map((node) => [ts.isVariableStatement(node), ts.getJSDocTags(node).length])).toEqual([
          [true, 0],
        ])
      }),
    )
  })
})

test('docLine is one line', () => expect(docLine('a\n  @b\n')).toBe('a \\@b'))

test('lineComments', () => {
  expect(lineComments(['a */', '', 'b\nimport "x"', 'c\u2028d\u202e'])).toBe(
    '// a */\n//\n// b\n// import "x"\n// c\n// dU+202E',
  )
})

describe('pathSlug', () => {
  test.each([
    ['Connection', 'connection'],
    ['../..//etc', 'etc'],
    ['C:\\x', 'c-x'],
    ['%2e%2e', '2e-2e'],
    ['a\u0000b', 'a-b'],
    ['Élan', 'elan'],
    ['CON', 'con-model'],
    ['lpt1', 'lpt1-model'],
    ['aux.', 'aux-model'],
    ['index', 'index-model'],
    ['runtime', 'runtime-model'],
    ['名前', ''],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('%j', (given, want) => expect(pathSlug(given)).toBe(want))

  test('is one harmless part of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(pathSlug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      }),
    )
  })
})

test('plainLetters', () => expect(plainLetters('Ünïté')).toBe('Unite'))
