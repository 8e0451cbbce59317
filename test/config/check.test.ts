// Knows what is said of each fault in a configuration.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { checkConfig } from '../../src/config/check.js'
import { optionKeys, optionTable } from '../../src/config/option-table.js'
import { configJsonSchema, configSchema } from '../../src/config/schema.js'
import { emitterIds } from '../../src/config/options.js'

const source = { file: 'codegen.config.json', text: '' }
const validate = new Ajv2020({ strict: false }).compile(configJsonSchema())

const good: readonly { readonly what: string; readonly config: unknown }[] = [
  { what: 'nothing', config: {} },
  { what: 'a schema', config: { $schema: './node_modules/sdk-docs-codegen/dist/schema/config.json' } },
  { what: 'folders', config: { sources: ['a', { path: 'b', variant: 'v', dialect: 'd' }] } },
  { what: 'a revision', config: { sources: [{ git: '../r', ref: 'v1.2.3', path: 'docs', variant: 'v' }] } },
  {
    what: 'projects',
    config: {
      out: 'x',
      projects: [
        { name: 'shop', sources: ['a'], limits: { rows: 1 } },
        { name: 'Pay-2.0', header: null },
      ],
    },
  },
  { what: 'authorities', config: { presence: { authority: 'a' }, conflicts: { authority: 'b' } } },
  { what: 'overrides', config: { overrides: { 'Pet.name': { required: true, nullable: false, name: 'n' } } } },
  { what: 'severities', config: { severity: { 'missing-field': 'off', 'dead-link': 'error' } } },
  {
    what: 'what is ignored',
    config: { ignore: [{ model: 'shared/*', field: 'id', rule: 'dead-link', variant: 'v', reason: 'known' }] },
  },
  { what: 'a baseline', config: { baseline: 'docs.baseline.json' } },
  { what: 'emitters by name', config: { emitters: ['json-schema', 'openapi'] } },
  {
    what: 'a layout',
    config: { layout: 'single-file', prefixes: { errors: 'Err', shared: '' }, header: 'By {{command}}.' },
  },
  { what: 'no header', config: { header: '', prefixes: 'always' } },
  { what: 'how strict validators are', config: { unknownKeys: 'strip', enums: 'strict' } },
  { what: 'the rest', config: { out: 'x', validators: [], failOn: 'never', wireCase: 'snake', responses: true } },
]

