// Knows how texts get into everything that a person or a repository can name: folders, variants, settings, the baseline.

import type { IgnoreEntry, Options, Override, SourceOption } from '../../src/config/options.js'
import { printBaseline } from '../../src/drift/baseline.js'
import type { Pages } from '../support/recovered.js'

/** The places that a text is put into. */
export const settingPlaces = [
  'folder of a source',
  'variant',
  'key of an override',
  'name of an override',
  'description of an override',
  'model of an ignored finding',
  'field of an ignored finding',
  'variant of an ignored finding',
  'reason of an ignored finding',
  'model of the baseline',
  'field of the baseline',
  'variant of the baseline',
  'reason of the baseline',
  'namespace of a prefix',
  'authority',
  'header',
] as const

/** Docs of so many SDKs that each text is the folder and the variant of one, and settings that have the texts everywhere else. */
export function hostileSettings(texts: readonly string[]): {
  readonly pages: Pages
  readonly options: Partial<Options>
} {
  const sources = texts.map((text, index): SourceOption => ({
    path: `${folderOf(text)}${index}`,
    variant: text,
    dialect: 'python',
  }))
  const over = `# Over\n\n\n${fieldsOf(texts.map((_, index) => [`over_${index}`, '*str*']))}`
  const pages = sources.map(({ path }, index): [string, string] => [
    `${path}/models/shared/pet.md`,
    `# Pet\n\nA pet.\n\n\n${fieldsOf([
      ['name', index % 3 === 0 ? '*int*' : '*str*'],
      ['age', index % 5 === 0 ? '*str*' : '*int*'],
      [`own_${index % 9}`, '*str*'],
    ])}`,
  ])
  const first = sources.slice(0, 2).map(({ path }): [string, string] => [`${path}/models/shared/over.md`, over])
  return {
    pages: Object.fromEntries([...pages, ...first, ['baseline.json', baselineOf(texts)]]),
    options: {
      sources: sources.map((source) => ({ ...source, path: `/w/${source.path}` })),
      baseline: '/w/baseline.json',
      overrides: Object.fromEntries(texts.flatMap(overridesOf)),
      ignore: texts.flatMap(ignoredOf),
      header: texts.join('\n').replaceAll('{{', '{'),
      prefixes: Object.fromEntries(texts.map((text, index) => [text, `P${index}`])),
      presence: { authority: texts.join('') },
      conflicts: { authority: texts[1] ?? '' },
    },
  }
}

/** The text as the name of a folder. */
function folderOf(text: string): string {
  return text
    .replaceAll(/[/\0]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_')
    .slice(0, 60)
}

function fieldsOf(fields: readonly (readonly [name: string, type: string])[]): string {
  const head = '| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n'
  const rows = fields.map(([name, type]) => `| \`${name}\` | ${type} | :heavy_check_mark: | Said. |\n`)
  return `## Fields\n\n${head}${rows.join('')}`
}

function overridesOf(text: string, index: number): [string, Override][] {
  return [
    [`Over.over_${index}`, { name: text, description: text }],
    [text, { description: text }],
    [`${text}.${text}`, { drop: true }],
  ]
}

function ignoredOf(text: string, index: number): IgnoreEntry[] {
  return [
    { model: text, reason: text },
    { field: text, reason: text },
    { variant: text, model: 'Pet', field: `own_${index % 9}`, reason: text },
  ]
}

/** Entries that no finding has, so that each is told of. */
function baselineOf(texts: readonly string[]): string {
  return printBaseline(
    texts.flatMap((text, index) =>
      ['0', '1'].map((part) => ({
        fingerprint: `${part}${index}`.padStart(16, '0'),
        rule: 'type-conflict',
        model: `shared/${text}`,
        field: text,
        variant: part === '0' ? text : `gone ${text}`,
        reason: text,
      })),
    ),
  )
}
