// Knows how texts get into every place of every kind of document, as a generator would write them there and as they stand.

import type { Pages } from '../support/recovered.js'

/** The places that a text is put into. */
export const places = [
  'title',
  'description of a model',
  'field name',
  'description of a field',
  'example',
  'type',
  'label of a link',
  'target of a link',
  'required',
  'name of a value',
  'value',
  'value in a line of code',
  'value in a list',
  'member of a union',
  'sample',
  'name of a file',
  'name of a folder',
  'unknown section',
  'blank page',
  'lock file',
] as const

type Root = 'one' | 'two'
type File = readonly [path: string, text: string]

/** So many texts share a page where each has a row. */
const ROWS = 8

/** Docs of two SDKs, and of some words, with each text everywhere. The SDKs contradict each other, so that there is something to tell about each place. */
export function hostileDocs(texts: readonly string[]): Pages {
  const groups = Array.from({ length: Math.ceil(texts.length / ROWS) }, (_, at) =>
    texts.slice(at * ROWS, at * ROWS + ROWS),
  )
  const files = [
    ...texts.flatMap((text, index) => [
      ...pagesOf('one', text, index),
      ...pagesOf('two', text, index),
      ...rawPages(text, index),
    ]),
    ...groups.flatMap((group, index) => [
      ...tablesOf('one', group, index),
      ...tablesOf('two', group, index),
      wordsOf(group, index),
    ]),
    ['one/.speakeasy/gen.lock', lockOf(texts)] as const,
  ]
  return Object.fromEntries(files)
}

/** As generators write it: line ends and bars cannot break the row. */
function cellOf(text: string): string {
  return text.replaceAll(/\r\n|[\r\n]/g, '<br/>').replaceAll('|', '\\|')
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function fields(...rows: readonly string[]): string {
  const head = row('Field', 'Type', 'Required', 'Description', 'Example') + row(...Array<string>(5).fill('---'))
  return `## Fields\n\n${head}${row('`id`', '*str*', ':heavy_check_mark:', 'Its name.', 'a_1')}${rows.join('')}`
}

/** Pages of one text each: one named and described by it, one with it as its title. */
function pagesOf(root: Root, text: string, index: number): readonly File[] {
  const inPath = text
    .replaceAll(/[/\0]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_')
    .slice(0, 80)
  const folder = /^\.{0,2}$/.test(inPath) ? '_' : inPath
  const more =
    root === 'one' ? [row(`\`only_${index}\``, '*str*', ':heavy_minus_sign:', cellOf(text), cellOf(text))] : []
  const sample = `## Example Usage\n\n\`\`\`python\n${text}\n\`\`\`\n\n`
  return [
    [`${root}/models/${folder}/${inPath}${index}.md`, `# Object${index}\n\n${text}\n\n\n${sample}${fields(...more)}`],
    [
      `${root}/models/shared/titled${index}.md`,
      `# ${cellOf(text)}\n\n\n${fields()}\n\n## ${cellOf(text)}\n\n${text}\n`,
    ],
  ]
}

/** Pages of several texts, each in rows of its own. */
function tablesOf(root: Root, texts: readonly string[], group: number): readonly File[] {
  const isOne = root === 'one'
  const yes = isOne ? ':heavy_check_mark:' : ':heavy_minus_sign:'
  const page = (name: string, body: string): File => [
    `${root}/models/shared/${name.toLowerCase()}${group}.md`,
    `# ${name}${group}\n\n\n${body}`,
  ]
  const rows = (of: (cell: string, index: number) => string): readonly string[] =>
    texts.map((text, index) => of(cellOf(text), index))
  const other = isOne ? '' : ' '
  return [
    page(
      'Said',
      fields(...rows((cell, at) => row(`\`said_${at}\``, isOne ? '*str*' : '*int*', yes, cell + other, cell))),
    ),
    page('Named', fields(...rows((cell) => row(`\`${cell}\``, isOne ? '*str*' : '*float*', yes, 'N/A', '')))),
    page('Typed', fields(...rows((cell, at) => row(`\`typed_${at}\``, cell, yes, 'N/A', '')))),
    page(
      'Linked',
      fields(
        ...rows((cell, at) =>
          row(`\`linked_${at}\``, `[${cell}](../../models/shared/said${group}.md)`, yes, 'N/A', ''),
        ),
      ),
    ),
    page('Led', fields(...rows((cell, at) => row(`\`led_${at}\``, `[shared.Said${group}](${cell})`, yes, 'N/A', '')))),
    page('Needed', fields(...rows((cell, at) => row(`\`needed_${at}\``, '*str*', cell, 'N/A', '')))),
    page(
      'Values',
      `## Values\n\n${row('Name', 'Value')}${row('---', '---')}${rows((cell, at) => row(`\`${cell}\``, `a${at}`) + row(`\`B${at}\``, cell + other)).join('')}`,
    ),
    page('Listed', `## Values\n\n${texts.map((text) => `- \`${JSON.stringify(text)}\`\n`).join('')}`),
    page(
      'Union',
      `## Supported Types\n\n${rows((cell, at) => `### \`${cell}\`\n\n\`\`\`python\nvalue: ${texts[at]?.replaceAll('\n', ' ') ?? ''} = /* values here */\n\`\`\`\n\n`).join('')}`,
    ),
  ]
}

/** Values in a line of code, as the docs of one language write them. */
function wordsOf(texts: readonly string[], group: number): File {
  const name = `Word${group}`
  const sample = `## Example Usage\n\n\`\`\`typescript\nlet value: ${name} = "b";\n\`\`\`\n\n`
  return [
    `code/models/shared/word${group}.md`,
    `# ${name}\n\n${sample}## Values\n\n\`\`\`typescript\n${texts.map((text) => JSON.stringify(text)).join(' | ')}\n\`\`\`\n`,
  ]
}

/** Pages in which a text stands as it is, so that it may break what stands around it. */
function rawPages(text: string, index: number): readonly File[] {
  const rows = [
    row('`said`', '*str*', ':heavy_check_mark:', text, text),
    row(`\`${text}\``, text, text, 'N/A', ''),
    row('`linked`', `[${text}](${text})`, ':heavy_check_mark:', 'N/A', ''),
  ]
  return [
    [`two/models/shared/raw${index}.md`, `# Raw${index}\n\n${text}\n\n\n${fields(...rows)}`],
    [`two/models/shared/blank${index}.md`, `# Blank${index}\n\n${text}\n`],
  ]
}

/** A lock file that has the texts wherever it may have one. */
function lockOf(texts: readonly string[]): string {
  const entries = texts.flatMap((text) => [
    `  docVersion: ${text}`,
    `  generationVersion: ${JSON.stringify(text)}`,
    `  ${text}: x`,
  ])
  return `lockVersion: 2.0.0\nid: x\nmanagement:\n  docChecksum: ${texts[0] ?? ''}\n${entries.join('\n')}\nfeatures:\n  python:\n    core: 1\n`
}
