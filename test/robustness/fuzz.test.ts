// Knows that no text, however damaged, makes a parser throw, take long, or lose a row without a word. `FUZZ_MINUTES` and `FC_SEED` explore further.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkConfig } from '../../src/config/check.js'
import type { Dialect } from '../../src/dialects/dialect.js'
import { dialects } from '../../src/dialects/index.js'
import { lockNames } from '../../src/dialects/speakeasy/lock-names.js'
import { lockRecord } from '../../src/dialects/speakeasy/lock-record.js'
import { readBaseline } from '../../src/drift/read-baseline.js'
import { decodeFile } from '../../src/markdown/decode.js'
import { readPage } from '../../src/markdown/read-page.js'
import { readSnapshot } from '../../src/pipeline/snapshot.js'
import { run } from '../../src/pipeline/run.js'
import { jsonKeys } from '../../src/text/json-keys.js'
import { parseLocatedJson } from '../../src/text/located-json.js'
import { parseManifest } from '../../src/write/manifest.js'
import { memoryHost } from '../support/memory-host.js'
import { mutated, mutationNames } from '../support/mutated-page.js'
import { nastyTexts } from '../support/nasty.js'
import { optionsWith } from '../support/options.js'
import { lossOf } from '../support/page-parts.js'
import { fixturePages } from '../support/recovered.js'
import { seeded, type Seeded } from '../support/seeded.js'
import { addFigure, held } from './figures.js'
import { rowsLost } from './rows-lost.js'

const seed = Number(process.env['FC_SEED'] ?? 20_261_121)
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0)
/** Cases where no time is given. */
const PAGES = 3000
const RUNS = 60
/** Milliseconds of processor time that no page may take. */
const SLOW = 2000
const limits = { rows: 20_000, columns: 64 }

interface FuzzedPage {
  readonly file: string
  readonly text: string
}

const fixtures = [
  'quickstart/docs',
  'old-unions/docs',
  'old-notations/docs',
  'enum-bullet-list/docs',
  'enum-code-line/docs',
  'union-per-language/docs',
].flatMap((folder) => Object.entries(fixturePages(folder)).map(([path, text]) => ({ file: join(folder, path), text })))

/** The pages that are damaged: those of the fixtures, and of the real docs where there are any. */
function pagesToDamage(): readonly FuzzedPage[] {
  const corpora = process.env['CORPORA']
  if (corpora === undefined || corpora === '') return fixtures
  const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  const chance = seeded(seed)
  const some = Array.from({ length: 2000 }, () => chance.pick(files)).flatMap((file) => file ?? [])
  return [...fixtures, ...some.map((file) => ({ file, text: readFileSync(join(corpora, file), 'utf8') }))]
}

type Edit = (text: string, chance: Seeded) => string

const atLine =
  (change: (lines: string[], at: number, chance: Seeded) => void): Edit =>
  (text, chance) => {
    const lines = text.split('\n')
    change(lines, chance.below(lines.length), chance)
    return lines.join('\n')
  }
const atSign =
  (signs: string, change: (sign: string, chance: Seeded) => string): Edit =>
  (text, chance) => {
    const places = [...text.matchAll(new RegExp(`[${signs}]`, 'g'))].map(({ index }) => index)
    const at = chance.pick(places)
    return at === undefined ? text : text.slice(0, at) + change(text.charAt(at), chance) + text.slice(at + 1)
  }

