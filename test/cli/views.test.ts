// Knows how tables, counts, diagnostics, summaries and explanations look.

import { describe, expect, it } from 'vitest'
import { printDiagnostics } from '../../src/cli/diagnostics-view.js'
import { suggestQuery } from '../../src/cli/commands/explain.js'
import { printExplanation } from '../../src/cli/explanation-view.js'
import { createLocator, relocateDiagnostic } from '../../src/cli/places.js'
import { createProgressLine } from '../../src/cli/progress.js'
import { printSummary } from '../../src/cli/summary-view.js'
import { alignRows, countOf, formatCount, formatDuration } from '../../src/cli/table.js'
import { createTerminal, usesColor, type Styler } from '../../src/cli/terminal.js'
import { problem, type Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { excerptOf, visible } from '../../src/diagnostics/frame.js'
import type { ApiModel } from '../../src/ir/model.js'
import type { Report } from '../../src/pipeline/report.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { lineStarts, spanBetween } from '../../src/text/span.js'

const plain: Styler = (_, text) => text

describe('alignRows', () => {
  it('lines columns up, whatever the width of the characters and the colours', () => {
    const rows = [
      [{ text: '日本', shown: '\u001B[1m日本\u001B[22m' }, { text: '1' }, { text: 'x' }],
      [{ text: 'a' }, { text: '20' }, { text: '' }],
    ]
    expect(alignRows(rows, ['left', 'right', 'left'])).toEqual(['\u001B[1m日本\u001B[22m   1  x', 'a     20'])
  })
})

describe('numbers', () => {
  it.each([
    { given: 0, expected: '0' },
    { given: 999, expected: '999' },
    { given: 1000, expected: '1,000' },
    { given: 1_234_567, expected: '1,234,567' },
  ])('$given: $expected', ({ given, expected }) => expect(formatCount(given)).toBe(expected))

  it.each([
    { ms: 0.4, expected: '0 ms' },
    { ms: 999, expected: '999 ms' },
    { ms: 1250, expected: '1.3 s' },
    { ms: 125_000, expected: '2 min 5 s' },
  ])('$ms ms: $expected', ({ ms, expected }) => expect(formatDuration(ms)).toBe(expected))

  it('has one model and two models', () =>
    expect([countOf(1, 'model'), countOf(2, 'model')]).toEqual(['1 model', '2 models']))
})

describe('usesColor', () => {
  it.each([
    { tty: true, env: {}, flag: undefined, expected: true },
    { tty: false, env: {}, flag: undefined, expected: false },
    { tty: true, env: { NO_COLOR: '1' }, flag: undefined, expected: false },
    { tty: true, env: { NO_COLOR: '' }, flag: undefined, expected: true },
    { tty: true, env: { TERM: 'dumb' }, flag: undefined, expected: false },
    { tty: true, env: { CI: 'true' }, flag: undefined, expected: false },
    { tty: false, env: { CI: 'true', FORCE_COLOR: '1' }, flag: undefined, expected: true },
    { tty: true, env: { FORCE_COLOR: '0' }, flag: undefined, expected: false },
    { tty: false, env: { NO_COLOR: '1' }, flag: true, expected: true },
    { tty: true, env: { FORCE_COLOR: '1' }, flag: false, expected: false },
  ])('terminal $tty, $env, flag $flag: $expected', ({ tty, env, flag, expected }) => {
    expect(usesColor({ write: () => true, isTTY: tty }, env, flag)).toBe(expected)
  })
})

describe('a log of a workflow', () => {
  const printed: string[] = []
  const stream = { write: (text: string) => printed.push(text) }
  const terminal = createTerminal({ stdout: stream, stderr: stream, env: {}, color: false, quiet: false })

  it.each([
    { text: '::error::x\n', shown: '\\u{3a}:error::x\n' },
    { text: 'a\n  ::x\n', shown: 'a\n  \\u{3a}:x\n' },
    { text: 'a ::String', shown: 'a ::String' },
    { text: ':x', shown: ':x' },
  ])('$text has no command in it: $shown', ({ text, shown }) => {
    printed.length = 0
    terminal.out(text)
    terminal.err(text)
    terminal.document(text)
    expect(printed).toEqual([shown, shown, text])
  })

  it.each([
    { text: '##[error]x', shown: '#\\u{23}[error]x' },
    { text: 'a ##vso[task]x', shown: 'a #\\u{23}vso[task]x' },
    { text: '## [x](y)', shown: '## [x](y)' },
  ])('$text is shown as $shown', ({ text, shown }) => expect(visible(text)).toBe(shown))
})

describe('the progress line', () => {
  function draw(env: { readonly [name: string]: string }, isTTY: boolean, quiet: boolean): string {
    let printed = ''
    const stderr = { write: (text: string) => (printed += text), isTTY }
    const terminal = createTerminal({ stdout: stderr, stderr, env, color: false, quiet })
    let time = 0
    const line = createProgressLine(terminal, () => time)
    line.show({ stage: 'reading', done: 1, total: 9 })
    line.show({ stage: 'reading', done: 2, total: 9 })
    time = 100
    line.show({ stage: 'reading', done: 3, total: 9 })
    line.clear()
    line.clear()
    return printed
  }

  it('is drawn over and over, not too often, and taken away', () => {
    expect(draw({}, true, false)).toBe('\r\u001B[2Kreading 1/9\r\u001B[2Kreading 3/9\r\u001B[2K')
  })

  it.each([
    { what: 'no terminal', env: {}, tty: false, quiet: false },
    { what: 'CI', env: { CI: '1' }, tty: true, quiet: false },
    { what: 'a dumb terminal', env: { TERM: 'dumb' }, tty: true, quiet: false },
    { what: 'quiet', env: {}, tty: true, quiet: true },
  ])('is not drawn: $what', ({ env, tty, quiet }) => expect(draw(env, tty, quiet)).toBe(''))
})

describe('printDiagnostics', () => {
  const text = '# A\n\n| `x` | *strr* |\n'
  const span = { file: 'docs/a.md', ...spanBetween(lineStarts(text), 14, 18) }
  const unknown = problem('CG302', { word: 'strr', dialect: 'Lingua' }, { span, excerpt: excerptOf(text, span) })

  it('shows place, code, message, line, cause and fix, and counts', () => {
    expect(printDiagnostics([unknown, problem('CG705', {})], plain))
      .toBe(`docs/a.md:3:10  CG302  "strr" is neither a link to a model nor a Lingua type known here
  3 | | \`x\` | *strr* |
    |          ^^^^
  Cause: The link of the type was removed, the name is misspelt, or the type is new.
  Fix:   Restore the link to the model page, or correct the name.

CG705  no docs folder was given and no configuration was found
  Cause: The command was called without folders, in a place without \`codegen.config.*\`.
  Fix:   Name the docs folders, as in \`codegen run docs/python docs/ruby\`, or let \`codegen init\` find them and write a configuration.

2 errors
`)
  })

  it('tells cause and fix of a code once, shows 50 of it, and counts the rest', () => {
    const printed = printDiagnostics(Array.from<Diagnostic>({ length: 1060 }).fill(unknown), plain)
    expect(printed.match(/Cause:/g)).toHaveLength(1)
    expect(printed.match(/docs\/a\.md:3:10/g)).toHaveLength(50)
    expect(printed).toContain('… and 1,010 more of CG302 (all with --json)')
    expect(printed).toMatch(/\n1,060 errors\n$/)
  })

  it('lets nothing of a document or file name act on the terminal', () => {
    const evil = problem(
      'CG302',
      { word: '\u001B[2J\u202E\nx', dialect: 'L' },
      { span: { ...span, file: 'a\u001B]0;x\u0007.md' } },
    )
    const printed = printDiagnostics([evil], plain)
    expect(printed).not.toMatch(/[\u001B\u0007\u202E]/)
    expect(printed.split('\n')[0]).toBe(
      'a\\u{1b}]0;x\\u{7}.md:3:10  CG302  "\\u{1b}[2J\\u{202e}\\u{a}x" is neither a link to a model nor a L type known here',
    )
  })

  it('prints nothing where there is nothing', () => expect(printDiagnostics([], plain)).toBe(''))
})

describe('createLocator', () => {
  it.each([
    { cwd: '/w', root: '/w', expected: 'docs/a.md' },
    { cwd: '/w', root: '/w/demo', expected: 'demo/docs/a.md' },
    { cwd: '/w/sub', root: '/w', expected: '../docs/a.md' },
  ])('from $cwd, of $root: $expected', ({ cwd, root, expected }) => {
    const span = { file: 'docs/a.md', ...spanBetween([0], 0, 1) }
    const diagnostic = relocateDiagnostic(problem('CG106', {}, { span }), createLocator(cwd, root))
    expect(diagnostic.span?.file).toBe(expected)
  })
})

const at = { file: 'docs/one/pet.md', ...spanBetween([0], 0, 1) }
const base = { words: [], sources: [], disputes: [], role: 'data' as const }
const field = {
  wire: 'convention' as const,
  words: [],
  required: true,
  examples: [],
  sources: [],
  blind: {},
  disputes: [],
}
const model: ApiModel = {
  variants: [
    { id: 'one', dialect: 'one', label: 'One', root: 'docs/one', documents: 1200, models: 1100 },
    { id: 'two', dialect: 'two', label: 'Two', root: 'docs/two', documents: 7, models: 6 },
  ],
  models: [
    {
      ...base,
      kind: 'object',
      id: 'shared/pet',
      namespace: 'shared',
      name: 'Pet',
      fields: [
        { ...field, name: 'name', wire: 'example', type: { kind: 'string', nullable: false } },
        { ...field, name: 'created_at', type: { kind: 'date', time: true, nullable: false } },
      ],
    },
    { ...base, kind: 'unknown', id: 'shared/owner', namespace: 'shared', name: 'Owner' },
  ],
  wireCase: { style: 'snake', reason: 'assumed' },
}
const finding: Finding = {
  rule: 'missing-field',
  severity: 'warning',
  model: 'shared/pet',
  modelName: 'Pet',
  field: 'created_at',
  variant: 'two',
  message: '',
  fingerprint: '',
  witnesses: [],
  blind: [],
}
const report: Report = {
  model,
  counts: {
    models: 2,
    fields: 2,
    wireNames: { override: 0, example: 1, path: 0, value: 0, text: 0, convention: 1 },
  },
  findings: [finding, finding, { ...finding, rule: 'type-conflict', severity: 'error', variant: 'one' }],
  accepted: [],
  ignored: [],
  diagnostics: [],
  plan: {
    entries: [
      { path: 'a', action: 'create', reason: '' },
      { path: 'b', action: 'unchanged', reason: '' },
    ],
  },
  written: true,
  timings: [
    { stage: 'read', ms: 900 },
    { stage: 'write', ms: 450 },
  ],
}
const context = { out: 'generated', dryRun: false, verbose: false, style: plain }

describe('printSummary', () => {
  it('sums a run up', () => {
    expect(printSummary(report, context)).toBe(`Docs  Pages  Models
one   1,200   1,100
two       7       6
API               2  2 fields

Wire   snake case: assumed
       of 2 names 1 seen in examples, 1 guessed by that casing

Findings                one  two  all
type-conflict  error      1    ·    1
missing-field  warning    ·    2    2
all                       1    2    3

Files  1 created, 1 unchanged in generated
Time   1.4 s

Next   \`codegen diff --language one\`, or \`codegen explain Pet.created_at\`
`)
  })

  it.each([
    {
      what: 'a dry run',
      more: { written: false },
      how: { dryRun: true },
      expected: 'Files  1 to create, 1 unchanged in generated (dry run, nothing was touched)',
    },
    { what: 'a refused run', more: { written: false }, how: {}, expected: 'Files  nothing written' },
    { what: 'stages', more: {}, how: { verbose: true }, expected: 'Time   1.4 s (read 900 ms, write 450 ms)' },
    {
      what: 'the same docs',
      more: {},
      how: { given: ['docs/a', "it's", '--config', 'c.json'] },
      expected:
        "Next   `codegen diff docs/a 'it'\\''s' --config c.json --language one`, or `codegen explain Pet.created_at docs/a 'it'\\''s' --config c.json`",
    },
    { what: 'ignored findings', more: { ignored: [{ finding, reason: 'r' }] }, how: {}, expected: 'Known  1 ignored' },
    { what: 'accepted findings', more: { accepted: [finding, finding] }, how: {}, expected: 'Known  2 accepted' },
    { what: 'no findings', more: { findings: [] }, how: {}, expected: 'All docs agree.' },
    {
      what: 'errors',
      more: { diagnostics: [problem('CG705', {})] },
      how: {},
      expected: 'Next   mend the errors above and run again; `--allow-partial` writes what could be read',
    },
  ])('tells of $what', ({ more, how, expected }) => {
    expect(printSummary({ ...report, ...more }, { ...context, ...how }).split('\n')).toContain(expected)
  })
})

describe('printSummary of docs with a record of their generator', () => {
  it('tells generator and specification of each, and which were edited', () => {
    const [one, two] = model.variants
    if (one === undefined || two === undefined) throw new Error('two variants are needed')
    const provenance = { generator: '1.2.3', checksum: '0123456789abcdef', edited: ['a.md', 'b.md'] }
    const recorded = { ...model, variants: [{ ...one, provenance }, two] }
    expect(printSummary({ ...report, model: recorded }, context)).toMatch(`Docs  Pages  Models  Generator  Specification
one   1,200   1,100  1.2.3      01234567
two       7       6
API               2  2 fields

Pages edited by hand  one 2

Wire   snake case`)
  })
})

describe('printExplanation', () => {
  it('shows each fact with reason, witnesses, and who cannot or does not say', () => {
    const explanation = {
      model: 'shared/pet',
      modelName: 'Pet',
      field: 'age',
      facts: [
        {
          fact: 'required' as const,
          value: 'optional',
          reason: 'two of two say so',
          witnesses: [
            { variant: 'one', said: ':heavy_minus_sign:', span: at },
            { variant: 'three', said: 'No\u001B[2J', span: { ...at, file: 'docs/three/x.md' } },
          ],
          blind: ['four'],
          silent: ['five', 'six'],
        },
      ],
    }
    expect(printExplanation(explanation, plain)).toBe(`Pet.age  shared/pet

  required: optional
    two of two say so
    docs/one/pet.md:1:1  one    :heavy_minus_sign:
    docs/three/x.md:1:1  three  No\\u{1b}[2J
    cannot say: four
    does not say: five, six
`)
  })
})

describe('suggestQuery', () => {
  it.each([
    { query: 'Pett', expected: 'Pet' },
    { query: 'shared/pet.creatd_at', expected: 'shared/pet.created_at' },
    { query: 'Pet.createdAt', expected: 'Pet.created_at' },
    { query: 'Pett.nam', expected: 'Pet.name' },
    { query: 'Pet.zzz', expected: 'Pet' },
    { query: 'Invoice.id', expected: undefined },
  ])('$query: $expected', ({ query, expected }) => expect(suggestQuery(query, model)).toBe(expected))
})
