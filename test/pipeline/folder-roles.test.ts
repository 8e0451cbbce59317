// Knows which folders of the variants are taken for one another.

import { expect, test } from 'vitest'
import { told } from '../support/invented.js'
import { recoverPages, type Pages } from '../support/recovered.js'

const YES = ':heavy_check_mark:'
const NO = ':heavy_minus_sign:'

function object(name: string, rows: readonly string[]): string {
  const table = ['Field | Type | Required | Description', '--- | --- | --- | ---', ...rows]
  return `# ${name}\n\n\n## Fields\n\n${table.map((row) => `| ${row} |`).join('\n')}`
}

/** Go docs of three models, in folders of these names. */
function go(models: string, requests: string): Pages {
  return {
    [`go/docs/models/${models}/locker.md`]: object('Locker', [
      `\`ID\` | \`string\` | ${YES} | N/A`,
      `\`Door\` | [*${models}.Door](../../models/${models}/door.md) | ${NO} | N/A`,
    ]),
    [`go/docs/models/${models}/door.md`]: object('Door', [`\`Number\` | \`int64\` | ${YES} | N/A`]),
    [`go/docs/models/${requests}/openlockerrequest.md`]: object('OpenLockerRequest', [
      `\`LockerID\` | \`string\` | ${YES} | N/A`,
    ]),
  }
}

const typescript: Pages = {
  'typescript/docs/models/components/locker.md': object('Locker', [
    `\`id\` | *string* | ${YES} | N/A`,
    `\`door\` | [components.Door](../../models/components/door.md) | ${NO} | N/A`,
  ]),
  'typescript/docs/models/components/door.md': object('Door', [`\`number\` | *number* | ${YES} | N/A`]),
  'typescript/docs/models/operations/openlockerrequest.md': object('OpenLockerRequest', [
    `\`lockerId\` | *string* | ${YES} | N/A`,
  ]),
}

const python: Pages = {
  'python/docs/models/locker.md': object('Locker', [
    `\`id\` | *str* | ${YES} | N/A`,
    `\`door\` | [Optional[models.Door]](../models/door.md) | ${NO} | N/A`,
  ]),
  'python/docs/models/door.md': object('Door', [`\`number\` | *int* | ${YES} | N/A`]),
  'python/docs/models/openlockerrequest.md': object('OpenLockerRequest', [`\`locker_id\` | *str* | ${YES} | N/A`]),
}

const ALL = ['operations/open-locker-request', 'shared/door', 'shared/locker']

async function read(pages: Pages): Promise<[ids: string[], findings: unknown]> {
  const { model, findings, diagnostics } = await recoverPages(pages)
  expect(diagnostics).toEqual([])
  return [model.models.map(({ id }) => id).sort(), told(findings)]
}

test('folders with names of their own, where the others have the usual ones', async () => {
  expect(await read({ ...go('types', 'dtos'), ...typescript })).toEqual([ALL, []])
  expect(await read({ ...go('types', 'dtos'), ...typescript, ...python })).toEqual([ALL, []])
})

test('folders with names of their own beside docs without such folders', async () => {
  expect(await read({ ...go('types', 'dtos'), ...python })).toEqual([
    ['dtos/open-locker-request', 'types/door', 'types/locker'],
    [],
  ])
})

test('folders that have other models stay apart', async () => {
  const hooks = {
    'go/docs/models/webhooks/lockermoved.md': object('LockerMoved', [`\`ID\` | \`string\` | ${YES} | N/A`]),
  }
  const [ids] = await read({ ...go('components', 'operations'), ...typescript, ...hooks })
  expect(ids).toEqual([...ALL, 'webhooks/locker-moved'])
})

test('what an SDK has for its own use is missed nowhere', async () => {
  const globals = object('Globals', [`\`locker_id\` | *Optional[str]* | ${NO} | N/A`])
  const pages = { ...typescript, ...python, 'python/docs/models/internal/globals.md': globals }
  expect(await read(pages)).toEqual([['internal/globals', ...ALL], []])
})
