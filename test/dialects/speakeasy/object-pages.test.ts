// Knows what is read on the page of an object, in every shape that such pages have.

import { describe, expect, test } from 'vitest'
import { csharp } from '../../../src/dialects/speakeasy/csharp.js'
import { go } from '../../../src/dialects/speakeasy/go.js'
import { java } from '../../../src/dialects/speakeasy/java.js'
import { python } from '../../../src/dialects/speakeasy/python.js'
import { ruby } from '../../../src/dialects/speakeasy/ruby.js'
import { typescript } from '../../../src/dialects/speakeasy/typescript.js'
import type { FieldProjection } from '../../../src/dialects/dialect.js'
import { show } from '../cells.js'
import { fieldsTable, project } from '../pages.js'

const NOTICE = 'This will be removed in a future release, please migrate away from it as soon as possible.'
const ROW_NOTICE = `: warning: ** DEPRECATED **: ${NOTICE}`
const GIVEN = ':heavy_check_mark:'
const FREE = ':heavy_minus_sign:'
const withExample = 'Field | Type | Required | Description | Example'

function python1(row: string, columns?: string): { field: FieldProjection | undefined; found: string[] } {
  const { projection, found } = project(
    python,
    'docs/models/shared/door.md',
    `# Door\n\n\n## Fields\n\n${fieldsTable([row], columns)}`,
  )
  return { field: projection?.fields[0], found }
}

describe('the page', () => {
  test('a description, raw, up to the first section', () => {
    const description =
      'A *door* of a `locker`.\n\nSee <a href="x">this</a>:\n\n```\n## Fields\n| a |\n```\n\n* one\n* two'
    const { projection, found } = project(
      python,
      'docs/models/shared/door.md',
      `# Door\n\n${description}\n\n\n## Fields\n\n${fieldsTable([`\`id\` | *str* | ${GIVEN} | N/A`])}`,
    )
    expect(found).toEqual([])
    expect(projection?.description?.value).toBe(description)
    expect(projection).toMatchObject({ kind: 'object', name: 'Door', key: 'door', namespace: 'shared', role: 'data' })
    expect(projection?.fields.map((field) => field.name)).toEqual(['id'])
  })

  test('text underlined with hyphens stays in the description', () => {
    const text = `# Door\n\nTitle\n---\nMore.\n\n\n## Fields\n\n${fieldsTable([])}`
    const { projection, found } = project(python, 'docs/models/shared/door.md', text)
    expect([projection?.description?.value, found]).toEqual(['Title\n---\nMore.', []])
  })

  test('no description', () => {
    const { projection } = project(python, 'docs/models/shared/door.md', `# Door\n\n\n## Fields\n\n${fieldsTable([])}`)
    expect(projection).toBeDefined()
    expect(projection).not.toHaveProperty('description')
    expect(projection).not.toHaveProperty('deprecated')
  })

  test('no properties: an object all the same', () => {
    const text =
      '# Nothing\n\n\n## Fields\n\n| Field       | Type        | Required    | Description |\n| ----------- | ----------- | ----------- | ----------- |'
    const { projection, found } = project(go, 'docs/models/components/nothing.md', text)
    expect([projection?.kind, projection?.fields, found]).toEqual(['object', [], []])
  })

  test.each([
    ['the usual notice', `> :warning: **DEPRECATED**: ${NOTICE}`, undefined, {}],
    ['a description before it', `A door.\n\n> :warning: **DEPRECATED**: ${NOTICE}`, 'A door.', {}],
    ['a notice of its own', '> :warning: **DEPRECATED**: Use gates.', undefined, { message: 'Use gates.' }],
  ])('deprecated: %s', (_, text, description, deprecated) => {
    const { projection, found } = project(
      ruby,
      'docs/models/shared/door.md',
      `# ~~Door~~\n\n${text}\n\n\n## Fields\n\n${fieldsTable([])}`,
    )
    expect(found).toEqual([])
    expect([projection?.name, projection?.key, projection?.description?.value, projection?.deprecated?.value]).toEqual([
      'Door',
      'door',
      description,
      deprecated,
    ])
  })

  test('free text about deprecation is a description', () => {
    const { projection } = project(
      python,
      'docs/models/shared/door.md',
      `# Door\n\n@deprecated; use Gate\n\n\n## Fields\n\n${fieldsTable([])}`,
    )
    expect([projection?.description?.value, projection?.deprecated]).toEqual(['@deprecated; use Gate', undefined])
  })

  test('the sample proves null and fractions', () => {
    const sample =
      '## Example Usage\n\n```typescript\nimport { Door } from "x";\n\nlet value: Door = {\n  width: 1.5,\n  count: 3,\n  code: null,\n  "odd-key": null,\n};\n```\n'
    const { projection, found } = project(
      typescript,
      'docs/models/components/door.md',
      `# Door\n\n${sample}\n## Fields\n\n${fieldsTable([])}`,
    )
    expect(found).toEqual([])
    const proofs = [...(projection?.sample ?? [])].map(([key, proof]) => [
      key,
      proof.nullable ?? false,
      proof.fraction ?? false,
    ])
    expect(proofs).toEqual([
      ['width', false, true],
      ['code', true, false],
      ['oddkey', true, false],
    ])
  })
})

