// Knows what people and generators do to a page that stays a page: the edits after which a run must be as good as one over all pages.

import { mutated, mutationNames } from './mutated-page.js'
import type { Seeded } from './seeded.js'

/** A text edited in one way; as given where there is nothing to edit so. Cells of other pages are at hand. */
export type PageEdit = (text: string, chance: Seeded, others: readonly string[]) => string

/** The edits, by what they do. */
export const pageEdits = {
  'words below the title': (text, chance) => text.replace(/^(# .+\n)/, `$1\nSaid ${chance.below(9)} times.\n`),
  'words below the title that name a field': (text) =>
    text.replace(/^(# .+\n)/, '$1\nSee `some_field` and `otherField`.\n'),
  'words of a row': inRow((cells, chance) => set(cells, 4, ` Said ${chance.below(9)} times. `)),
  'words of a row that name a field': inRow((cells) => set(cells, 4, ' As `created_at` says. ')),
  'no words': inRow((cells) => set(cells, 4, ' N/A ')),
  'a deprecation': inRow((cells) =>
    set(cells, 4, ' : warning: ** DEPRECATED **: This will be removed.<br/><br/>Words. '),
  ),
  'the required column': inRow((cells) =>
    set(cells, 3, (cells[3] ?? '').includes('check') ? ' :heavy_minus_sign: ' : ' :heavy_check_mark: '),
  ),
  'the type of another row': inRow((cells, chance, others) =>
    set(cells, 2, someCell(others, 2, chance) ?? cells[2] ?? ''),
  ),
  'an example': inRow((cells) => (cells.length > 6 ? set(cells, 5, ' 17 ') : cells)),
  'an example with keys': inRow((cells) =>
    cells.length > 6 ? set(cells, 5, ' {"createdAt": 1, "site_code": 2} ') : cells,
  ),
  'the name of a row': inRow((cells) => set(cells, 1, (cells[1] ?? '').replace(/`(\w+)`/, '`$1_two`'))),
  'a row less': (text, chance) => withoutLine(text, chance),
  'a row more': (text, chance, others) => withRow(text, chance.pick(others.flatMap(rowsOf))),
  'a value': (text, chance) => text.replace(/^(\| `\w+` +\| )(\S+)( +\|)$/m, `$1other${chance.below(9)}$3`),
  'a link': (text) => text.replace(/\]\(([^)]+)\.md\)/, ']($1x.md)'),
  'the title': (text) => text.replace(/^# (\w+)/, '# $1Two'),
  'blanks at the end': (text) => `${text}\n\n`,
  nothing: (text) => text,
  damage: (text, chance) => mutated(text, chance.pick(mutationNames) ?? 'extra cells', chance),
} as const satisfies { readonly [what: string]: PageEdit }

/** What can be done to a page. */
export type PageEditName = keyof typeof pageEdits

/** The names of the edits. */
export const pageEditNames = Object.keys(pageEdits).filter((name): name is PageEditName => name in pageEdits)

type Cells = readonly string[]

function inRow(change: (cells: Cells, chance: Seeded, others: readonly string[]) => Cells): PageEdit {
  return (text, chance, others) => {
    const row = chance.pick(rowsOf(text))
    return row === undefined ? text : text.replace(row, () => change(row.split('|'), chance, others).join('|'))
  }
}

function set(cells: Cells, index: number, text: string): Cells {
  return cells.map((cell, at) => (at === index && at < cells.length - 1 ? text : cell))
}

function rowsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('| `'))
}

function someCell(others: readonly string[], column: number, chance: Seeded): string | undefined {
  return chance.pick(rowsOf(chance.pick(others) ?? ''))?.split('|')[column]
}

function withoutLine(text: string, chance: Seeded): string {
  const row = chance.pick(rowsOf(text))
  return row === undefined ? text : text.replace(`${row}\n`, '')
}

function withRow(text: string, row: string | undefined): string {
  const last = rowsOf(text).at(-1)
  return last === undefined || row === undefined ? text : text.replace(last, () => `${last}\n${row}`)
}
