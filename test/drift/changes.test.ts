// Knows which lines a change shows, and which part of them differs.

import { describe, expect, test } from 'vitest'
import { changedLines, sidesOf, statedChange } from '../../src/drift/changes.js'
import { finding, says } from './sample.js'

describe('the lines that change', () => {
  test.each<[string, Parameters<typeof changedLines>[0], ReturnType<typeof changedLines>]>([
    ['none', [{ before: 'a\n', after: 'a\n' }], []],
    [
      'a table laid out anew',
      [
        { before: '| a  | b  |\n', after: '| a    | b    |\n' },
        { before: '| -- | -- |\n', after: '| ---- | ---- |\n' },
      ],
      [],
    ],
    [
      'a cell',
      [{ before: '| a  | b  |\r\n', after: '| a    | b\\|c |\r\n' }],
      [{ before: '| a | b |', after: '| a | b\\|c |' }],
    ],
    ['a new row', [{ after: '| a    |  |\n' }], [{ after: '| a |  |' }]],
    ['a line that goes', [{ before: 'text\n' }], [{ before: 'text' }]],
    ['a blank line', [{ after: '\n' }, { before: '\n' }], []],
    ['a line end', [{ before: 'a\n', after: 'a' }], []],
  ])('%s', (_, pairs, wanted) => expect(changedLines(pairs)).toEqual(wanted))
})

describe('what docs and model say', () => {
  test.each<[string, Parameters<typeof finding>[0], ReturnType<typeof statedChange>]>([
    [
      'both',
      { rule: 'type-conflict', expected: 'integer', witnesses: [says('delta', '*str*')] },
      [{ before: '*str*', after: 'integer' }],
    ],
    [
      'the docs nothing',
      { rule: 'missing-description', expected: 'A door.', witnesses: [says('alpha', 'A door.')] },
      [],
    ],
    ['the model nothing', { rule: 'dead-link', witnesses: [says('delta', '[x](y)')] }, []],
    ['the same', { rule: 'type-conflict', expected: 'x', witnesses: [says('delta', 'x')] }, []],
  ])('%s', (_, given, wanted) => expect(statedChange(finding(given))).toEqual(wanted))
})

describe('the part that differs', () => {
  test.each<[string, [string, string], [string, string, string], [string, string, string]]>([
    ['in a text', ['one two three', 'one three'], ['one t', 'wo t', 'hree'], ['one t', '', 'hree']],
    ['in a cell', ['| a | *b* |', '| a | *c* |'], ['| a | *', 'b', '* |'], ['| a | *', 'c', '* |']],
    ['no half of a character', ['😀', '😁'], ['', '😀', ''], ['', '😁', '']],
    [
      'other cells are cut short, the first is not',
      [`| ${'n'.repeat(30)} | a | ${'t'.repeat(30)} |`, `| ${'n'.repeat(30)} | b | ${'t'.repeat(30)} |`],
      [`| ${'n'.repeat(30)} | `, 'a', ` | ${'t'.repeat(23)}… |`],
      [`| ${'n'.repeat(30)} | `, 'b', ` | ${'t'.repeat(23)}… |`],
    ],
    ['rows of other lengths', ['| a |', '| a | b |'], ['| a |', '', ''], ['| a |', ' b |', '']],
  ])('%s', (_, [before, after], [lead, changed, rest], [newLead, newChanged, newRest]) => {
    expect(sidesOf({ before, after })).toEqual({
      before: { lead, changed, rest },
      after: { lead: newLead, changed: newChanged, rest: newRest },
    })
  })
})
