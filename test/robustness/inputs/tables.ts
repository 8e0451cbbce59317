// Knows what is wrong with tables and pages as Markdown, and what is told of it.

import { DOOR, descriptions, door, doorRows, fieldNames, page, row, type InputCase } from './case.js'

const DELIMITERS = '| ----- | ---- | -------- | ----------- |'
/** A page that shows the language where the page of the door does not. */
const beside = { 'docs/models/shared/wall.md': page('Wall', doorRows) }
const names = ['number', 'is_open', 'code']
const [first = '', second = '', third = ''] = doorRows

/** Cases of one page. */
export const tableCases: readonly InputCase[] = [
  {
    of: 'a delimiter row that is missing or of the wrong width',
    what: 'missing',
    files: { [DOOR]: door.replace(`${DELIMITERS}\n`, '') },
    told: ['CG201 10:1'],
    model: fieldNames,
    gives: names,
  },
  {
    of: 'a delimiter row that is missing or of the wrong width',
    what: 'of another width',
    files: { [DOOR]: door.replace(DELIMITERS, '| --- | --- |') },
    told: ['CG201 10:1'],
    model: 'as clean',
  },
  {
    of: 'a row with too many or too few cells',
    what: 'too many',
    files: { [DOOR]: page('Door', [first, second.replace('Whether', 'Whether | or'), third]) },
    told: ['CG202 12:1'],
    model: fieldNames,
    gives: names,
    why: 'the surplus is quoted by the warning; the model has no place for text that belongs to no column',
  },
  {
    of: 'a row with too many or too few cells',
    what: 'too few',
    files: { [DOOR]: page('Door', [first, '| `is_open` | *bool* | :heavy_check_mark: |', third]) },
    told: ['CG203 12:1'],
    model: descriptions,
    gives: ['Words.', undefined, 'Words.'],
  },
  {
    of: 'a bar in a type that is not escaped',
    what: 'put together where code, emphasis or a bracket is open',
    files: { [DOOR]: page('Door', [first, second.replace('Whether it is.', 'One of `open | shut`.'), third]) },
    told: ['CG204 12:1'],
    model: descriptions,
    gives: ['Words.', 'One of `open | shut`.', 'Words.'],
  },
  {
    of: 'a bar in a type that is not escaped',
    what: 'left cut where nothing is open',
    files: { [DOOR]: page('Door', [first, second.replace('*bool*', 'bool | None'), third]) },
    told: ['CG202 12:1', 'CG301 12:15', 'CG213 12:22'],
  },
  {
    of: 'a blank line or prose inside or below a table',
    what: 'a blank line',
    files: { [DOOR]: page('Door', [first, '', second, third]) },
    told: ['CG205 13:1'],
    model: fieldNames,
    gives: names,
  },
  {
    of: 'a blank line or prose inside or below a table',
    what: 'a line of prose between blank lines',
    files: { [DOOR]: page('Door', [first, '', 'And then:', '', second, third]) },
    told: ['CG205 15:1'],
    model: fieldNames,
    gives: names,
  },
  {
    of: 'a blank line or prose inside or below a table',
    what: 'prose right below',
    files: { [DOOR]: `${door}\nAnd no more.` },
    told: ['CG203 14:1'],
  },
  {
    of: 'unknown, missing and doubled headings',
    what: 'an unknown section',
    files: { [DOOR]: `${door}\n\n## Notes\n\nMind the gap.` },
    told: ['CG206 15:4'],
    model: 'as clean',
  },
  {
    of: 'unknown, missing and doubled headings',
    what: 'a section twice',
    files: {
      [DOOR]: `${door}\n\n## Fields\n\n| Field | Type | Required | Description |\n${DELIMITERS}\n${row('more')}`,
    },
    told: ['CG207 15:4'],
    model: fieldNames,
    gives: [...names, 'more'],
  },
  {
    of: 'unknown, missing and doubled headings',
    what: 'no title',
    files: { [DOOR]: door.replace('# Door\n', '\n'), ...beside },
    told: ['CG208 1:1'],
  },
  {
    of: 'unknown, missing and doubled headings',
    what: 'a title that is not the name of the file',
    files: { 'docs/models/shared/gate.md': door },
    told: [],
    model: 'as clean',
    why: 'generators shorten and number the names of files, so that a difference says nothing: the title is believed',
  },
  {
    of: 'unknown, missing and doubled headings',
    what: 'a column that is none of the table',
    files: {
      [DOOR]: page('Door', [first]).replaceAll(/^\|.*\|$/gm, (line) =>
        line.startsWith('| -')
          ? `${line} - | - |`
          : `${line} ${line.startsWith('| F') ? 'Example | Since' : '1 | 2'} |`,
      ),
    },
    told: ['CG217 9:53'],
    model: fieldNames,
    gives: ['number'],
  },
  {
    of: 'a table inside code',
    what: 'in a fence',
    files: { [DOOR]: door.replace('| Field', '```\n| Field'), ...beside },
    told: ['CG209 7:4', 'CG210 9:1'],
  },
  {
    of: 'a table inside code',
    what: 'below a fence that is not closed',
    files: { [DOOR]: door.replace('A thing,', '```\nA thing,'), ...beside },
    told: ['CG215 1:3', 'CG210 3:1'],
  },
  {
    of: 'a table inside code',
    what: 'indented by four',
    files: { [DOOR]: door.replaceAll('\n|', '\n    |'), ...beside },
    told: ['CG209 7:4', 'CG210 9:1'],
  },
  {
    of: 'HTML in and around cells',
    what: 'elements and comments in a cell',
    files: { [DOOR]: page('Door', [row('code', '*str*', 'See <b>it</b>,<br/>not <!-- a | b --> that.')]) },
    told: ['CG202 11:1'],
  },
  {
    of: 'HTML in and around cells',
    what: 'elements and comments in a cell without a bar',
    files: { [DOOR]: page('Door', [row('code', '*str*', 'See <b>it</b>,<br/>not <!-- this --> that.')]) },
    told: [],
    model: descriptions,
    gives: ['See <b>it</b>,\nnot <!-- this --> that.'],
    why: 'a comment is text of the docs as everything else is; it is kept, and harmless in all output, so that there is nothing to warn of',
  },
  {
    of: 'HTML in and around cells',
    what: 'a comment across rows',
    files: { [DOOR]: page('Door', [first, `<!-- ${second}`, `${third} -->`]) },
    told: ['CG216 12:1', 'CG202 13:1', 'CG205 13:1'],
    model: fieldNames,
    gives: ['number', 'code'],
  },
  {
    of: 'HTML in and around cells',
    what: 'a comment around rows',
    files: { [DOOR]: page('Door', [first, '<!--', second, '-->', third]) },
    told: ['CG205 13:1', 'CG205 15:1'],
    model: fieldNames,
    gives: names,
  },
]
