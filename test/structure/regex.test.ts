// Knows that no regular expression of the sources takes time that grows faster than the text it reads, and that the checker can tell.

import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { growsFast } from './regex-growth.js'
import { findNodes, readSources } from './sources.js'

const expressions = readSources().flatMap((source) =>
  findNodes(source, ts.isRegularExpressionLiteral).map(({ text }) => ({ path: source.path, text })),
)

/** Those that would be slow on some text that they are never given, and why they are not. */
const harmless: { readonly [path: string]: string } = {
  'cli/table.ts': 'reads the digits of a number',
  'dialects/speakeasy/project-values.ts': 'looks 500 characters far',
  'text/located-json.ts': 'where a text does not end, nothing is read any more',
}

test('no regular expression is slow', () => {
  expect(expressions.length).toBeGreaterThan(300)
  const slow = expressions.filter(({ text }) => growsFast(expressionOf(text)))
  expect(slow.filter(({ path }) => harmless[path] === undefined)).toEqual([])
  expect(slow.map(({ path }) => path)).toEqual(Object.keys(harmless))
})

test('expressions made of texts stand in these files only, where they are looked at by people', () => {
  const made = readSources().filter(
    (source) =>
      findNodes(source, ts.isNewExpression).filter((node) => node.expression.getText() === 'RegExp').length > 0,
  )
  expect(made.map(({ path }) => path)).toEqual([
    'api/unplugin.ts',
    'config/locate.ts',
    'dialects/speakeasy/parse-label.ts',
    'dialects/speakeasy/reading.ts',
    'drift/groups.ts',
    'emit/types/default-value.ts',
  ])
})

describe('the checker', () => {
  test.each([
    ['a loop that a loop before it can do the work of', /^a*a*b/],
    ['a search that begins with a loop', /a+$/],
    ['a loop behind a beginning that it takes too', /<!--.*-->/],
    ['a loop around a loop', /^(?:a+)+$/],
    ['an empty loop around a loop', /^(?:a*)*b/],
    ['a loop of parts that begin alike', /^(?:a|ab|b)*c/],
    ['blanks around line ends, which are blanks', /\s*\n\s*/],
    ['a name with capitals inside', /`[a-z]+(?:[A-Z][A-Za-z]*)+`/],
    ['many times, counted', /\d{1,20}x/],
    ['what is wanted behind', /a+(?=b)/],
    ['what is not wanted behind', /a+(?!b)c/],
    ['a line of its own', /^[^]*^b/m],
    ['a conflict', /^<{7} [^\n]*\n[\s\S]*^={7}$/m],
  ])('finds %s', (_, pattern) => expect(growsFast(pattern)).toBe(true))

  test.each([
    ['a loop that nothing follows', /a+/],
    ['a beginning that only stands where the loop begins', /(?<!a)a+$/],
    ['a loop that does not take what begins it', /"[^"]*"/],
    ['a loop in a line that begins the line', /^ *x/m],
    ['loops of different characters', /^\s*(\w+)\s*=/],
    ['a few times, counted', /^a{1,3}b/],
    ['an end that may be missing', /"(?:[^"\\]|\\.)*"?/],
    ['a place', /(?:a+)b/y],
  ])('lets %s pass', (_, pattern) => expect(growsFast(pattern)).toBe(false))

  test('refuses notation that it does not know', () => {
    expect(() => growsFast({ source: '(?i:a)+b', flags: '' })).toThrow('unknown notation')
  })
})

function expressionOf(text: string): RegExp {
  const [, source = '', flags] = /^\/(.*)\/(\w*)$/s.exec(text) ?? []
  return new RegExp(source, flags)
}
