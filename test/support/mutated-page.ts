// Knows what persons and tools do to the text of a page: every kind of damage that must neither be lost nor mended unasked.

import type { Seeded } from './seeded.js'

/** A text changed in one way; the same for the same chance. */
export type Mutation = (text: string, chance: Seeded) => string

const isRow = (line: string): boolean => /^\s*\|/.test(line)
const isDelimiter = (line: string): boolean => /^\s*\|[\s|:-]+$/.test(line)

/** The ways to change a page, by what they do. */
export const mutations = {
  'extra cells': someRows((line) => `${line} extra |`),
  'missing cells': someRows((line) => line.replace(/\|[^|]*\|\s*$/, '|')),
  'a missing last bar': someRows((line) => line.replace(/\|\s*$/, '')),
  'a missing first bar': someRows((line) => line.replace(/^\s*\|\s*/, '')),
  'no padding': eachLine((line) => (isRow(line) ? line.replaceAll(/ +\|/g, '|').replaceAll(/\| +/g, '|') : line)),
  'odd padding': someRows((line, chance) => line.replaceAll('|', () => `|${' '.repeat(chance.below(4))}`)),
  'aligned columns': eachLine((line) => (isDelimiter(line) ? line.replaceAll(/-(?= *\|)/g, ':') : line)),
  'an indented table': eachLine((line) => (isRow(line) ? `  ${line}` : line)),
  'escaped bars': someRows((line) => line.replace(/\| /, '| a \\| b \\\\| ')),
  'tabs in rows': someRows((line) => line.replace(/ +\|/, '\t|').replace('| ', '|\t')),
  'tabs before lines': someLines((line) => `\t${line}`),
  'blanks behind lines': someLines((line, chance) => line + ' '.repeat(1 + chance.below(3))),
  'wide characters': someRows((line) => line.replace('| ', '| 📦e\u0301\u3000\u200b ')),
  'odd separators': someRows((line) => line.replace('| ', '| \u2028\u0085\u000b\u000c\u00a0 ')),
  'a table in a list': tables((lines) => lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))),
  'a table in a quotation': tables((lines) => lines.map((line) => `> ${line}`)),
  'a table cut in two': tables((lines) => [...lines.slice(0, 3), '', ...lines.slice(3)]),
  'a table without delimiters': tables((lines) => lines.filter((line) => !isDelimiter(line))),
  'comments between sections': eachLine((line) => (line.startsWith('## ') ? `<!-- a | b -->\n\n${line}` : line)),
  'a comment not closed': eachLine((line) => (line === '## Fields' ? `<!--\n${line}` : line)),
  'a fence not closed': eachLine((line) => (line.startsWith('## ') ? `${line}\n\`\`\`` : line)),
  'a doubled line': someLines((line) => `${line}\n${line}`),
  'a page cut off': (text, chance) => text.slice(0, chance.below(text.length)),
  'no last line end': (text) => text.replace(/[\r\n]+$/, ''),
  'many last line ends': (text, chance) => text + '\n'.repeat(1 + chance.below(4)),
  'blank lines at the top': (text, chance) => '\n'.repeat(1 + chance.below(3)) + text,
  'line ends of Windows': (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  'line ends of old': (text) => text.replaceAll(/\r?\n/g, '\r'),
  'mixed line ends': (text, chance) => text.replaceAll(/\r?\n/g, () => chance.pick(['\n', '\r\n', '\r']) ?? '\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
} as const satisfies { readonly [what: string]: Mutation }

/** What can be done to a page. */
export type MutationName = keyof typeof mutations

/** The names of the mutations. */
export const mutationNames = Object.keys(mutations).filter((name): name is MutationName => name in mutations)

/** The text after up to three mutations; the first is given, so that each gets its turn. */
export function mutated(text: string, first: MutationName, chance: Seeded): string {
  const more = Array.from({ length: chance.below(3) }, () => chance.pick(mutationNames) ?? first)
  return [first, ...more].reduce((all, name) => mutations[name](all, chance), text)
}

function eachLine(change: (line: string, chance: Seeded) => string): Mutation {
  return (text, chance) =>
    text
      .split('\n')
      .map((line) => change(line, chance))
      .join('\n')
}

function someLines(change: (line: string, chance: Seeded) => string): Mutation {
  return eachLine((line, chance) => (chance.below(4) === 0 ? change(line, chance) : line))
}

function someRows(change: (line: string, chance: Seeded) => string): Mutation {
  return eachLine((line, chance) => (isRow(line) && chance.below(2) === 0 ? change(line, chance) : line))
}

/** Changes every stretch of rows. */
function tables(change: (lines: readonly string[]) => readonly string[]): Mutation {
  return (text) => {
    const out: string[] = []
    let rows: string[] = []
    for (const line of [...text.split('\n'), undefined]) {
      if (line !== undefined && isRow(line)) rows.push(line)
      else {
        if (rows.length > 0) out.push(...change(rows))
        rows = []
        if (line !== undefined) out.push(line)
      }
    }
    return out.join('\n')
  }
}
