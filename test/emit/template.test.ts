import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fillTemplate } from '../../src/emit/template.js'

test.each([
  ['no slot', 'text', {}, { kind: 'filled', text: 'text' }],
  ['a slot', 'run {{command}}!', { command: 'x' }, { kind: 'filled', text: 'run x!' }],
  ['two slots', '{{b}}{{a-c}}', { 'a-c': '1', b: '2' }, { kind: 'filled', text: '21' }],
  ['magic in a value', '<{{a}}>', { a: '$& $1 $` {{a}} `${x}`' }, { kind: 'filled', text: '<$& $1 $` {{a}} `${x}`>' }],
  ['an unknown slot', '{{a}}', {}, { kind: 'faulty', faults: ['no value for the slot a'] }],
  ['an unused value', '', { a: '' }, { kind: 'faulty', faults: ['no slot for the value a'] }],
  ['a slot used twice', '{{a}}{{a}}', { a: '' }, { kind: 'faulty', faults: ['the slot a is used more than once'] }],
  [
    'a slot that every object inherits',
    '{{constructor}}',
    {},
    { kind: 'faulty', faults: ['no value for the slot constructor'] },
  ],
])('%s', (_, template, values, want) => expect(fillTemplate(template, values)).toEqual(want))

test('the header has one slot, the command', () => {
  const header = readFileSync(new URL('../../templates/emit/header.txt', import.meta.url), 'utf8')
  expect(fillTemplate(header, { command: 'npx x run' })).toEqual({
    kind: 'filled',
    text: 'Generated from the SDK docs by codegen. Do not edit: the next run overwrites it.\nTo regenerate: npx x run\n',
  })
})
