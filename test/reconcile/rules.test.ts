import { describe, expect, it, test } from 'vitest'
import type { Options } from '../../src/config/options.js'
import { rules, type RuleId } from '../../src/reconcile/rules.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import { docsOf, settle, told, type LanguageText, type PagesText } from '../support/invented.js'

/** One case: the pages of each variant, what is particular to their languages, and the findings, complete. */
interface Case {
  readonly title: string
  readonly docs: { readonly [variant: string]: PagesText }
  readonly languages?: { readonly [variant: string]: LanguageText }
  readonly findings: readonly string[]
  readonly severity?: Options['severity']
}

const tool: PagesText = { 'shared/Tool': { fields: { id: 'text *', size: 'int' } } }
const sizes: PagesText = { 'shared/Size': { values: ['s', 'm'] } }
const either: PagesText = {
  'shared/Cat': { fields: { claws: 'int' } },
  'shared/Dog': { fields: { tail: 'int' } },
  'shared/Pet': { members: ['@Cat', '@Dog'] },
}
/** Shows that a variant's language can say null and open. */
const able: PagesText = {
  'shared/Able': { fields: { note: 'text?' } },
  'shared/Ajar': { values: ['x', 'y'], open: true },
}
const mute: LanguageText = { blind: ['description', 'deprecated', 'required'] }

function field(type: string, more: object = {}): PagesText {
  return { 'shared/Tool': { fields: { id: { type, ...more } } } }
}

/** A page that links to four others. */
const linkedPages: PagesText = {
  'shared/Root': { fields: { one: '@One', two: '@Two', three: '@Three', four: '@Four' } },
  ...Object.fromEntries(
    ['One', 'Two', 'Three', 'Four'].map((name) => [`shared/${name}`, { fields: { id: 'int', [name]: 'text' } }]),
  ),
}

/** A field between two others. */
function row(name: string, description?: string, type = 'int'): PagesText {
  const middle = description === undefined ? { type } : { type, description }
  return { 'shared/Row': { fields: { id: 'text', [name]: middle, end: 'bool' } } }
}

/** A page with so many names by the rule, and one more. */
function named(name: string, count = 60): PagesText {
  const letter = (index: number): string => String.fromCharCode(97 + index)
  const names = Array.from({ length: 60 }, (_, index) => `plain_${letter(Math.floor(index / 26))}${letter(index % 26)}`)
  const spelt = names.map((plain, index) => (index < count ? plain : plain.replace('_', '')))
  return { 'shared/Row': { fields: Object.fromEntries([...spelt, name].map((one) => [one, 'text'])) } }
}

/** The same, with a name on two pages. */
function twice(name: string, other = name): PagesText {
  return { ...named(name), 'shared/Spare': { fields: { [other]: 'text' } } }
}

