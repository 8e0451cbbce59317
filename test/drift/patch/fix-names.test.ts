import { expect, test } from 'vitest'
import { recoverPages } from '../../support/recovered.js'

const door = (name: string, word: string): string =>
  [
    '# Door\n\n\n## Fields\n',
    '| Field          | Type           | Required       | Description    |',
    '| -------------- | -------------- | -------------- | -------------- |',
    `| \`${name}\` | ${word} | :heavy_check_mark: | How wide it is. |`,
  ].join('\n')
const size = (name: string, value: string): string =>
  `# Size\n\n\n## Values\n\n| Name | Value |\n| ---- | ----- |\n| \`OPEN\` | open |\n| \`${name}\` | ${value} |`

test('a field and a value get the names of the others, in their place and in the words of the language', async () => {
  const pages = {
    'python/models/door.md': door('door_width', '*str*'),
    'python/models/size.md': size('CANCELLED', 'cancelled'),
    'typescript/models/door.md': door('doorSpan', '*string*'),
    'typescript/models/size.md': size('CANCELED', 'canceled'),
  }
  const { findings, patch } = await recoverPages(pages)
  expect(findings.map(({ rule, field, fixable }) => [rule, field, fixable])).toEqual([
    ['possible-rename', 'door_width', true],
    ['possible-rename', 'cancelled', true],
  ])
  const lines = (await patch(findings)).split('\n').filter((line) => /^[-+](?!\+\+ |-- )/.test(line))
  expect(lines).toEqual([
    '-| `doorSpan` | *string* | :heavy_check_mark: | How wide it is. |',
    '+| `doorWidth`    | *string*       | :heavy_check_mark: | How wide it is. |',
    '-| `CANCELED` | canceled |',
    '+| `Cancelled` | cancelled |',
  ])
})
