// Knows what tells the names of fields on the wire besides examples: code spans in texts, capitals that a casing would not write.

import { expect, test } from 'vitest'
import { fieldsTable } from '../dialects/pages.js'
import { recoverPages, type Pages } from '../support/recovered.js'

const GIVEN = ':heavy_check_mark:'

function page(folder: string, rows: readonly string[], description = ''): Pages {
  const head = description === '' ? '' : `${description}\n\n\n`
  return { [`${folder}/docs/models/components/door.md`]: `# Door\n\n${head}## Fields\n\n${fieldsTable(rows)}` }
}

/** The names of the fields with what they were told by, and the casing of the API. */
async function names(pages: Pages): Promise<string[]> {
  const { model } = await recoverPages(pages)
  const [door] = model.models
  const fields = door?.kind === 'object' ? door.fields.map(({ name, wire }) => `${name} ${wire}`) : []
  return [model.wireCase.style, ...fields]
}

const ts = (...rows: string[]): Pages => page('ts', rows)
const row = (name: string, text = 'N/A'): string => `\`${name}\` | *string* | ${GIVEN} | ${text}`

test('nothing tells: the usual casing', async () => {
  expect(await names(ts(row('doorCode'), row('isOpen')))).toEqual([
    'snake',
    'door_code convention',
    'is_open convention',
  ])
})

test('code spans in texts name fields', async () => {
  const rows = [row('doorCode'), row('isOpen', 'Needs `doorCode`.'), row('openedAt')]
  expect(await names(ts(...rows))).toEqual(['camel', 'doorCode text', 'isOpen convention', 'openedAt convention'])
})

test('code spans in the text of a model, against the casing of the others', async () => {
  const rows = [row('doorCode', 'Or `openedAt`, or `isOpen`.'), row('isOpen'), row('openedAt')]
  expect(await names(page('ts', rows, 'Find it by `door_code`.'))).toEqual([
    'camel',
    'door_code text',
    'isOpen text',
    'openedAt text',
  ])
})

test.each([
  ['one word', 'By `Code` or `code`.'],
  ['no field', 'See `some_other`.'],
  ['capitals', 'One of `DOOR_CODE`, `DoorCode`.'],
  ['no code', 'The door_code.'],
  ['more than a name', '`door_code: 1`'],
])('a text that says nothing of names: %s', async (_, text) => {
  expect(await names(ts(row('doorCode'), row('code', text)))).toEqual([
    'snake',
    'door_code convention',
    'code convention',
  ])
})

test('the same text in every language counts once', async () => {
  const both = {
    ...ts(row('doorCode', 'Not `is_open`.'), row('isOpen', 'Not `doorCode`, nor `openedAt`.'), row('openedAt')),
    ...page('py', [
      `\`door_code\` | *str* | ${GIVEN} | Not \`is_open\`.`,
      `\`is_open\` | *str* | ${GIVEN} | Not \`doorCode\`, nor \`openedAt\`.`,
      `\`opened_at\` | *str* | ${GIVEN} | N/A`,
    ]),
  }
  expect(await names(both)).toEqual(['camel', 'doorCode text', 'is_open text', 'openedAt text'])
})

test('capitals that no other casing would give', async () => {
  expect(await names(ts(row('doorID'), row('lockURL'), row('isOpen')))).toEqual([
    'camel',
    'doorID convention',
    'lockURL convention',
    'isOpen convention',
  ])
})

test('capitals of one name only', async () => {
  expect(await names(ts(row('doorID'), row('isOpen')))).toEqual(['snake', 'door_id convention', 'is_open convention'])
})

test('capitals that a language writes itself', async () => {
  const go = (name: string): string => `\`${name}\` | \`string\` | ${GIVEN} | N/A`
  expect(await names(page('go', [go('DoorID'), go('LockURL')]))).toEqual([
    'snake',
    'door_id convention',
    'lock_url convention',
  ])
})