/** Small damage, one thing at a time. */
const edits: readonly Edit[] = [
  atLine((lines, at) => lines.splice(at, 1)),
  atLine((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  atLine((lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
  atLine((lines, at, chance) => (lines[at] = (lines[at] ?? '').slice(chance.below((lines[at] ?? '').length + 1)))),
  atSign('|', () => ''),
  atSign('|', (sign) => sign + sign),
  atSign('[\\](){}<>*`', () => ''),
  atSign('[\\](){}<>*`', (sign) => sign + sign),
  atSign('[\\](){}<>*`', (_, chance) => '[](){}<>*`'.charAt(chance.below(10))),
  atSign('\\w', (_, chance) => String.fromCharCode(chance.below(0x250))),
  (text, chance) => {
    const at = chance.below(text.length + 1)
    return text.slice(0, at) + (chance.pick(nastyTexts) ?? '') + text.slice(at)
  },
  (text, chance) => mutated(text, chance.pick(mutationNames) ?? 'extra cells', chance),
]

function damaged(text: string, chance: Seeded): string {
  return Array.from({ length: 1 + chance.below(5) }).reduce(
    (all: string) => chance.pick(edits)?.(all, chance) ?? all,
    text,
  )
}

/** Numbers from 0 on: so many as are given, or until the time is over. */
function* cases(count: number, share: number): Generator<number> {
  const end = performance.now() + minutes * 60_000 * share
  for (let at = 0; minutes > 0 ? performance.now() < end : at < count; at += 1) yield at
}

/** What is wrong with how a page is read; empty for nothing. */
async function faultOf({ file, text }: FuzzedPage, chance: Seeded): Promise<string> {
  const before = process.cpuUsage()
  const decoded = decodeFile(file, Buffer.from(text), 1 << 21)
  if ('problem' in decoded) return ''
  const { page, diagnostics } = await readPage(file, decoded.text, limits)
  const unread = dialects.map((dialect) => rowsLost(page, diagnostics, dialect)).find((lost) => lost !== '') ?? ''
  const { user, system } = process.cpuUsage(before)
  if ((user + system) / 1000 > SLOW) return `${(user + system) / 1000} ms`
  return unread === '' ? await lossOf(page, chance) : unread
}

test('a row that is lost is noticed', async () => {
  const own = fixtures.find(({ file }) => file.endsWith('python/models/shared/locker.md'))
  const { page } = await readPage('locker.md', own?.text ?? '', limits)
  const [python] = dialects.filter(({ id }) => id === 'python')
  if (python === undefined) throw new Error('no such dialect')
  const careless: Dialect = {
    ...python,
    project: (given) => {
      const { projection, ...rest } = python.project(given)
      return projection === undefined
        ? rest
        : { ...rest, projection: { ...projection, fields: projection.fields.slice(1) } }
    },
  }
  expect([rowsLost(page, [], python), rowsLost(page, [], careless)]).toEqual([
    '',
    expect.stringContaining('lost line 10: `id`'),
  ])
})

test('damaged pages are read whole, in time', async (context) => {
  const pages = pagesToDamage()
  const wrong: string[] = []
  let count = 0
  for (const at of cases(PAGES, 0.5)) {
    const chance = seeded(seed + at)
    const { file, text } = pages[at % pages.length] ?? { file: '', text: '' }
    const broken = damaged(text, chance)
    const fault = await faultOf({ file, text: broken }, chance).catch((error: unknown) => String(error))
    if (fault !== '') wrong.push(`${file}, seed ${seed} case ${at}: ${fault}`)
    count += 1
  }
  addFigure(context, held('fuzzing', `damaged pages read, seed ${seed}`, { good: count - wrong.length, all: count }))
  expect(wrong.slice(0, 10)).toEqual([])
})

test('docs with damaged pages go through the whole program', async (context) => {
  const docs = fixturePages('quickstart/docs')
  const files = Object.keys(docs)
  const wrong: string[] = []
  let count = 0
  for (const at of cases(RUNS, 0.4)) {
    const chance = seeded(seed - at)
    const broken = Object.fromEntries(
      files.map((file) => [
        `/w/docs/${file}`,
        chance.below(10) === 0 ? damaged(docs[file] ?? '', chance) : (docs[file] ?? ''),
      ]),
    )
    const options = optionsWith({
      sources: [{ path: '/w/docs/python' }, { path: '/w/docs/typescript' }, { path: '/w/docs/go' }],
      shape: at % 2 === 0 ? 'wire' : 'sdk',
      validators: ['plain', 'zod'],
      emitters: ['json-schema', 'openapi'],
    })
    const report = await run(options, memoryHost({ files: broken }), { mode: 'write', allowPartial: true }).catch(
      (error: unknown) => String(error),
    )
    const faults =
      typeof report === 'string'
        ? [report]
        : report.diagnostics.filter(({ code }) => /^CG(?:602|608|609|901)$/.test(code)).map(({ message }) => message)
    if (faults.length > 0 || (typeof report !== 'string' && !report.written))
      wrong.push(`seed ${seed} run ${at}: ${faults.join('; ')}`)
    count += 1
  }
  addFigure(
    context,
    held('fuzzing', 'runs over damaged docs, what is emitted verified', { good: count - wrong.length, all: count }),
  )
  expect(wrong.slice(0, 10)).toEqual([])
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What reads a text that others wrote, with a text of the kind that it reads. */
const parsers: readonly (readonly [what: string, near: readonly string[], read: (text: string) => unknown])[] = [
  ...dialects.map((dialect) => {
    const near = fixtures.flatMap(({ text }) =>
      [...text.matchAll(/^\|[^|]*\| +([^|\n]+?) +\|/gm)].map(([, cell = '']) => cell),
    )
    return [
      `type cells, ${dialect.label}`,
      near,
      (text: string) => dialect.parse(text, { required: true, file: 'a.md' }),
    ] as const
  }),
  ['located JSON', ['{"a": [1, "b\\u0041", null, {"c": -1.5e3}]}'], parseLocatedJson],
  ['keys of JSON', ['{"a_b": 1, "c": {"d": []}}'], jsonKeys],
  [
    'manifest',
    ['{\n  "format": "1",\n  "files": {\n    "a.ts": { "text": "0", "source": "1" }\n  }\n}\n'],
    parseManifest,
  ],
  [
    'baseline',
    ['{\n  "version": 1,\n  "findings": [\n    { "fingerprint": "0123456789abcdef", "reason": "x" }\n  ]\n}\n'],
    (text) => readBaseline(text, 'b.json'),
  ],
  [
    'snapshot',
    ['{"version": 1, "folder": "docs", "name": "a", "files": {"a.md": "# A"}, "beside": {}}'],
    (text) => readSnapshot(bytes(text)),
  ],
  [
    'lock file',
    [
      'management:\n  docChecksum: abc\n  docVersion: 1.0.0\nfeatures:\n  python:\n    core: 1\ntrackedFiles:\n  docs/a.md:\n    last_write_checksum: sha1:0\n    pristine_git_object: 0123456789012345678901234567890123456789\nexamples:\n  get:\n    x:\n      parameters:\n        path:\n          locker_id: "a"\n',
    ],
    (text) => [lockRecord(text), lockNames(text)],
  ],
]

describe('parsers throw at nothing', () => {
  test.each(parsers)('%s', (what, near, read) => {
    const damage = fc.tuple(fc.constantFrom(...near), fc.nat()).map(([text, number]) => damaged(text, seeded(number)))
    const any = fc.oneof(
      damage,
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...nastyTexts),
      fc.json(),
    )
    fc.assert(
      fc.property(any, (text) => {
        read(text)
      }),
      minutes > 0 ? { numRuns: 1e9, interruptAfterTimeLimit: (minutes * 6_000) / parsers.length } : { numRuns: 2000 },
    )
    tried.push(what)
  })

  test('configuration', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(
            fc.constantFrom('sources', 'out', 'ignore', 'overrides', 'limits', 'projects', '__proto__'),
            fc.jsonValue(),
          ),
        ),
        (value) => {
          checkConfig(value, { file: 'codegen.config.json', text: JSON.stringify(value) })
        },
      ),
      { numRuns: 1000 },
    )
  })
})

const tried: string[] = []
test('each of them was tried', (context) => {
  addFigure(context, held('fuzzing', 'parsers that throw at nothing', { good: tried.length, all: parsers.length }))
  expect(tried).toHaveLength(parsers.length)
})
