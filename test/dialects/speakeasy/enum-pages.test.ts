// Knows what is read on the page of an enumeration, in every form that such pages have.

import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../../src/dialects/index.js'
import type { Dialect } from '../../../src/dialects/dialect.js'
import { php } from '../../../src/dialects/speakeasy/php.js'
import { python } from '../../../src/dialects/speakeasy/python.js'
import { ruby } from '../../../src/dialects/speakeasy/ruby.js'
import { typescript } from '../../../src/dialects/speakeasy/typescript.js'
import { project } from '../pages.js'

function values(dialect: Dialect, body: string): { list: unknown[]; open: unknown; found: string[] } {
  const { projection, found } = project(dialect, 'docs/models/components/doorsize.md', `# DoorSize\n\n${body}`)
  const list = (projection?.values ?? []).map(({ text, value, name }) => [
    text,
    ...(value === undefined ? [] : [value]),
    ...(name === undefined ? [] : [`name ${name}`]),
  ])
  return { list, open: projection?.open.value, found }
}

function language(id: string): Dialect {
  const dialect = dialectOf(id)
  if (dialect === undefined) throw new Error(`no dialect ${id}`)
  return dialect
}

describe('a table', () => {
  test('raw values with their names', () => {
    const rows = [
      '| `SMALL` | small |',
      '| `X_LARGE` | x: large (1.5) - *{a}*/b & c |',
      '| `UNKNOWN` |       |',
      '| `SEVEN` | 7 |',
      '| `MINUS_A` | -a |',
      '| `A` | a |',
    ]
    expect(values(python, `\n## Values\n\n| Name | Value |\n| ---- | ----- |\n${rows.join('\n')}`)).toEqual({
      list: [
        ['small', 'name SMALL'],
        ['x: large (1.5) - *{a}*/b & c', 'name X_LARGE'],
        ['', 'name UNKNOWN'],
        ['7', 'name SEVEN'],
        ['-a', 'name MINUS_A'],
        ['a', 'name A'],
      ],
      open: 'unknown',
      found: [],
    })
  })

  test.each([
    ['python', '# Open enum: unrecognized values are captured as UnrecognizedInt', 7],
    ['python', '# Open enum: unrecognized values are captured as UnrecognizedStr', '7'],
    ['go', '// Open enum: custom values can be created with a direct type cast\ncustom := shared.DoorSize(999)', 7],
    [
      'go',
      '// Open enum: custom values can be created with a direct type cast\ncustom := shared.DoorSize("custom_value")',
      '7',
    ],
    [
      'java',
      '// Open enum: use .of() to create instances from custom integer values\nDoorSize custom = DoorSize.of(999);',
      7,
    ],
    [
      'csharp',
      '// Open enum: use .Of() to create instances from custom integer values\nvar custom = DoorSize.Of(999);',
      7,
    ],
    [
      'csharp',
      '// Open enum: use .Of() to create instances from custom string values\nvar custom = DoorSize.Of("x");',
      '7',
    ],
    ['ruby', '# Open enum: use .deserialize() to create instances from custom integer values', 7],
    ['typescript', '// Open enum: unrecognized values are captured as Unrecognized<number>', 7],
  ])('what a sample in %s says of digits: %s', (id, sample, value) => {
    const code = `## Example Usage\n\n\`\`\`${id}\nx\n\n${sample}\n\`\`\`\n\n\n`
    const { list, open } = values(language(id), `${code}## Values\n\n| Name | Value |\n| - | - |\n| \`SEVEN\` | 7 |`)
    expect([list, open]).toEqual([[['7', value, 'name SEVEN']], true])
  })

  test('the mark of an open one in a row', () => {
    const rows = '| `Small` | small |\n| - | `Unrecognized<string>` |'
    expect(values(typescript, `## Values\n\n| Name | Value |\n| ---- | ----- |\n${rows}`)).toEqual({
      list: [['small', 'name Small']],
      open: true,
      found: [],
    })
  })

  test.each([
    ['other columns', '## Values\n\n| Name | Meaning |\n| --- | --- |\n| `A` | a |', [], ['CG212 5:1']],
    ['no table', '## Values\n\nSoon.', [], ['CG209 3:4']],
    ['a name without code', '## Values\n\n| Name | Value |\n| - | - |\n| A | a |', [['a', 'name A']], []],
    [
      'a column too many',
      '## Values\n\n| Name | Value | Since |\n| - | - | - |\n| `A` | a | 2 |',
      [['a', 'name A']],
      ['CG217 5:18'],
    ],
    [
      'a row behind something else',
      '## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n\nAnd | `B` | b |',
      [['a', 'name A']],
      ['CG216 9:1'],
    ],
    [
      'values that look alike',
      '## Values\n\n| Name | Value |\n| - | - |\n| `A` | abc |\n| `B` | аbc |',
      [
        ['abc', 'name A'],
        ['аbc', 'name B'],
      ],
      ['CG402 8:9'],
    ],
    [
      'a value twice',
      '## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | a |\n| `B` | a |',
      [['a', 'name A']],
      ['CG214 8:9'],
    ],
  ])('%s', (_, body, list, found) => {
    expect(values(python, body)).toEqual({ list, open: 'unknown', found })
  })
})