describe('the row', () => {
  test.each([
    ['given', `\`id\` | *str* | ${GIVEN} | The id. | `, true, 'The id.'],
    ['not given, no description', `\`id\` | *Optional[str]* | ${FREE} | N/A | `, false, undefined],
    [
      'line ends and bars',
      `\`id\` | *str* | ${GIVEN} | One<br/>two \\| three<br/><br/>four | `,
      true,
      'One\ntwo | three\n\nfour',
    ],
    [
      'markup passes through',
      `\`id\` | *str* | ${GIVEN} | <b>a</b> \\_ *b* \`c\` &amp; N/A | `,
      true,
      '<b>a</b> \\_ *b* `c` &amp; N/A',
    ],
  ])('%s', (_, row, required, description) => {
    const { field, found } = python1(row.replace(/ \| $/, ''))
    expect(found).toEqual([])
    expect([field?.required.value, field?.description?.value]).toEqual([required, description])
  })

  test.each([
    ['the usual notice', ROW_NOTICE, undefined, {}],
    ['with a text', `${ROW_NOTICE}<br/><br/>The code.`, 'The code.', {}],
    ['with a text of several paragraphs', `${ROW_NOTICE}<br/><br/>One.<br/><br/>Two.`, 'One.\n\nTwo.', {}],
    [
      'a notice of its own',
      ': warning: ** DEPRECATED **: Use key.<br/><br/>The code.',
      'The code.',
      { message: 'Use key.' },
    ],
  ])('deprecated: %s', (_, cell, description, deprecated) => {
    const { field, found } = python1(`~~\`code\`~~ | *str* | ${GIVEN} | ${cell}`)
    expect(found).toEqual([])
    expect([field?.name, field?.description?.value, field?.deprecated?.value]).toEqual([
      'code',
      description,
      deprecated,
    ])
  })

  test.each([
    ['none', '', undefined],
    ['text', 'AB-12', ['AB-12']],
    ['pretty JSON', '{<br/>"a_b": [<br/>1<br/>]<br/>}', ['{\n"a_b": [\n1\n]\n}']],
    ['several', '**Example 1:** A<br/>**Example 2:** B<br/>C<br/>**Example 3:** <nil>', ['A', 'B\nC', 'null']],
    ['several by name', '**Small parcel:** {<br/>"a_b": 1<br/>}<br/>**large:** {}', ['{\n"a_b": 1\n}', '{}']],
    ['one with bold text', '**Note:** A<br/>B', ['**Note:** A\nB']],
    ['null', '<nil>', ['null']],
    ['a bar', 'a\\|b', ['a|b']],
    ['an object that is not shown', '[object Object]', []],
    ['objects that are not shown', '[object Object],[object Object]', []],
  ])('example: %s', (_, cell, examples) => {
    const { field, found } = python1(`\`code\` | *str* | ${GIVEN} | N/A | ${cell}`, withExample)
    expect(found).toEqual([])
    expect(field?.examples?.value).toEqual(examples)
  })

  test.each([
    ['format_', 'format'],
    ['dollar_ref', 'dollarref'],
    ['a-b.c', 'abc'],
    ['a b', 'ab'],
    ['a`b', 'ab'],
    ['a\\|b', 'ab'],
    ['_', '_'],
  ])('name: %s', (name, key) => {
    const { field, found } = python1(`\`${name}\` | *str* | ${GIVEN} | N/A`)
    expect([field?.name, field?.key, found]).toEqual([name.replace('\\|', '|'), key, []])
  })

  test('a field named as its class takes an ending in one language', () => {
    const page = `# Parcel\n\n\n## Fields\n\n${fieldsTable([`\`ParcelValue\` | *string* | ${GIVEN} | N/A`, `\`Value\` | *string* | ${GIVEN} | N/A`])}`
    const { projection } = project(csharp, 'docs/Models/Components/Parcel.md', page)
    expect(projection?.fields.map((field) => field.key)).toEqual(['parcel', 'value'])
    expect(python.fieldKey('parcel_value', 'Parcel')).toBe('parcelvalue')
  })

  test.each([
    [python, `\`__pydantic_extra__\` | Dict[str, *Any*] | ${FREE} | N/A`, '{any!}'],
    [typescript, `\`additionalProperties\` | Record<string, *any*> | ${FREE} | N/A`, '{any}'],
    [csharp, `\`AdditionalProperties\` | Dictionary<String, *object*> | ${FREE} | N/A`, '{any}'],
  ])('further properties: $id', (dialect, row, type) => {
    const { projection } = project(
      dialect,
      'docs/models/shared/door.md',
      `# Door\n\n\n## Fields\n\n${fieldsTable([row])}`,
    )
    expect(projection?.fields).toEqual([])
    expect(projection?.additional === undefined ? undefined : show(projection.additional.type.value)).toBe(type)
  })
})

