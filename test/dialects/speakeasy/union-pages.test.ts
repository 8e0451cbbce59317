// Knows what is read on the page of a union, as each language and age writes it.

import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../../src/dialects/dialect.js'
import { csharp } from '../../../src/dialects/speakeasy/csharp.js'
import { go } from '../../../src/dialects/speakeasy/go.js'
import { java } from '../../../src/dialects/speakeasy/java.js'
import { php } from '../../../src/dialects/speakeasy/php.js'
import { python } from '../../../src/dialects/speakeasy/python.js'
import { ruby } from '../../../src/dialects/speakeasy/ruby.js'
import { typescript } from '../../../src/dialects/speakeasy/typescript.js'
import { show } from '../cells.js'
import { project } from '../pages.js'

function union(dialect: Dialect, body: string): { kind?: string; members: string[]; found: string[] } {
  const { projection, found } = project(dialect, 'docs/models/components/content.md', `# Content\n\n${body}`)
  return {
    ...(projection === undefined ? {} : { kind: projection.kind }),
    members: (projection?.members ?? []).map(({ value }) => show(value)),
    found,
  }
}

/** The members of a page, each as heading and code. */
function page(fence: string, members: readonly (readonly [heading: string, code: string])[]): string {
  return `\n## Supported Types\n\n${members.map(([heading, code]) => `### ${heading}\n\n\`\`\`${fence}\n${code}\n\`\`\`\n\n`).join('')}`
}