describe('a line of code', () => {
  test.each([
    [
      'texts',
      '"CHECKING" | "two words" | "a|b" | ""',
      [
        ['CHECKING', 'CHECKING'],
        ['two words', 'two words'],
        ['a|b', 'a|b'],
        ['', ''],
      ],
    ],
    [
      'numbers',
      '0 | 1 | -2',
      [
        ['0', 0],
        ['1', 1],
        ['-2', -2],
      ],
    ],
    [
      'digits in quotes',
      '"0" | "1"',
      [
        ['0', '0'],
        ['1', '1'],
      ],
    ],
    ['one', '"only"', [['only', 'only']]],
    [
      'quotes inside',
      '"5" wide" | "a "b" | c" | "\\"d\\""',
      [
        ['5" wide', '5" wide'],
        ['a "b" | c', 'a "b" | c'],
        ['"d"', '"d"'],
      ],
    ],
  ])('%s', (_, line, list) => {
    const read = values(
      typescript,
      `## Example Usage\n\n\`\`\`typescript\nlet value: DoorSize = x;\n\`\`\`\n\n## Values\n\n\`\`\`typescript\n${line}\n\`\`\``,
    )
    expect(read).toEqual({ list, open: false, found: [] })
  })

  test('each value has its place', () => {
    const { projection } = project(
      typescript,
      'a/doorsize.md',
      '# DoorSize\n\n## Values\n\n```typescript\n"a" | "b"\n```',
    )
    expect(projection?.values.map(({ span }) => `${span.start.line}:${span.start.column}-${span.end.column}`)).toEqual([
      '6:1-4',
      '6:7-10',
    ])
  })

  test('what is no constant is reported', () => {
    expect(values(typescript, '## Values\n\n```typescript\n"a" | Other\n```').found).toEqual(['CG213 6:7'])
  })

  test.each([
    ['the last member', '## Values\n\n```typescript\n"a" | Unrecognized<string>\n```'],
    ['the last member, numbers', '## Values\n\n```typescript\n1 | Unrecognized<number>\n```'],
    [
      'the old sentence',
      '## Values\n\nThis is an open enum. Unrecognized values will be captured as the `Unrecognized<string>` branded type.\n\n```typescript\n"a"\n```',
    ],
  ])('open by %s', (_, body) => {
    const { list, open, found } = values(typescript, body)
    expect([list.length, open, found]).toEqual([1, true, []])
  })
})

describe('a list', () => {
  test('texts and numbers', () => {
    expect(values(python, '\n## Values\n\n- `"BOX"`\n- `7`\n- `"-a"`\n- `"a`b"`\n')).toEqual({
      list: [
        ['BOX', 'BOX'],
        ['7', 7],
        ['-a', '-a'],
        ['a`b', 'a`b'],
      ],
      open: false,
      found: [],
    })
  })

  test('open by its sentence', () => {
    const body = '\n## Values\n\nThis is an open enum. Unrecognized values will not fail type checks.\n\n- `"BOX"`\n'
    expect(values(python, body)).toEqual({ list: [['BOX', 'BOX']], open: true, found: [] })
  })

  test('what is no constant is reported', () => {
    expect(values(python, '\n## Values\n\n- `"BOX"`\n- BAG\n').found).toEqual(['CG213 7:1'])
  })
})

describe('open by a comment in the sample', () => {
  const table = '## Values\n\n| Name | Value |\n| ---- | ----- |\n| `A` | a |'
  const page = (fence: string, comment: string): string =>
    `## Example Usage\n\n\`\`\`${fence}\nx\n${comment}\n\`\`\`\n\n\n${table}`

  test.each([
    ['typescript', '// Open enum: unrecognized values are captured as Unrecognized<string>'],
    ['python', '# Open enum: unrecognized values are captured as UnrecognizedStr'],
    ['go', '// Open enum: custom values can be created with a direct type cast'],
    ['java', '// Open enum: use .of() to create instances from custom string values'],
    ['csharp', '// Open enum: use .Of() to create instances from custom string values'],
    ['ruby', '# Open enum: use .deserialize() to create instances from custom string values'],
  ])('%s', (id, comment) => {
    expect(values(language(id), page(id, comment)).open).toBe(true)
  })

  test.each([
    ['typescript', false],
    ['python', false],
    ['go', false],
    ['java', false],
    ['csharp', false],
    ['ruby', 'unknown'],
  ])('a sample without it: %s', (id, open) => {
    expect(values(language(id), page(id, '')).open).toBe(open)
  })

  test.each([php, ruby, python, typescript])('no sample says nothing: $id', (dialect) => {
    expect(values(dialect, `\n${table}`).open).toBe('unknown')
  })
})