describe('wrong rows', () => {
  test.each([
    ['a name without a code span', `id | *str* | ${GIVEN} | N/A`, ['CG213 8:3']],
    ['a mark that is not closed', `~~\`id\` | *str* | ${GIVEN} | N/A`, ['CG213 8:3']],
    ['no Required', '`id` | *str* | yes | N/A', ['CG213 8:18']],
    ['a Required that every object has', '`id` | *str* | constructor | N/A', ['CG213 8:18']],
    ['an unknown type', `\`id\` | *string* | ${GIVEN} | N/A`, ['CG302 8:11']],
    ['a type against Required', `\`id\` | *str* | ${FREE} | N/A`, ['CG304 8:10']],
  ])('%s', (_, row, found) => {
    expect([...python1(row).found].sort()).toEqual([...found].sort())
  })

  test('a row twice', () => {
    const { projection, found } = project(
      python,
      'docs/models/shared/door.md',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`a_b\` | *str* | ${GIVEN} | One.`, `\`aB\` | *str* | ${GIVEN} | Two.`])}`,
    )
    expect([projection?.fields.length, found]).toEqual([1, []])
    expect(projection?.repeated?.map(({ name, row }) => [name, row.start.line])).toEqual([['aB', 9]])
  })
})

describe('response wrappers', () => {
  const http = 'https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html'
  const rows = [
    `\`contentType\` | *String* | ${GIVEN} | HTTP response content type for this operation`,
    `\`statusCode\` | *int* | ${GIVEN} | HTTP response status code for this operation`,
    `\`rawResponse\` | [HttpResponse\\<InputStream>](${http}) | ${GIVEN} | Raw HTTP response; suitable for custom response parsing`,
  ]

  test('their own fields are left out', () => {
    const body = `\`door\` | [Optional\\<Door>](../../models/shared/Door.md) | ${FREE} | OK`
    const { projection, found } = project(
      java,
      'docs/models/operations/OpenDoorResponse.md',
      `# OpenDoorResponse\n\n\n## Fields\n\n${fieldsTable([...rows, body])}`,
    )
    expect([projection?.role, projection?.fields.map((field) => field.key), found]).toEqual(['response', ['door'], []])
  })

  test('an error is data, whatever raw response it carries', () => {
    const page = (text: string): string =>
      `# DoorError\n\n\n## Fields\n\n${fieldsTable([`\`message\` | *String* | ${GIVEN} | N/A`, `\`rawResponse\` | [HttpResponse\\<?>](${http}) | ${FREE} | ${text}`])}`
    for (const text of ['Raw HTTP response; suitable for custom response parsing', 'N/A']) {
      const { projection } = project(java, 'docs/models/errors/DoorError.md', page(text))
      expect([projection?.role, projection?.namespace, projection?.fields.map((field) => field.key)]).toEqual([
        'data',
        'errors',
        ['message'],
      ])
    }
  })

  test('one language links to a page about the exchange', () => {
    const meta = `\`HttpMeta\` | [Models.Components.HTTPMetadata](../../Models/Components/HTTPMetadata.md) | ${GIVEN} | N/A`
    const door = `\`Door\` | [Door](../../Models/Components/Door.md) | ${FREE} | OK`
    const { projection } = project(
      csharp,
      'docs/Models/Requests/OpenDoorResponse.md',
      `# OpenDoorResponse\n\n\n## Fields\n\n${fieldsTable([meta, door])}`,
    )
    expect([projection?.role, projection?.fields.map((field) => field.key)]).toEqual(['response', ['door']])
  })

  test('a field of the same name and another text is data', () => {
    const { projection } = project(
      java,
      'docs/models/shared/Call.md',
      `# Call\n\n\n## Fields\n\n${fieldsTable([`\`statusCode\` | *long* | ${GIVEN} | What came back.`])}`,
    )
    expect([projection?.role, projection?.fields.map((field) => field.key)]).toEqual(['data', ['statuscode']])
  })
})

describe('wrong pages', () => {
  test.each([
    ['no table', '# Door\n\n\n## Fields\n\nSoon.', ['CG209 4:4'], 0],
    ['other columns', '# Door\n\n\n## Fields\n\n| Field | Kind |\n| --- | --- |\n| `a` | *str* |', ['CG212 6:1'], 0],
    [
      'a section twice',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}\n\n## Fields\n\n${fieldsTable([`\`b\` | *str* | ${GIVEN} | N/A`])}`,
      ['CG207 10:4'],
      2,
    ],
    [
      'two tables',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}\n\nMore:\n\n${fieldsTable([`\`b\` | *str* | ${GIVEN} | N/A`])}`,
      [],
      2,
    ],
    [
      'a row in a list',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}\n\n- | \`b\` | *str* | ${GIVEN} | N/A |`,
      ['CG216 10:1'],
      1,
    ],
    [
      'a row behind something else',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}\n\n<!-- | \`b\` | *str* | ${GIVEN} | N/A |`,
      ['CG216 10:1'],
      1,
    ],
    [
      'a column too many',
      `# Door\n\n\n## Fields\n\n| Field | Type | Required | Description | Example | Notes |\n| - | - | - | - | - | - |\n| \`a\` | *str* | ${GIVEN} | N/A | x | y |`,
      ['CG217 6:53'],
      1,
    ],
    [
      'names that look alike',
      `# Door\n\n\n## Fields\n\n${fieldsTable([`\`is_оpen\` | *str* | ${GIVEN} | N/A`, `\`is_open\` | *str* | ${GIVEN} | N/A`])}`,
      ['CG402 8:3'],
      2,
    ],
    [
      'a section of no model',
      `# Door\n\n\n## Notes\n\nMind.\n\n## Fields\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}`,
      ['CG206 4:4'],
      1,
    ],
    [
      'a misspelt section',
      `# Door\n\n\n## Feilds\n\n${fieldsTable([`\`a\` | *str* | ${GIVEN} | N/A`])}`,
      ['CG206 4:4'],
      0,
    ],
    ['a misspelt section without a table', '# Door\n\n\n## Supported Type\n\n### `str`\n', ['CG206 4:4'], 0],
    ['no section', '# Door\n\n', ['CG215 1:3'], 0],
    ['a sample only', '# Door\n\n## Example Usage\n\n```python\nx = 1\n```\n', ['CG209 3:4'], 0],
    ['no title', `\n\n## Fields\n\n${fieldsTable([])}`, ['CG208 1:1'], undefined],
    ['a title underlined', `Door\n====\n\n## Fields\n\n${fieldsTable([])}`, ['CG208 1:1'], undefined],
    [
      'a fence in the description that is not closed',
      `# Door\n\n\`\`\`\nx\n\n## Fields\n\n${fieldsTable([])}`,
      ['CG210 3:1', 'CG215 1:3'],
      0,
    ],
  ])('%s', (_, text, found, fields) => {
    const read = project(python, 'docs/models/shared/door.md', text)
    expect([read.found, read.projection?.fields.length]).toEqual([found, fields])
  })
})