describe('members', () => {
  test('of the class for moments, with a day as sample, are days', () => {
    const days = page('typescript', [['`Date`', 'const value: Date = new Date("2031-05-06");']])
    const moments = page('typescript', [['`Date`', 'const value: Date = new Date("2031-05-06T07:08:09Z");']])
    expect([days, moments].map((body) => union(typescript, body).members)).toEqual([['date'], ['date-time']])
  })

  test('in the heading, without emphasis', () => {
    const types = [
      '`string`',
      '`shared.AtsMetadata5[]`',
      '`{ [k: string]: any }`',
      '`{ [k: string]: string[] }[]`',
      '`Date`',
      '`RFCDate`',
      '`"lead"`',
      '`7`',
      '`Array<number>`',
      '`EventStream<components.Event>`',
      '`string | number`',
      '`(string | components.X)[]`',
    ]
    expect(
      union(
        typescript,
        page(
          'typescript',
          types.map((type) => [type, 'const value = 1;']),
        ),
      ),
    ).toEqual({
      kind: 'union',
      members: [
        'string',
        '[@shared.AtsMetadata5]',
        '{any}',
        '[{[string]}]',
        'date-time',
        'date',
        '"lead"',
        '7',
        '[num]',
        '<EventStream<components.Event>>',
        '(string | num)',
        '[(string | @components.X)]',
      ],
      found: [],
    })
  })

  test('in the heading, by the names of the types themselves', () => {
    const types = [
      '`str`',
      '`List[shared.AtsMetadata5]`',
      '`Dict[str, Any]`',
      '`int`',
      '`float`',
      '`bool`',
      '`datetime`',
      '`date`',
      '`List[Nullable[str]]`',
      '`Literal["a"]`',
    ]
    expect(
      union(
        python,
        page(
          'python',
          types.map((type) => [type, 'value: x = /* values here */']),
        ),
      ),
    ).toEqual({
      kind: 'union',
      members: [
        'string',
        '[@shared.AtsMetadata5!]',
        '{any!}',
        'int',
        'float',
        'boolean',
        'date-time',
        'date',
        '[string?]',
        '"a"',
      ],
      found: [],
    })
  })

  test('in the argument of a constructor', () => {
    const make = (suffix: string, type: string): string =>
      `content := shared.CreateContent${suffix}(${type}{/* values here */})`
    const body = page('go', [
      ['', make('MapOfAny', 'map[string]any')],
      ['', make('Str', 'string')],
      ['', make('ArrayOfX', '[]shared.X')],
      ['', make('Number', 'float64')],
      ['', make('Integer', 'int64')],
      ['', make('DateTime', 'time.Time')],
      ['', 'content := shared.CreateContent(int64(0))'],
      ['Door', make('Door', 'shared.Door')],
    ])
    const discrimination =
      '## Union Discrimination\n\nUse the `Type` field:\n\n```go\nswitch content.Type {\n\tcase shared.ContentTypeStr:\n\t\t// content.Str is populated\n}\n```\n'
    const members = ['{any}', 'string', '[@shared.X]', 'float', 'int', 'date-time', 'int', '@shared.Door']
    expect(union(go, body + discrimination)).toEqual({ kind: 'union', members, found: [] })
    expect(union(go, body)).toEqual({ kind: 'union', members, found: [] })
  })

  test('of a class whose constructor has the value that tells it apart', () => {
    const body = page('go', [
      ['DoorEvent', 'notice := components.CreateNoticeDoorOpened(components.DoorEvent{/* values here */})'],
    ])
    expect(union(go, body)).toEqual({ kind: 'union', members: ['@components.DoorEvent'], found: [] })
  })

  test('in a comment of the sample, in full', () => {
    const make = (heading: string, type: string): readonly [string, string] => [
      `\`${heading}\``,
      `/**\n* @var ${type}\n*/\n${heading} $value = /* values here */`,
    ]
    const body = page('php', [
      make('array', 'array<string, mixed>'),
      make('array', 'array<\\Acme\\Models\\Shared\\X>'),
      make('array', 'array<string>'),
      make('Shared\\X', '\\Acme\\Models\\Shared\\X'),
      make('string', 'string'),
      make('string|int', 'string|int'),
      make('\\DateTime', '\\DateTime'),
      make('?float', 'float|null'),
    ])
    const x = '@\\Acme\\Models\\Shared\\X'
    expect(union(php, body)).toEqual({
      kind: 'union',
      members: ['{any}', `[${x}]`, '[string]', x, 'string', '(string | int)', 'some-date', 'float?'],
      found: [],
    })
  })

  test('by the names of accessors', () => {
    const words = ['MapOfAny', 'Str', 'Number', 'Boolean', 'ArrayOfX', 'ArrayOfArrayOfStr', 'X', 'Integer', 'DateTime']
    const names = [...words, 'Date', 'Int32', 'Float32', 'Bigint', 'Decimal']
    expect(
      union(
        csharp,
        page(
          'csharp',
          names.map((name) => [name, `Content.Create${name}(/* values here */);`]),
        ),
      ),
    ).toEqual({
      kind: 'union',
      members: ['{any}', 'string', 'float', 'boolean', '[@X]', '[[string]]', '@X', 'int', 'date-time'].concat([
        'date',
        'int:int32',
        'float:float',
        'int:big',
        'float:decimal',
      ]),
      found: [],
    })
  })

  test('as links, behind a table of what tells them apart', () => {
    const link = (name: string): string => `(../../models/components/${name}.md)`
    const body = [
      '\n## Supported Types\n\n### Discriminator: `type`\n\n| Value | Type |\n| ----- | ---- |',
      `| \`"plain"\` | [PlainDoor]${link('PlainDoor')} |\n| \`"glass"\` | [GlassDoor]${link('GlassDoor')} |\n`,
      `### [\`PlainDoor\`]${link('PlainDoor')}\n\nDiscriminator value: \`"plain"\`\n`,
      '```java\nContent value = PlainDoor.builder()\n    .build();\n```\n',
      `**Referred Types:** [Hinge]${link('Hinge')}\n`,
      `### [\`GlassDoor\`]${link('GlassDoor')}\n\nDiscriminator value: \`"glass"\`\n`,
      '```java\nContent value = GlassDoor.builder()\n    .build();\n```\n',
      `**Referred Types:**\n\n- [Hinge]${link('Hinge')}\n- [Pane]${link('Pane')}\n- [Seal]${link('Seal')}\n`,
      '## Consumption Patterns\n\n### Java 11+ (Discriminator Switch)\n\n```java\nswitch (value.type()) {\n}\n```\n',
    ].join('\n')
    expect(union(java, body)).toEqual({
      kind: 'union',
      members: [`@PlainDoor${link('PlainDoor')}`, `@GlassDoor${link('GlassDoor')}`],
      found: [],
    })
  })

  test('as links where they are models, else by the names of the types', () => {
    const link = '(../../models/components/Door.md)'
    const types = ['String', 'long', 'List<Double>', 'Map<String, Object>', 'List<Door>', 'OffsetDateTime', 'LocalDate']
    const headings = [`[\`Door\`]${link}`, ...types.map((type) => `\`${type}\``), '`List<List<Long>>`', '`byte[]`']
    const patterns =
      '## Consumption Patterns\n\n### Java 11+ (Raw Value + Cast)\n\n```java\nObject raw = value.value();\n```\n'
    expect(
      union(
        java,
        page(
          'java',
          headings.map((heading) => [heading, 'Content value = Content.of(1);']),
        ) + patterns,
      ),
    ).toEqual({
      kind: 'union',
      members: [
        `@Door${link}`,
        'string',
        'int',
        '[float]',
        '{any}',
        '[@Door]',
        'date-time',
        'date',
        '[[int]]',
        'bytes',
      ],
      found: [],
    })
  })

  test('in the argument of a constructor that all members share', () => {
    const make = (value: string): string => `content := components.CreateContent(${value})`
    const body = page('go', [
      ['', make('""')],
      ['', make('int64(0)')],
      ['', make('float64(0)')],
      ['', make('false')],
      ['', make('time.Time{}')],
      ['', make('types.Date{}')],
      ['', make('nil')],
      ['', make('big.NewInt(0)')],
      ['', make('[]string{/* values here */}')],
      ['Kind', make('components.Kind("")')],
      ['Door', make('components.Door{/* values here */}')],
    ])
    expect(union(go, body)).toEqual({
      kind: 'union',
      members: ['string', 'int', 'float', 'boolean', 'date-time', 'date', 'any', 'int:big', '[string]'].concat([
        '@components.Kind',
        '@components.Door',
      ]),
      found: [],
    })
  })

  test('a member without its sample', () => {
    const body =
      '\n## Supported Types\n\n### `string`\n\n### `components.X`\n\n```typescript\nconst value = 1;\n```\n\n'
    expect(union(typescript, body)).toEqual({ kind: 'union', members: ['string', '@components.X'], found: [] })
  })

  test('its words and place are kept', () => {
    const { projection } = project(
      typescript,
      'a/content.md',
      '# Content\n\n\n## Supported Types\n\n### `components.X[]`\n\n```typescript\n1\n```\n',
    )
    const [member] = projection?.members ?? []
    expect([member?.said, member?.span.start.line, member?.span.start.column]).toEqual(['components.X[]', 6, 5])
  })

  test('a description stands before them', () => {
    const { projection, found } = project(
      python,
      'a/content.md',
      `# Content\n\nWhat it holds.\n\n${page('python', [['`str`', 'x']])}`,
    )
    expect([projection?.description?.value, projection?.members.length, found]).toEqual(['What it holds.', 1, []])
  })
})

