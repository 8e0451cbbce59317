// Knows which errors of the variants are one, though each language ends the names of its error classes in a word of its own.

import { expect, test } from 'vitest'
import { told } from '../support/invented.js'
import { recoverPages, type Pages } from '../support/recovered.js'

const YES = ':heavy_check_mark:'

function object(name: string, rows: readonly string[]): string {
  const table = ['Field | Type | Required | Description', '--- | --- | --- | ---', ...rows]
  return `# ${name}\n\n\n## Fields\n\n${table.map((row) => `| ${row} |`).join('\n')}`
}

const typescript = (name: string): Pages => ({
  [`typescript/docs/models/errors/${name.toLowerCase()}.md`]: object(name, [
    `\`title\` | *string* | ${YES} | N/A`,
    `\`lockerId\` | *string* | ${YES} | N/A`,
  ]),
})
const csharp = (name: string): Pages => ({
  [`csharp/docs/Models/Errors/${name}.md`]: object(name, [
    `\`Title\` | *string* | ${YES} | N/A`,
    `\`LockerId\` | *string* | ${YES} | N/A`,
  ]),
})
const python = (name: string): Pages => ({
  [`python/docs/models/${name.toLowerCase()}.md`]: object(name, [
    `\`title\` | *str* | ${YES} | N/A`,
    `\`locker_id\` | *str* | ${YES} | N/A`,
  ]),
})

async function read(pages: Pages): Promise<[ids: string[], findings: unknown]> {
  const { model, findings } = await recoverPages(pages)
  return [model.models.map(({ id }) => id), told(findings)]
}

test.each([
  ['LockerJammed', 'LockerJammedException'],
  ['LockerJammedError', 'LockerJammedException'],
  ['LockerJammedError', 'LockerJammed'],
])('%s and %s', async (one, other) => {
  const [ids, findings] = await read({ ...typescript(one), ...csharp(other) })
  expect([ids.length, findings]).toEqual([1, []])
})

test('beside docs without folders', async () => {
  const [ids, findings] = await read({ ...python('LockerJammedError'), ...csharp('LockerJammedException') })
  expect([ids.length, findings]).toEqual([1, []])
})

test('three names of one error', async () => {
  const pages = { ...typescript('LockerJammedError'), ...csharp('LockerJammedException'), ...python('LockerJammed') }
  const [ids, findings] = await read(pages)
  expect([ids.length, findings]).toEqual([1, []])
})

test('an error and the object in it stay two', async () => {
  const inner = (language: string, type: string): Pages => ({
    [`${language}/docs/models/errors/lockerjammederror.md`]: object('LockerJammedError', [
      `\`reason\` | ${type} | ${YES} | N/A`,
    ]),
  })
  const [ids] = await read({ ...typescript('LockerJammed'), ...inner('python', '*str*') })
  expect(ids).toHaveLength(2)
})
