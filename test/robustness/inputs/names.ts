// Knows the names that do harm where they become code, paths or keys, and what becomes of them.

import { DOOR, door, fieldNames, modelNames, page, row, type InputCase } from './case.js'

const shared = (files: { readonly [name: string]: string }): InputCase['files'] =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/models/shared/${name}.md`, text]))
const titled = (titles: readonly string[]): InputCase['files'] =>
  shared(Object.fromEntries(titles.map((title, index) => [`m${index}`, page(title, [row('a')])])))

const reserved = [
  'default',
  'in',
  'function',
  'public',
  'return',
  'object',
  'symbol',
  'class',
  'await',
  'let',
  'new',
  'enum',
]
const codeLike = ['*/ x', "'", '"', '`', '${x}', '</script>', '<!--', '//', '#!', '\\']

/** Cases of names and texts. */
export const nameCases: readonly InputCase[] = [
  {
    of: 'names that every object has',
    what: 'as fields',
    files: {
      [DOOR]: page(
        'Door',
        ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => row(name)),
      ),
    },
    config: { validators: ['plain', 'zod'], wireCase: 'camel' },
    told: [],
    writes: ['models/shared/door.ts', 'validators/shared/door.ts', 'zod/shared/door.ts'],
    why: 'they are emitted as computed keys and own properties, in zod too, so that there is nothing to refuse; test/emit runs what is emitted',
  },
  {
    of: 'reserved words as names',
    what: 'of fields and models',
    files: {
      [DOOR]: page(
        'Door',
        reserved.map((name) => row(name)),
      ),
      ...titled(['Object', 'String', 'default', '9Lives']),
    },
    told: [],
    writes: ['models/shared/door.ts'],
  },
  {
    of: 'text that looks like code',
    what: 'in names and texts',
    files: {
      [DOOR]: page(
        'Door',
        codeLike.map((text, index) => row(`f${index}`, '*str*', text)),
      ),
    },
    told: [],
    writes: ['models/shared/door.ts'],
    why: 'what is printed is read anew and compared before it is written (CG602); sinks.test.ts runs it with every payload',
  },
  {
    of: 'paths in names and links',
    what: 'in titles',
    files: titled(['../../x', '/etc/passwd', 'C:\\\\y', '%2e%2e%2fz', '..', '．．/w']),
    told: [],
    writes: ['models/shared/x.ts', 'models/shared/etcpasswd.ts'],
    why: 'paths are made of the letters and digits of a name, so that no name is a path and none need be refused',
  },
  {
    of: 'paths in names and links',
    what: 'in links',
    files: {
      [DOOR]: page('Door', [
        row('number', '*int*'),
        ...['../../../../../etc/passwd.md', '/etc/passwd.md', '%2e%2e/%2e%2e/x.md', '．．/x.md'].map((path, index) =>
          row(`f${index}`, `[shared.Other${index}](${path})`),
        ),
      ]),
    },
    told: [12, 13, 14, 15].map((line) => `CG501 ${line}:10`),
    why: 'a link is looked up among the pages that were read, and is never a path on disk',
  },
  {
    of: 'names that Windows keeps for itself, and very long ones',
    what: 'as titles',
    files: titled(['CON', 'aux', 'nul.', 'a:b', 'Com1', `X${'y'.repeat(300)}`]),
    told: [],
    writes: [
      'models/shared/con-model.ts',
      'models/shared/aux-model.ts',
      'models/shared/nul-model.ts',
      'models/shared/ab.ts',
    ],
  },
  {
    of: 'names that differ in case or normal form only',
    what: 'files that differ in case',
    files: shared({ Auth: page('Auth', [row('a')]), auth: page('auth', [row('b')]) }),
    told: ['CG401 docs/models/shared/auth.md:1:3'],
    model: modelNames,
    gives: ['shared/auth Auth'],
  },
  {
    of: 'names that differ in case or normal form only',
    what: 'names in two normal forms',
    files: shared({ a: page('Caf\u00e9', [row('a')]), b: page('Cafe\u0301', [row('b')]) }),
    told: [],
    writes: ['models/shared/cafe.ts', 'models/shared/cafe-2.ts'],
  },
  {
    of: 'two models of one name',
    what: 'in two folders',
    files: {
      'docs/models/shared/error.md': page('Error', [row('a')]),
      'docs/models/errors/error.md': page('Error', [row('b')]),
    },
    told: [],
    model: modelNames,
    gives: ['errors/error Error', 'shared/error Error'],
    writes: ['models/shared/error.ts', 'models/errors/error.ts'],
    why: 'they are two models, told apart by their folders; nothing is lost, so nothing is told',
  },
  {
    of: 'two models of one name',
    what: 'in one folder',
    files: shared({ door, gate: door }),
    told: ['CG401 docs/models/shared/gate.md:1:3'],
    model: fieldNames,
    gives: ['number', 'is_open', 'code'],
  },
  {
    of: 'no documents',
    what: 'only a file that is no page of a model',
    files: { 'docs/README.md': '# Welcome\n\nThis is how it works.' },
    told: ['CG104 docs:1:1'],
    why: '`init` is for repositories without docs; a run without any is a mistake, and an option that hides it would be set once for ever',
  },
  { of: 'no documents', what: 'no Markdown', files: { 'docs/a.json': '{}' }, told: ['CG104 docs:1:1'] },
  { of: 'no documents', what: 'nothing', files: {}, told: ['CG105 docs:1:1'] },
]
