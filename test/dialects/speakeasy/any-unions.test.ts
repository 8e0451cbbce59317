// Knows when docs that write any value may mean a union.

import { expect, test } from 'vitest'
import { told } from '../../support/invented.js'
import { recoverPages, type Pages } from '../../support/recovered.js'

const YES = ':heavy_check_mark:'

function object(name: string, rows: readonly string[]): string {
  const table = ['Field | Type | Required | Description', '--- | --- | --- | ---', ...rows]
  return `# ${name}\n\n\n## Fields\n\n${table.map((row) => `| ${row} |`).join('\n')}`
}

const go: Pages = {
  'go/docs/models/shared/locker.md': object('Locker', [
    `\`ID\` | *string* | ${YES} | N/A`,
    `\`Tag\` | [shared.Tag](../../models/shared/tag.md) | ${YES} | N/A`,
    `\`Tags\` | [][shared.Tag](../../models/shared/tag.md) | ${YES} | N/A`,
  ]),
  'go/docs/models/shared/tag.md':
    '# Tag\n\n\n## Supported Types\n\n### \n\n```go\ntag := shared.CreateTagStr(string{/* values here */})\n```\n\n### \n\n```go\ntag := shared.CreateTagInteger(int64{/* values here */})\n```\n\n',
}

function locker(path: string, [id, tag, tags]: readonly [string, string, string]): Pages {
  return {
    [path]: object('Locker', [
      `\`id\` | ${id} | ${YES} | N/A`,
      `\`tag\` | ${tag} | ${YES} | N/A`,
      `\`tags\` | ${tags} | ${YES} | N/A`,
    ]),
  }
}

const typescript = locker('typescript/docs/sdk/models/shared/locker.md', ['*string*', '*any*', '*any*[]'])
const php = locker('php/docs/Models/Shared/Locker.md', ['*string*', '*mixed*', 'array<*mixed*>'])
const ruby = locker('ruby/docs/models/shared/locker.md', ['*String*', '*Object*', 'T::Array<*Object*>'])

const python = locker('python/docs/models/shared/locker.md', ['*str*', '*Any*', 'list[*Any*]'])

async function findingsOf(...all: readonly Pages[]): Promise<string[]> {
  const { findings } = await recoverPages(Object.assign({}, ...all) as Pages)
  return told(findings)
}

test.each([
  ['TypeScript', typescript],
  ['PHP', php],
  ['Python', python],
  ['Ruby', ruby],
])('%s docs without the members of unions', async (_, pages) => {
  expect(await findingsOf(go, pages)).toEqual([])
})

test.each([
  [
    'TypeScript',
    typescript,
    {
      'typescript/docs/sdk/models/shared/key.md':
        '# Key\n\n\n## Supported Types\n\n### `string`\n\n```typescript\nconst value: string = "";\n```\n\n',
    },
  ],
  [
    'PHP',
    php,
    {
      'php/docs/Models/Shared/Key.md':
        '# Key\n\n\n## Supported Types\n\n### `string`\n\n```php\n/**\n* @var string\n*/\nstring $value = /* values here */\n```\n\n',
    },
  ],
])('%s docs that have them elsewhere mean any value', async (_, pages, union) => {
  const found = await findingsOf(go, pages, union)
  expect(found.filter((finding) => finding.startsWith('type-conflict')).length).toBeGreaterThan(0)
})