const bad: readonly { readonly config: unknown; readonly expected: readonly (string | RegExp)[] }[] = [
  { config: { source: [] }, expected: ['CG702 the configuration has no key "source"; did you mean "sources"?'] },
  { config: { plugins: [] }, expected: ['CG702 the configuration has no key "plugins"'] },
  {
    config: { limits: { row: 1 } },
    expected: ['CG702 the configuration has no key "limits.row"; did you mean "rows"?'],
  },
  {
    config: { severity: { 'missing-feild': 'off' } },
    expected: ['CG702 the configuration has no key "severity.missing-feild"; did you mean "missing-field"?'],
  },
  {
    config: { sources: [{ path: 'a', varient: 'v' }] },
    expected: ['CG702 the configuration has no key "sources[0].varient"; did you mean "variant"?'],
  },
  {
    config: { overrides: { 'A.b': { requierd: true } } },
    expected: ['CG702 the configuration has no key "overrides.A.b.requierd"; did you mean "required"?'],
  },
  {
    config: { out: 5 },
    expected: ['CG703 the configuration key "out" is wrong: expected string, found 5'],
  },
  {
    config: { validators: ['zodd'] },
    expected: [
      'CG703 the configuration key "validators[0]" is wrong: expected one of "plain", "zod", found "zodd"; did you mean "zod"?',
    ],
  },
  {
    config: { unknownKeys: 'refuse' },
    expected: [/^CG703 the configuration key "unknownKeys" is wrong: expected one of "allow", "strip", "reject"/],
  },
  {
    config: { responses: 'yes' },
    expected: ['CG703 the configuration key "responses" is wrong: expected boolean, found "yes"'],
  },
  {
    config: { sources: 'docs' },
    expected: ['CG703 the configuration key "sources" is wrong: expected array, found "docs"'],
  },
  {
    config: { sources: [{ variant: 'v' }] },
    expected: ['CG703 the configuration key "sources[0].path" is wrong: expected string, found nothing'],
  },
  {
    config: { sources: [{ git: '../r', path: 'docs' }] },
    expected: [
      'CG703 the configuration key "sources[0].ref" is wrong: expected a branch, tag or commit of the repository, found nothing',
    ],
  },
  {
    config: { sources: [{ ref: 'main', path: 'docs' }] },
    expected: [
      'CG703 the configuration key "sources[0].git" is wrong: expected a repository for the revision, found nothing',
    ],
  },
  {
    config: { sources: [{ git: '../r', ref: 'main' }] },
    expected: ['CG703 the configuration key "sources[0].path" is wrong: expected string, found nothing'],
  },
  {
    config: { sources: [{ git: '../r', ref: '--upload-pack=x', path: 'docs' }] },
    expected: [
      'CG703 the configuration key "sources[0].ref" is wrong: expected the name of a revision, which does not begin with "-", found "--upload-pack=x"',
    ],
  },
  {
    config: { sources: [{ git: '../r', ref: 'main', path: '../docs' }] },
    expected: [/"sources\[0\]\.path" is wrong: expected a path inside the repository/],
  },
  {
    config: { sources: [{ gti: '../r', ref: 'main', path: 'docs' }] },
    expected: [/no key "sources\[0\]\.gti"; did you mean "git"\?/],
  },
  {
    config: { project: [] },
    expected: ['CG702 the configuration has no key "project"; did you mean "projects"?'],
  },
  {
    config: { projects: [] },
    expected: [/^CG703 the configuration key "projects" is wrong: too small/],
  },
  {
    config: { projects: [{ name: 'a', soruces: [] }] },
    expected: ['CG702 the configuration has no key "projects[0].soruces"; did you mean "sources"?'],
  },
  {
    config: { projects: [{ name: 'a', limits: { row: 1 } }] },
    expected: ['CG702 the configuration has no key "projects[0].limits.row"; did you mean "rows"?'],
  },
  {
    config: { projects: [{ name: 'a', sources: [{ path: 'x', reff: 'y' }] }] },
    expected: ['CG702 the configuration has no key "projects[0].sources[0].reff"; did you mean "ref"?'],
  },
  {
    config: { projects: [{ name: 'a', presence: 'most' }] },
    expected: [/"projects\[0\]\.presence" is wrong: expected "union", "majority", "all" or/],
  },
  {
    config: { projects: [{ name: 'a', projects: [] }] },
    expected: [/^CG702 the configuration has no key "projects\[0\]\.projects"/],
  },
  {
    config: { projects: [{ sources: ['a'] }] },
    expected: [/"projects\[0\]\.name" is wrong: expected string, found nothing$/],
  },
  ...['', '..', '.a', 'a.', 'a/b', 'a b', '-a'].map((name) => ({
    config: { projects: [{ name }] },
    expected: [/"projects\[0\]\.name" is wrong: expected letters, digits, "\.", "_" and "-", found /],
  })),
  ...['Con', 'aux.shop', 'lpt1'].map((name) => ({
    config: { projects: [{ name, sources: ['a'] }] },
    expected: [/"projects\[0\]\.name" is wrong: expected a name that is a folder on every system, found "/],
  })),
  {
    config: { limits: { rows: -1 } },
    expected: ['CG703 the configuration key "limits.rows" is wrong: too small: expected number to be >0, found -1'],
  },
  {
    config: { presence: 'most' },
    expected: [
      'CG703 the configuration key "presence" is wrong: expected "union", "majority", "all" or { authority: variant }, found "most"',
    ],
  },
  {
    config: { ignore: [{ rule: 'dead-lnik', reason: 'r' }] },
    expected: [/"ignore\[0\]\.rule" is wrong: expected one of .*, found "dead-lnik"; did you mean "dead-link"\?$/],
  },
  {
    config: { ignore: [{ feild: 'a', rule: 'dead-link', reason: 'r' }] },
    expected: ['CG702 the configuration has no key "ignore[0].feild"; did you mean "field"?'],
  },
  {
    config: { ignore: [{ rule: 'dead-link' }] },
    expected: ['CG703 the configuration key "ignore[0].reason" is wrong: expected string, found nothing'],
  },
  {
    config: { ignore: [{ rule: 'dead-link', reason: ' ' }] },
    expected: [
      'CG703 the configuration key "ignore[0].reason" is wrong: expected the reason why it is no fault, found " "',
    ],
  },
  {
    config: { ignore: [{ reason: 'r' }] },
    expected: [
      'CG703 the configuration key "ignore[0]" is wrong: expected a model, field, rule or variant too, found an object',
    ],
  },
  {
    config: { ignore: [{ model: '', reason: 'r' }] },
    expected: [
      'CG703 the configuration key "ignore[0].model" is wrong: too small: expected string to have >=1 characters, found ""',
    ],
  },
  {
    config: { baseline: true },
    expected: ['CG703 the configuration key "baseline" is wrong: expected string, found true'],
  },
  {
    config: { emitters: ['jsonschema'] },
    expected: [
      `CG703 the configuration key "emitters[0]" is wrong: expected one of ${emitterIds.map((id) => `"${id}"`).join(', ')}, or an emitter, found "jsonschema"`,
    ],
  },
  {
    config: { emitters: 'openapi' },
    expected: ['CG703 the configuration key "emitters" is wrong: expected array, found "openapi"'],
  },
  {
    config: { emitters: [7] },
    expected: [
      'CG703 the configuration key "emitters[0]" is wrong: expected the name of an emitter or an object with `id` and `emit`, found 7',
    ],
  },
  {
    config: { emitters: [{ emit: () => [] }] },
    expected: [
      'CG703 the configuration key "emitters[0]" is wrong: expected an `id` of lower-case letters, digits and hyphens, found an object',
    ],
  },
  {
    config: { emitters: [{ id: '../x', emit: () => [] }] },
    expected: [/expected an `id` of lower-case letters, digits and hyphens, found an object$/],
  },
  {
    config: { emitters: [{ id: 'mine' }] },
    expected: [
      'CG703 the configuration key "emitters[0]" is wrong: expected a function `emit` in the emitter "mine", found an object',
    ],
  },
  {
    config: { emitters: ['json-schema', { id: 'mine', emit: () => [] }, { id: 'mine', emit: () => [] }] },
    expected: [
      'CG703 the configuration key "emitters[2]" is wrong: expected each emitter once, but "mine" is there twice, found an object',
    ],
  },
  {
    config: { emitters: [{ id: 'openapi', emit: () => [] }] },
    expected: [
      'CG703 the configuration key "emitters[0]" is wrong: expected another `id`: "openapi" is an emitter of codegen, found an object',
    ],
  },
  {
    config: { layout: 'one' },
    expected: [
      'CG703 the configuration key "layout" is wrong: expected one of "per-model", "single-file", found "one"',
    ],
  },
  {
    config: { prefixes: { errors: '1 x' } },
    expected: [
      'CG703 the configuration key "prefixes.errors" is wrong: expected ASCII letters and digits, a letter first, found "1 x"',
    ],
  },
  {
    config: { source: [], out: 5 },
    expected: [
      'CG703 the configuration key "out" is wrong: expected string, found 5',
      'CG702 the configuration has no key "source"; did you mean "sources"?',
    ],
  },
]

describe('checkConfig', () => {
  it.each(good)('takes $what', ({ config }) => {
    expect(checkConfig(config, source)).toEqual({ config, diagnostics: [] })
    expect(validate(config)).toBe(true)
  })

  it.each(bad)('refuses $config', ({ config, expected }) => {
    const { config: found, diagnostics } = checkConfig(config, source)
    expect(found).toBeUndefined()
    const said = expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one)))
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(said)
    expect(validate(config)).toBe(false)
  })

  it('takes emitters that are objects', () => {
    const emitters = ['openapi', { id: 'mine', emit: () => [] }]
    expect(checkConfig({ emitters }, source)).toEqual({ config: { emitters }, diagnostics: [] })
  })

  it.each(['{{name}}', '{{ command }}', '{{command}} {{command}}'])('refuses the header %j', (header) => {
    const { diagnostics } = checkConfig({ header }, source)
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^CG703 .*"header" is wrong: expected no slot but \{\{command\}\}, and that once, found/),
    ])
  })

  it('finds the place of a key below others of the same name', () => {
    const text = 'export default {\n  out: "x",\n  limits: { rows: "many" },\n}\n'
    const { diagnostics } = checkConfig({ out: 'x', limits: { rows: 'many' } }, { file: 'c.ts', text })
    expect(diagnostics[0]?.span?.start).toEqual({ line: 3, column: 13, offset: 41 })
  })
})

describe('the option table', () => {
  it('has the keys of the schema, in the same order', () => {
    const { $schema: _, projects, ...keys } = configSchema.shape
    expect(projects).toBeDefined()
    expect(optionKeys).toEqual(Object.keys(keys))
    expect(Object.keys(optionTable)).toEqual(Object.keys(keys))
  })

  it('has defaults that are allowed', () => {
    const config = Object.fromEntries(Object.entries(optionTable).map(([key, entry]) => [key, entry.default]))
    expect(checkConfig(config, source).diagnostics).toEqual([])
  })
})
