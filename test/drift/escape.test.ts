// Knows what untrusted text may become in Markdown: nothing but text.

import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, test } from 'vitest'
import { codeSpan, commentText, prose, quoted } from '../../src/drift/escape.js'

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_[]<>#|@!~&$-+=1.)( :\n\r\t'),
      fc.constantFrom(
        '`` ',
        '<b>',
        '-->',
        '![x](y)',
        'https://a.b',
        'www.a.b',
        '&amp;',
        '1. ',
        '- ',
        '> ',
        '\u202e',
        '\u200b',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''))

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

function parse(text: string): Node {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}

function kinds(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(kinds)]
}

describe('prose', () => {
  test.each([
    ['plain words', 'plain words'],
    ['*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['[x](y) <b> #1 !', '\\[x\\](y) \\<b\\> \\#1 \\!'],
    ['a | b \\ c', 'a \\| b \\\\ c'],
    ['ask @ops', 'ask @<!-- -->ops'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['two\r\nlines', 'two lines'],
    ['see https://a.b and www.c.d', 'see https\\://a.b and www\\.c.d'],
    ['rtl \u202e', 'rtl \\\\u{202e}'],
  ])('%j', (given, wanted) => {
    expect(prose(given)).toBe(wanted)
  })

  test('never becomes markup, alone or in a list', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const alone = kinds(parse(`A ${prose(text)} z`)).filter((kind) => kind !== 'text' && kind !== 'html')
        expect(alone).toEqual(['root', 'paragraph'])
        const item = kinds(parse(`- ${prose(text)} z`)).filter((kind) => kind !== 'text' && kind !== 'html')
        expect(item).toEqual(['root', 'list', 'listItem', 'paragraph'])
      }),
    )
  })

  test('no HTML but our own empty comment', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const collect = (node: Node): string[] =>
          node.type === 'html' ? [node.value ?? ''] : (node.children ?? []).flatMap(collect)
        expect(collect(parse(`A ${prose(text)} z`)).filter((html) => html !== '<!-- -->')).toEqual([])
      }),
    )
  })
})

describe('codeSpan', () => {
  test.each([
    ['*string*', '`*string*`'],
    ['a `b` c', '``a `b` c``'],
    ['`b`', '`` `b` ``'],
    ['a\nb', '`a↵ b`'],
    ['', '*nothing*'],
    ['  ', '*blanks*'],
  ])('%j', (given, wanted) => {
    expect(codeSpan(given)).toBe(wanted)
  })

  test('bars in tables', () => {
    expect(codeSpan('a \\| b | c', 'table')).toBe('`a \\| b \\| c`')
  })

  test('is exactly one code span with that text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const paragraph = parse(`A ${codeSpan(text)} z`).children?.[0]
        expect(paragraph?.children?.map(({ type }) => type).slice(1)).toEqual([
          text.trim() === '' && !/[\r\n]/.test(text) ? 'emphasis' : 'inlineCode',
          'text',
        ])
      }),
    )
  })

  test('stays in its cell of a table', () => {
    fc.assert(
      fc.property(nasty, nasty, (left, right) => {
        const row = `| ${codeSpan(left, 'table')} | ${codeSpan(right, 'table')} |`
        const table = parse(`| a | b |\n| --- | --- |\n${row}`).children ?? []
        expect(table).toHaveLength(1)
        expect(table[0]?.children?.[1]?.children?.map((cell) => cell.children?.length)).toEqual([1, 1])
      }),
    )
  })
})

test('a comment cannot be ended from inside', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const nodes = parse(`<!--\nx ${commentText(text)}\n-->\n\nafter`).children ?? []
      expect(nodes.map(({ type }) => type)).toEqual(['html', 'paragraph'])
    }),
  )
})

describe('quoted', () => {
  const long = 'x'.repeat(500)
  test.each([
    ['short text is whole', 'abc', 'abd', 'abc'],
    ['cut at the end', `a${long}`, 'b', `a${'x'.repeat(239)}…`],
    ['difference stays in sight', `${long}NEW${long}`, `${long}OLD${long}`, `…${'x'.repeat(60)}NEW${'x'.repeat(177)}…`],
    ['difference at the very end', `${long}END`, long, `…${'x'.repeat(237)}END`],
    ['the same text', long, long, `${'x'.repeat(240)}…`],
  ])('%s', (_, text, other, wanted) => {
    expect(quoted(text, other)).toBe(wanted)
  })
})
