// Knows which models stand behind the accessors of a union, in one language's docs alone and beside another's.

import { describe, expect, test } from 'vitest'
import { csharp } from '../../../src/dialects/speakeasy/csharp.js'
import { recoverPages, type Pages } from '../../support/recovered.js'
import { show } from '../cells.js'
import { fieldsTable, project } from '../pages.js'

const folder = 'docs/Models/Components'

function union(name: string, accessors: readonly string[]): string {
  const members = accessors.map(
    (own) => `### ${own}\n\n\`\`\`csharp\n${name}.Create${own}(/* values here */);\n\`\`\`\n`,
  )
  return `# ${name}\n\n\n## Supported Types\n\n${members.join('\n')}`
}

function object(name: string, fields: readonly (readonly [name: string, type: string])[]): string {
  const rows = fields.map(([field, type]) => `\`${field}\` | ${type} | :heavy_check_mark: | N/A`)
  return `# ${name}\n\n\n## Fields\n\n${fieldsTable(rows)}`
}

function constant(name: string, value: string): string {
  return `# ${name}\n\n\n## Values\n\n| Name | Value |\n| ---- | ----- |\n| \`X\` | ${value} |`
}

const link = (name: string): string => `[${name}](../../Models/Components/${name}.md)`

/** The members of the first of the pages, once all of them are known. */
function members(pages: readonly string[]): string[] {
  const read = pages.flatMap((text) => {
    const name = /^# (\w+)/.exec(text)?.[1] ?? ''
    return project(csharp, `${folder}/${name}.md`, text).projection ?? []
  })
  return (csharp.relate(read)[0]?.members ?? []).map(({ value }) => show(value))
}

const steel = object('SteelDoor', [['Kind', link('SteelDoorKind')]])
const glass = object('GlassPane', [['Kind', link('GlassPaneKind')]])
const kinds = [constant('SteelDoorKind', 'steel-door'), constant('GlassPaneKind', 'glass')]

describe('in one language alone', () => {
  test('named for their models', () => {
    expect(members([union('Entry', ['SteelDoor', 'GlassPane', 'Str']), steel, glass, ...kinds])).toEqual([
      '@SteelDoor',
      '@GlassPane',
      'string',
    ])
  })

  test('named for the values of the field that tells them apart', () => {
    expect(members([union('Entry', ['SteelDoor', 'Glass']), steel, glass, ...kinds])).toEqual([
      '@SteelDoor',
      '@GlassPane',
    ])
  })

  test('named for values that are names of other models', () => {
    const pane = object('Glass', [['Width', '*long*']])
    expect(members([union('Entry', ['SteelDoor', 'Glass']), steel, glass, pane, ...kinds])).toEqual([
      '@SteelDoor',
      '@GlassPane',
    ])
  })

  test('named for values that are words of types', () => {
    const text = object('TextField', [['Type', link('TextType')]])
    const number = object('NumberField', [['Type', link('NumberType')]])
    const own = [constant('TextType', 'text'), constant('NumberType', 'number')]
    expect(members([union('Field', ['Text', 'Number']), text, number, ...own])).toEqual(['@TextField', '@NumberField'])
  })

  test('by the names of union and value together, where no value is shown', () => {
    const first = object('SteelEntry', [['Kind', '*string*']])
    const second = object('EntryGlass', [['Kind', '*string*']])
    expect(members([union('EntryUnion', ['Steel', 'Glass', 'Wood']), first, second])).toEqual([
      '@SteelEntry',
      '@EntryGlass',
      'unknown',
    ])
  })

  test('the one of several models with the value that is named like the union', () => {
    const other = object('GateGlass', [['Kind', link('GlassPaneKind')]])
    const own = object('EntryPane', [['Kind', link('GlassPaneKind')]])
    expect(members([union('Entry', ['Steel', 'Glass']), other, own, ...kinds])).toEqual(['unknown', '@EntryPane'])
  })
})

describe('beside another language', () => {
  const name = (file: string, text: string): Pages => ({ [file]: text })
  const typescript = (title: string, body: string): Pages =>
    name(`ts/docs/models/components/${title.toLowerCase()}.md`, `# ${title}\n\n${body}`)
  const page = (text: string): Pages => name(`cs/${folder}/${/^# (\w+)/.exec(text)?.[1] ?? ''}.md`, text)
  const given = ':heavy_check_mark:'
  const both = {
    ...typescript(
      'Entry',
      '\n## Supported Types\n\n### `components.SteelDoor`\n\n```typescript\n1\n```\n\n### `components.GlassPane`\n\n```typescript\n1\n```\n',
    ),
    ...typescript('SteelDoor', `## Fields\n\n${fieldsTable([`\`kind\` | *"steel"* | ${given} | N/A`])}`),
    ...typescript('GlassPane', `## Fields\n\n${fieldsTable([`\`kind\` | *"glass"* | ${given} | N/A`])}`),
    ...typescript('Glass', `## Fields\n\n${fieldsTable([`\`width\` | *number* | ${given} | N/A`])}`),
    ...typescript('Steel', `## Fields\n\n${fieldsTable([`\`grade\` | *number* | ${given} | N/A`])}`),
    ...page(object('SteelDoor', [['Kind', '*string*']])),
    ...page(object('GlassPane', [['Kind', '*string*']])),
    ...page(object('Glass', [['Width', '*long*']])),
    ...page(object('Steel', [['Grade', '*long*']])),
  }

  test.each([
    ['of no model', ['One', 'Other']],
    ['of other models', ['Steel', 'Glass']],
    ['of the models', ['SteelDoor', 'GlassPane']],
  ])('accessors with the names %s', async (_, accessors) => {
    const { model, findings } = await recoverPages({ ...both, ...page(union('Entry', accessors)) })
    const entry = model.models.find(({ id }) => id === 'shared/entry')
    expect(findings).toEqual([])
    expect(entry?.kind === 'union' ? entry.members.map(show) : []).toEqual(['@shared/steel-door', '@shared/glass-pane'])
    expect(model.models.map(({ id }) => id)).toEqual([
      'shared/entry',
      'shared/glass',
      'shared/glass-pane',
      'shared/steel',
      'shared/steel-door',
    ])
  })

  test('a member more is a finding still', async () => {
    const { findings } = await recoverPages({ ...both, ...page(union('Entry', ['SteelDoor', 'GlassPane', 'Str'])) })
    expect(findings.map(({ rule, variant }) => [rule, variant])).toEqual([['missing-union-member', 'typescript']])
  })
})