describe('pages with a heading only', () => {
  test.each([java, ruby, typescript, php, csharp])('$id', (dialect) => {
    for (const text of ['# Content\n\n', '# Content\n\nWhat it holds.\n\n']) {
      const { projection, found } = project(dialect, 'docs/models/components/Content.md', text)
      expect([projection?.kind, projection?.members, found]).toEqual(['blank', [], []])
    }
  })

  test.each([python, go])('are reported in other languages: $id', (dialect) => {
    expect(project(dialect, 'docs/models/components/Content.md', '# Content\n\n').found).toEqual(['CG215 1:3'])
  })
})

describe('old pages', () => {
  test('a sample before the members', () => {
    const body =
      '## Example Usage\n\n```typescript\nlet value: Content = "";\n```\n\n## Supported Types\n\n### `string`\n\n```typescript\nconst value: string = "";\n```\n\n'
    expect(union(typescript, body)).toEqual({ kind: 'union', members: ['string'], found: [] })
  })

  test('headings empty, or a bare name', () => {
    const body = page('python', [
      ['', 'content: str = /* values here */'],
      ['', 'content: List[str] = /* values here */'],
      ['Door', 'content: shared.Door = /* values here */'],
    ])
    expect(union(python, body)).toEqual({ kind: 'union', members: ['string', '[string!]', '@Door'], found: [] })
  })
})

describe('wrong pages', () => {
  test.each([
    ['no members', '\n## Supported Types\n\n', [], ['CG215 4:4']],
    [
      'a member that is no notation',
      page('python', [
        ['`str`', 'x'],
        ['`Maybe[str]`', 'x'],
      ]),
      ['string'],
      ['CG301 12:5'],
    ],
    ['a member without any words', page('python', [['', 'x']]), [], ['CG301 6:5']],
  ])('%s', (_, body, members, found) => {
    expect(union(python, body)).toEqual({ kind: 'union', members, found })
  })
})