const broken: { readonly [R in RuleId]: readonly Case[] } = {
  'missing-model': [
    {
      title: 'no page',
      docs: { a: { ...tool, ...sizes }, b: { ...tool, ...sizes }, c: tool },
      findings: ['missing-model shared/size c nowhere'],
    },
    {
      title: 'no page behind a link: at the link',
      docs: { a: { ...sizes, ...field('@Size') }, b: { ...sizes, ...field('@Size') }, c: field('@Size') },
      findings: ['missing-model shared/size c c/shared/Tool.md:10:30'],
    },
    {
      title: 'no page behind a link of a union: at the member',
      docs: {
        a: either,
        b: either,
        c: { 'shared/Cat': either['shared/Cat'] ?? {}, 'shared/Pet': either['shared/Pet'] ?? {} },
      },
      findings: ['missing-model shared/dog c c/shared/Pet.md:11:3'],
    },
    {
      title: 'an enumeration of two values where another can only hide a constant',
      docs: { a: { ...sizes, ...field('@Size') }, b: { ...sizes, ...field('@Size') }, c: field('text~literal') },
      findings: ['missing-model shared/size c nowhere', 'type-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
  ],
  'missing-field': [
    {
      title: 'no row',
      docs: { a: tool, b: tool, c: { 'shared/Tool': { fields: { id: 'text *' } } } },
      findings: ['missing-field shared/tool.size c c/shared/Tool.md:1:3'],
    },
    {
      title: 'another row in its place, of which nothing says that it is the same field',
      docs: { a: row('size'), b: row('size'), c: row('extent') },
      findings: [
        'missing-field shared/row.extent a a/shared/Row.md:1:3',
        'missing-field shared/row.extent b b/shared/Row.md:1:3',
        'missing-field shared/row.size c c/shared/Row.md:1:3',
      ],
    },
    {
      title: 'another row in its place, described otherwise',
      docs: { a: row('size', 'How big.'), b: row('size', 'How big.'), c: row('extent', 'When it was sold.') },
      findings: [
        'missing-field shared/row.extent a a/shared/Row.md:1:3',
        'missing-field shared/row.extent b b/shared/Row.md:1:3',
        'missing-field shared/row.size c c/shared/Row.md:1:3',
      ],
    },
    {
      title: 'one variant alone has the row',
      docs: { a: tool, b: field('text *'), c: field('text *') },
      findings: [
        'missing-field shared/tool.size b b/shared/Tool.md:1:3',
        'missing-field shared/tool.size c c/shared/Tool.md:1:3',
      ],
    },
  ],
  'missing-enum-value': [
    {
      title: 'no row',
      docs: { a: sizes, b: { 'shared/Size': { values: ['m'] } } },
      findings: ['missing-enum-value shared/size.s b b/shared/Size.md:1:3'],
    },
  ],
  'missing-union-member': [
    {
      title: 'no member',
      docs: { a: either, b: { ...either, 'shared/Pet': { members: ['@Dog'] } } },
      findings: ['missing-union-member shared/pet.shared/cat b b/shared/Pet.md:1:3'],
    },
  ],
  'kind-conflict': [
    {
      title: 'an enumeration among objects',
      docs: { a: tool, b: tool, c: { 'shared/Tool': { values: ['x'] } } },
      findings: ['kind-conflict shared/tool c c/shared/Tool.md:1:3'],
    },
  ],
  'type-conflict': [
    {
      title: 'a text among integers',
      docs: { a: field('int'), b: field('int'), c: field('text') },
      findings: ['type-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
    {
      title: 'items of lists',
      docs: { a: field('[int]'), b: field('[number]'), c: field('[bool]') },
      findings: ['type-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
    {
      title: 'another constant',
      docs: { a: field('"x"'), b: field('"x"'), c: field('"y"') },
      findings: ['type-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
    {
      title: 'a sample that proves a fraction',
      docs: {
        a: field('int'),
        b: field('int'),
        c: { 'shared/Tool': { fields: { id: 'number' }, sample: { id: 'fraction' } } },
      },
      findings: ['type-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
  ],
  'required-conflict': [
    {
      title: 'optional among required',
      docs: { a: field('int *'), b: field('int *'), c: field('int') },
      findings: ['required-conflict shared/tool.id c c/shared/Tool.md:10:60'],
    },
    {
      title: 'one against one: optional stays, for it refuses less',
      docs: { a: field('int *'), b: field('int') },
      findings: ['required-conflict shared/tool.id a a/shared/Tool.md:10:60'],
    },
  ],
  'nullable-conflict': [
    {
      title: 'never null among nullable',
      docs: { a: { ...able, ...field('int?') }, b: { ...able, ...field('int?') }, c: { ...able, ...field('int!') } },
      findings: ['nullable-conflict shared/tool.id c c/shared/Tool.md:10:30'],
    },
    {
      title: 'a sample that proves null',
      docs: {
        a: { ...able, ...field('int!') },
        b: { ...able, 'shared/Tool': { fields: { id: 'int' }, sample: { id: 'null' } } },
      },
      findings: ['nullable-conflict shared/tool.id a a/shared/Tool.md:10:30'],
    },
  ],
  'enum-openness-conflict': [
    {
      title: 'closed among open',
      docs: {
        a: { ...able, 'shared/Size': { values: ['s'], open: true } },
        b: { ...able, 'shared/Size': { values: ['s'], open: false } },
      },
      findings: ['enum-openness-conflict shared/size b b/shared/Size.md:1:3'],
    },
  ],
  'deprecation-differs': [
    {
      title: 'a field not marked',
      docs: { a: field('int', { deprecated: '' }), b: field('int', { deprecated: 'old' }), c: field('int') },
      findings: ['deprecation-differs shared/tool.id c c/shared/Tool.md:10:70'],
    },
    {
      title: 'a field marked alone',
      docs: { a: field('int'), b: field('int'), c: field('int', { deprecated: '' }) },
      findings: ['deprecation-differs shared/tool.id c c/shared/Tool.md:10:3'],
    },
    {
      title: 'a model not marked',
      docs: {
        a: { 'shared/Size': { values: ['s'], deprecated: '' } },
        b: { 'shared/Size': { values: ['s'], deprecated: '' } },
        c: { 'shared/Size': { values: ['s'] } },
      },
      findings: ['deprecation-differs shared/size c c/shared/Size.md:1:3'],
    },
  ],
  'description-differs': [
    {
      title: 'a field',
      docs: {
        a: field('int', { description: 'One.' }),
        b: field('int', { description: 'One.' }),
        c: field('int', { description: 'Two.' }),
      },
      findings: ['description-differs shared/tool.id c c/shared/Tool.md:10:70'],
    },
    {
      title: 'letter case',
      docs: {
        a: field('int', { description: 'One.' }),
        b: field('int', { description: 'One.' }),
        c: field('int', { description: 'one.' }),
      },
      findings: ['description-differs shared/tool.id c c/shared/Tool.md:10:70'],
    },
    {
      title: 'a model',
      docs: {
        a: { 'shared/Size': { values: ['s'], description: 'One.' } },
        b: { 'shared/Size': { values: ['s'], description: 'The first one.' } },
      },
      findings: ['description-differs shared/size a a/shared/Size.md:1:3'],
    },
  ],
  'missing-description': [
    {
      title: 'a field',
      docs: { a: field('int', { description: 'One.' }), b: field('int', { description: 'One.' }), c: field('int') },
      findings: ['missing-description shared/tool.id c c/shared/Tool.md:10:70'],
    },
  ],
  'description-missing': [
    {
      title: 'a field that nobody describes, told once, where the rule is asked for',
      docs: {
        a: { 'shared/Size': { values: ['s'], description: 'How big.' }, ...field('int') },
        b: { 'shared/Size': { values: ['s'], description: 'How big.' }, ...field('int') },
      },
      severity: { 'description-missing': 'info' },
      findings: [
        'description-missing shared/tool a a/shared/Tool.md:1:3',
        'description-missing shared/tool.id a a/shared/Tool.md:10:70',
      ],
    },
  ],
  'example-differs': [
    {
      title: 'another example',
      docs: {
        a: field('int', { examples: ['1'] }),
        b: field('int', { examples: ['1'] }),
        c: field('int', { examples: ['2'] }),
      },
      findings: ['example-differs shared/tool.id c c/shared/Tool.md:10:90'],
    },
    {
      title: 'no example where the variant gives others',
      docs: {
        a: {
          'shared/Tool': { fields: { id: { type: 'int', examples: ['1'] }, size: { type: 'int', examples: ['7'] } } },
        },
        b: { 'shared/Tool': { fields: { id: { type: 'int' }, size: { type: 'int', examples: ['7'] } } } },
      },
      findings: ['example-differs shared/tool.id b b/shared/Tool.md:10:70'],
    },
  ],
  'name-irregular': [
    {
      title: 'one name of many is not spelt by the rule',
      docs: { a: named('made_at'), b: named('made_at'), c: named('madeAt') },
      findings: ['name-irregular shared/row.made_at c c/shared/Row.md:70:3'],
    },
    {
      title: 'the same name by the rule elsewhere',
      docs: { a: twice('made_at'), b: twice('made_at'), c: twice('made_at', 'madeAt') },
      findings: ['name-irregular shared/spare.made_at c c/shared/Spare.md:10:3'],
    },
  ],
  'possible-rename': [
    {
      title: 'a field of the same type, place and text, alone among three',
      docs: { a: row('size', 'How big.'), b: row('size', 'How big.'), c: row('extent', 'How big.') },
      findings: ['possible-rename shared/row.size c c/shared/Row.md:11:3'],
    },
    {
      title: 'of two variants the first keeps its names, whichever comes first in the alphabet',
      docs: { a: row('size', 'How big.'), b: row('extent', 'How big.') },
      findings: ['possible-rename shared/row.size b b/shared/Row.md:11:3'],
    },
    {
      title: 'a text that names the field, and a word of it changed',
      docs: {
        a: row('size', 'The size of the tool in whole feet.'),
        b: row('size', 'The size of the tool in whole feet.'),
        c: row('extent', 'The extent of a tool in whole feet.'),
      },
      findings: [
        'description-differs shared/row.size c c/shared/Row.md:11:70',
        'possible-rename shared/row.size c c/shared/Row.md:11:3',
      ],
    },
    {
      title: 'nobody describes it, and the names are near',
      docs: { a: row('tool_size'), b: row('tool_size'), c: row('size') },
      findings: ['possible-rename shared/row.tool_size c c/shared/Row.md:11:3'],
    },
    {
      title: 'nobody describes it: the one difference of names of the page, alone among four',
      docs: { a: row('size'), b: row('size'), c: row('size'), d: row('extent') },
      findings: ['possible-rename shared/row.size d d/shared/Row.md:11:3'],
    },
    {
      title: 'another variant lacks the row',
      docs: {
        a: row('size', 'How big.'),
        b: row('size', 'How big.'),
        c: row('extent', 'How big.'),
        d: { 'shared/Row': { fields: { id: 'text', end: 'bool' } } },
      },
      findings: [
        'possible-rename shared/row.size c c/shared/Row.md:11:3',
        'missing-field shared/row.size d d/shared/Row.md:1:3',
      ],
    },
    {
      title: 'the same field under two other names',
      docs: {
        a: row('size', 'How big.'),
        b: row('size', 'How big.'),
        c: row('extent', 'How big.'),
        d: row('girth', 'How big.'),
      },
      findings: [
        'possible-rename shared/row.size c c/shared/Row.md:11:3',
        'possible-rename shared/row.size d d/shared/Row.md:11:3',
      ],
    },
    {
      title: 'the row differs in something else too',
      docs: { a: row('size', 'How big.'), b: row('size', 'How big.'), c: row('extent', 'How big.', 'int *') },
      findings: [
        'possible-rename shared/row.size c c/shared/Row.md:11:3',
        'required-conflict shared/row.size c c/shared/Row.md:11:60',
      ],
    },
    {
      title: 'a value that differs in a letter',
      docs: {
        a: { 'shared/Size': { values: ['open', 'cancelled', 'done'] } },
        b: { 'shared/Size': { values: ['open', 'cancelled', 'done'] } },
        c: { 'shared/Size': { values: ['open', 'canceled', 'done'] } },
      },
      findings: ['possible-rename shared/size.cancelled c c/shared/Size.md:11:3'],
    },
  ],
  'duplicate-field': [
    {
      title: 'a name in another casing',
      docs: { a: tool, b: { 'shared/Tool': { ...tool['shared/Tool'], repeated: ['Size'] } } },
      findings: ['duplicate-field shared/tool.size b b/shared/Tool.md:12:3'],
    },
    {
      title: 'in the docs of one variant alone',
      docs: { a: { 'shared/Tool': { ...tool['shared/Tool'], repeated: ['id'] } } },
      findings: ['duplicate-field shared/tool.id a a/shared/Tool.md:12:3'],
    },
  ],
  'unknown-notation': [
    {
      title: 'a cell that no one can read, of a field that others tell',
      docs: {
        a: { ...able, ...field('int?') },
        b: { ...able, 'shared/Tool': { fields: { id: 'none!' }, unread: ['id'] } },
      },
      findings: ['unknown-notation shared/tool.id b b/shared/Tool.md:10:30'],
    },
  ],
  'orphan-page': [
    {
      title: 'a page that nothing links to, where all others are linked, and what only it links to',
      docs: {
        a: linkedPages,
        b: { ...linkedPages, 'shared/Old': { fields: { part: '@Part' } }, 'shared/Part': { fields: { x: 'int' } } },
      },
      languages: { a: { linked: ['shared/Root'] }, b: { linked: ['shared/Root'] } },
      findings: ['orphan-page shared/old b b/shared/Old.md:1:3', 'orphan-page shared/part b b/shared/Part.md:1:3'],
    },
  ],
  'dead-link': [
    {
      title: 'a path that leads nowhere, to a model whose page is there',
      docs: { a: { ...sizes, ...field('@Size') }, b: { ...sizes, ...field('@undefined/models/Size.md') } },
      findings: ['dead-link shared/tool.id b b/shared/Tool.md:10:30'],
    },
    {
      title: 'a member of a union',
      docs: { a: either, b: { ...either, 'shared/Pet': { members: ['@Cat', '@gone/Dog.md'] } } },
      findings: ['dead-link shared/pet b b/shared/Pet.md:11:3'],
    },
  ],
}

const silent: readonly Case[] = [
  {
    title: 'too few others follow it here',
    docs: { a: named('made_at'), b: named('made_at'), c: named('madeAt', 49) },
    findings: [],
  },
  { title: 'one other variant is no crowd', docs: { a: named('made_at'), b: named('madeAt') }, findings: [] },
  {
    title: 'another variant does the same: who knows the rule?',
    docs: { a: named('made_at'), b: named('made_at'), c: named('madeAt'), d: named('madeAt') },
    findings: [],
  },
  {
    title: 'a name that tells its words apart where the others do not: it knows more',
    docs: { a: named('madeat'), b: named('madeat'), c: named('made_at') },
    findings: [],
  },
  { title: 'a reserved word', docs: { a: named('from'), b: named('from'), c: named('from_') }, findings: [] },
  { title: 'digits', docs: { a: named('md_five_5'), b: named('md_five_5'), c: named('md_five5') }, findings: [] },
  { title: 'an abbreviation', docs: { a: named('to_url'), b: named('to_url'), c: named('toURL') }, findings: [] },
  {
    title: 'the same name so in two places: a rule not known here',
    docs: { a: twice('made_at'), b: twice('made_at'), c: twice('madeAt') },
    findings: [],
  },
  {
    title: 'switched off',
    docs: { a: named('made_at'), b: named('made_at'), c: named('madeAt') },
    severity: { 'name-irregular': 'off' },
    findings: [],
  },
  {
    title: 'the same docs twice',
    docs: { a: { ...tool, ...sizes, ...either }, b: { ...tool, ...sizes, ...either } },
    findings: [],
  },
  {
    title: 'a wrapper of responses that one language has, and what only the wrapper holds',
    docs: {
      a: {
        ...tool,
        'operations/GetToolResponse': { role: 'response', fields: { tool: '@shared/Tool' }, description: 'Yes.' },
      },
      b: tool,
    },
    findings: [],
  },
  {
    title: 'wrappers that hold different things',
    docs: {
      a: { ...tool, 'operations/GetToolResponse': { role: 'response', fields: { tool: '@shared/Tool' } } },
      b: { ...tool, 'operations/GetToolResponse': { fields: { result: '@shared/Tool', headers: '{[text]}' } } },
    },
    findings: [],
  },
  {
    title: 'names in the casings of their languages, and escapes of reserved words',
    docs: {
      a: { 'shared/Tool': { fields: { doc_url: 'text', from_: 'text', $ref: 'text' } } },
      b: { 'shared/Tool': { fields: { DocURL: 'text', From: 'text', Ref: 'text' } } },
      c: { 'shared/Tool': { fields: { docUrl: 'text', from: 'text', ref: 'text' } } },
    },
    languages: { b: { fieldCase: 'pascal' }, c: { fieldCase: 'camel' } },
    findings: [],
  },
  {
    title: 'a constant as a literal, as an enumeration of one value, and as a text that may hide one',
    docs: { a: field('"x"'), b: { ...field('@Mark'), 'shared/Mark': { values: ['x'] } }, c: field('text~literal') },
    findings: [],
  },
  {
    title: 'an enumeration that a language writes as text',
    docs: { a: { ...sizes, ...field('@Size') }, b: field('text~enum') },
    findings: [],
  },
  {
    title: 'a union written in place, inside a list',
    docs: {
      a: { ...either, 'shared/Home': { fields: { pets: '[@Pet]' } } },
      b: {
        'shared/Cat': either['shared/Cat'] ?? {},
        'shared/Dog': either['shared/Dog'] ?? {},
        'shared/Home': { fields: { pets: '[@Cat|@Dog]' } },
      },
    },
    findings: [],
  },
  {
    title: 'a union within a union, flat in one language',
    docs: {
      a: { ...either, 'shared/Guest': { members: ['@Pet', 'text'] }, 'shared/Home': { fields: { guest: '@Guest' } } },
      b: {
        ...either,
        'shared/Guest': { members: ['@Cat', '@Dog', 'text'] },
        'shared/Home': { fields: { guest: '@Guest' } },
      },
    },
    findings: [],
  },
  {
    title: 'a union whose page lists no members',
    docs: { a: either, b: { ...either, 'shared/Pet': {} } },
    findings: [],
  },
  { title: 'null where a language cannot tell', docs: { a: field('int?'), b: field('int') }, findings: [] },
  { title: 'null denied by a variant that never says it', docs: { a: field('int?'), b: field('int!') }, findings: [] },
  {
    title: 'closed in a variant that never says open',
    docs: { a: { 'shared/Size': { values: ['s'], open: true } }, b: { 'shared/Size': { values: ['s'], open: false } } },
    findings: [],
  },
  {
    title: 'no example in a variant that gives none',
    docs: { a: field('int', { examples: ['1'] }), b: field('int') },
    findings: [],
  },
  { title: 'a date whose time a language cannot tell', docs: { a: field('date'), b: field('when') }, findings: [] },
  {
    title: 'a number that a language cannot tell whole',
    docs: { a: field('int64'), b: field('int'), c: field('number') },
    findings: [],
  },
  {
    title: 'texts that differ in white space',
    docs: { a: field('int', { description: 'One  two.' }), b: field('int', { description: 'One\ntwo.' }) },
    findings: [],
  },
  {
    title: 'facts that a language has no way to write',
    docs: {
      a: field('int *', { description: 'One.', deprecated: 'old' }),
      b: field('int'),
      c: field('int'),
    },
    languages: { b: mute, c: mute },
    findings: [],
  },
  {
    title: 'further properties, for which some languages have no row',
    docs: { a: { 'shared/Tool': { fields: { id: 'int' }, additional: '{any}' } }, b: field('int') },
    findings: [],
  },
  {
    title: 'an object without fields that a language writes as a map',
    docs: { a: { ...field('@Bag'), 'shared/Bag': { fields: {} } }, b: field('{any}') },
    findings: [],
  },
  {
    title: 'a link by a name in other letters',
    docs: { a: { ...sizes, ...field('@Size') }, b: { ...sizes, ...field('@SIZE') } },
    findings: [],
  },
]

function read({ docs, languages = {} }: Case): VariantDocs[] {
  return Object.entries(docs).map(([id, pages]) => docsOf(id, pages, languages[id]))
}

describe.each(Object.entries(broken))('%s', (rule, cases) => {
  test.each(cases)('$title', (one) => {
    const { findings, diagnostics } = settle(read(one), { severity: one.severity ?? {} })
    expect([told(findings), diagnostics]).toEqual([one.findings, []])
    expect(one.findings.some((line) => line.startsWith(`${rule} `))).toBe(true)
  })
})

describe('no finding', () => {
  test.each(silent)('$title', (one) => {
    const { findings, diagnostics } = settle(read(one), { severity: one.severity ?? {} })
    expect([told(findings), diagnostics]).toEqual([[], []])
  })
})

it('leaves a type that nobody can read to a diagnostic, which stops whoever would write the model', () => {
  const { findings, diagnostics } = settle([
    docsOf('a', { 'shared/Tool': { fields: { id: 'none' }, unread: ['id'] } }),
    docsOf('b', { 'shared/Tool': { fields: { id: 'any' } } }),
  ])
  expect([findings, diagnostics.map(({ code, span }) => [code, span?.file])]).toEqual([
    [],
    [['CG301', 'a/shared/Tool.md']],
  ])
})

it('names who cannot say which members a union has', () => {
  const docs = { a: either, b: { ...either, 'shared/Pet': { members: ['@Dog'] } }, c: { ...either, 'shared/Pet': {} } }
  const { findings } = settle(Object.entries(docs).map(([id, pages]) => docsOf(id, pages)))
  expect(findings.map(({ rule, variant, blind }) => [rule, variant, blind])).toEqual([
    ['missing-union-member', 'b', ['c']],
  ])
})

it('has a case for every rule', () => {
  expect(Object.keys(broken).sort()).toEqual(Object.keys(rules).sort())
})
