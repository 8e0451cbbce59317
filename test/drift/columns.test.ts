// Knows what the two sides of a change look like in a wide terminal, in a narrow one and in a pipe.

import { describe, expect, test } from 'vitest'
import type { LineChange } from '../../src/drift/changes.js'
import { changeLines, columnHeads, fit } from '../../src/drift/columns.js'
import { PIPE, type Layout } from '../../src/drift/surface.js'

const before = '| `size` | *str* | :heavy_minus_sign: | How much fits into the locker, by door and by floor. |'
const after = '| `size` | *int* | :heavy_minus_sign: | How much fits into the locker, by door and by floor. |'
const type: LineChange = { before, after }

const widthOf = (text: string): number =>
  [...text].reduce((sum, point) => sum + (/[\u3000-\uffff]/u.test(point) ? 2 : 1), 0)
const wide: Layout = { kind: 'split', columns: 120, colored: false, widthOf }
const narrow: Layout = { kind: 'unified', columns: 80, colored: false, widthOf }

function shown(change: LineChange, layout: Layout, mark = false): string {
  const lines = changeLines([change], layout, mark ? (role, text) => `<${role} ${text}>` : (_, text) => text)
  return lines.join('\n')
}

describe('a changed cell', () => {
  test('in 120 columns', () => {
    expect(`${columnHeads(wide).join('')}\n${shown(type, wide)}`).toBe(
      `      these docs                                              │ the model
      | \`size\` | *str* | :heavy_minus_sign: | How much fits … │ | \`size\` | *int* | :heavy_minus_sign: | How much fits …
                  ^^^                                         │             ^^^`,
    )
  })

  test('in 120 columns with colours', () => {
    expect(shown(type, { ...wide, colored: true }, true)).toBe(
      '      | `size` | *<removed str>* | :heavy_minus_sign: | How much fits … │ | `size` | *<added int>* | :heavy_minus_sign: | How much fits …',
    )
  })

  test('in 80 columns', () => {
    expect(shown({ before, after: after.replace('int', 'list of the whole numbers of all sizes') }, narrow)).toBe(
      `      - | \`size\` | *str* | :heavy_minus_sign: | How much fits into the … |
      + | \`size\` | *list of the whole numbers of all sizes* | :heavy_minus_sign…`,
    )
  })

  test('in a pipe', () => {
    expect(shown(type, PIPE)).toBe(
      `      - | \`size\` | *str* | :heavy_minus_sign: | How much fits into the … |
      + | \`size\` | *int* | :heavy_minus_sign: | How much fits into the … |`,
    )
    expect(columnHeads(PIPE)).toEqual([])
  })

  test('in a pipe, with the mark painted', () => {
    expect(shown({ before: 'a b', after: 'a c' }, PIPE, true)).toBe(
      '      <removed -> a <removed b>\n      <added +> a <added c>',
    )
  })
})

describe('a line that is new', () => {
  const change = { after: '| `lid` | *bool* |' }
  test('in two columns', () => {
    expect(shown(change, wide)).toBe(`${' '.repeat(62)}│ | \`lid\` | *bool* |`)
  })
  test('below each other', () => expect(shown(change, narrow)).toBe('      + | `lid` | *bool* |'))
})

describe('a line that goes', () => {
  const change = { before: 'Some words.' }
  test('in two columns', () => expect(shown(change, wide)).toBe(`      Some words.${' '.repeat(45)}│`))
  test('below each other', () => expect(shown(change, narrow)).toBe('      - Some words.'))
})

test('characters that take two columns are counted so', () => {
  const line = changeLines([{ before: '日本語', after: 'x' }], { ...wide, colored: true }, (_, text) => text)
  expect(line).toEqual([`      日本語${' '.repeat(49)} │ x`])
})

test('long changes are counted', () => {
  const many = Array.from({ length: 10 }, (_, index) => ({ after: `line ${index}` }))
  expect(changeLines(many, narrow, (_, text) => text).slice(7)).toEqual(['      + line 7', '      … 2 more lines'])
})

test('nothing leaves its line', () => {
  expect(shown({ after: 'a\u001b[31m\u202eb\r\nc' }, narrow)).toBe('      + a\\u{1b}[31m\\u{202e}b c')
})

describe('a line cut to ten columns', () => {
  test.each<[string, [string, string, string], [string, string, string]]>([
    ['short', ['ab', 'CD', 'ef'], ['ab', 'CD', 'ef']],
    ['long behind', ['ab', 'CD', 'efghijklmn'], ['ab', 'CD', 'efghi…']],
    ['long before', ['abcdefghij', 'CD', 'ef'], ['…fghij', 'CD', 'ef']],
    ['long on both sides', ['abcdefghij', 'CD', 'efghijkl'], ['…hij', 'CD', 'efg…']],
    ['long itself', ['abcdef', 'ABCDEFGHIJKL', 'ef'], ['…f', 'ABCDEFG…', '']],
    ['long itself, nothing before', ['', 'ABCDEFGHIJKL', ''], ['', 'ABCDEFGHI…', '']],
    ['nothing differs', ['abcdefghijklm', '', ''], ['…efghijklm', '', '']],
    ['two columns a character', ['', '日本語日本語', ''], ['', '日本語日…', '']],
  ])('%s', (_, [lead, changed, rest], [wantedLead, wantedChanged, wantedRest]) => {
    const side = fit({ lead, changed, rest }, 10, { widthOf })
    expect(side).toEqual({ lead: wantedLead, changed: wantedChanged, rest: wantedRest })
  })

  test('never more', () => {
    for (let lead = 0; lead < 14; lead += 1)
      for (let changed = 0; changed < 14; changed += 1)
        for (let rest = 0; rest < 14; rest += 1) {
          const side = fit({ lead: 'a'.repeat(lead), changed: '語'.repeat(changed), rest: 'c'.repeat(rest) }, 10, {
            widthOf,
          })
          expect(widthOf(side.lead + side.changed + side.rest)).toBeLessThanOrEqual(10)
        }
  })
})