describe('tables with a type to set and a type to get', () => {
  const columns = 'Field | Setter Type | Getter Type | Required | Description'
  const tri = 'Supports tri-state: omit setter to leave unset, pass null to send explicit JSON null.'
  const x = '[X](../../models/components/X.md)'

  function java1(row: string, header = columns): { field: FieldProjection | undefined; found: string[] } {
    const text = `# Door\n\n\n## Fields\n\n${fieldsTable([row], header)}`
    const { projection, found } = project(java, 'docs/models/components/Door.md', text)
    return { field: projection?.fields[0], found }
  }

  test.each([
    [`*String* | *String* | ${GIVEN} | N/A`, 'string!', undefined],
    [`@Nullable *String* | JsonNullable\\<*String*> | ${GIVEN} | N/A`, 'string?', undefined],
    [`@Nullable *String* | Optional\\<*String*> | ${FREE} | N/A`, 'string!', undefined],
    [`@Nullable *String* | JsonNullable\\<*String*> | ${FREE} | ${tri}`, 'string?', undefined],
    [`@Nullable *long* | @Nullable *long* | ${FREE} | Of the door.<br/>${tri}`, 'int?', 'Of the door.'],
    [
      `@Nullable List\\<${x}> | Optional\\<List\\<${x}>> | ${FREE} | N/A`,
      '[@X(../../models/components/X.md)]!',
      undefined,
    ],
    [`@Nullable ${x} | JsonNullable\\<${x}> | ${FREE} | ${tri}`, '@X(../../models/components/X.md)?', undefined],
    [`@Nullable *Object* | Optional\\<*Object*> | ${FREE} | N/A`, 'any!', undefined],
  ])('%s', (cells, says, description) => {
    const { field, found } = java1(`\`hinge\` | ${cells}`)
    expect([field === undefined ? undefined : show(field.type.value), field?.description?.value, found]).toEqual([
      says,
      description,
      [],
    ])
  })

  test('an example behind the description', () => {
    const row = `\`hinge\` | @Nullable *String* | Optional\\<*String*> | ${FREE} | Of the door. | left`
    const { field, found } = java1(row, `${columns} | Example`)
    expect([field?.examples?.value, field?.required.value, field?.description?.value, found]).toEqual([
      ['left'],
      false,
      'Of the door.',
      [],
    ])
  })

  test('an unreadable type is reported where it stands', () => {
    const { found } = java1(`\`hinge\` | @Nullable *Strin* | Optional\\<*Strin*> | ${FREE} | N/A`)
    expect(found).toEqual(['CG302 8:24'])
  })
})
