import { describe, expect, it, test } from 'vitest'
import type { Options } from '../../src/config/options.js'
import { typeText } from '../../src/ir/canonical.js'
import type { Field } from '../../src/ir/model.js'
import type { Reconciled } from '../../src/reconcile/reconcile.js'
import { explain } from '../../src/reconcile/explain.js'
import { docsOf, settle, told, type PagesText } from '../support/invented.js'

type Policy = Partial<Options>

/** Docs of variants named a, b, c. */
function abc(...pages: readonly PagesText[]): ReturnType<typeof docsOf>[] {
  return pages.map((page, index) => docsOf('abc'.charAt(index), page))
}

/** Everything that the model holds: ids, fields, values, members. */
function contents({ model }: Reconciled): string[] {
  return model.models.flatMap((one) => {
    if (one.kind === 'object') return [one.id, ...one.fields.map(({ name }) => `${one.id}.${name}`)]
    if (one.kind === 'enum') return [one.id, ...one.values.map(({ value }) => `${one.id}=${value}`)]
    return one.kind === 'union' ? [one.id, ...one.members.map((member) => `${one.id}|${typeText(member)}`)] : [one.id]
  })
}

function fieldOf({ model }: Reconciled, id: string, name: string): Field {
  const object = model.models.find((one) => one.id === id)
  const field = object?.kind === 'object' ? object.fields.find((one) => one.name === name) : undefined
  if (field === undefined) throw new Error(`no field ${id}.${name}`)
  return field
}

function tool(type: string, more: object = {}): PagesText {
  return { 'shared/Tool': { fields: { id: { type, ...more } } } }
}

describe('presence', () => {
  const docs = abc(
    {
      'shared/Tool': { fields: { all: 'int', ab: 'int', a: 'int' } },
      'shared/Size': { values: ['all', 'ab', 'a'] },
      'shared/Any': { members: ['int', 'text', 'bool'] },
      'shared/OnlyA': { fields: { x: 'int' } },
      'shared/OnlyAB': { fields: { x: 'int' } },
    },
    {
      'shared/Tool': { fields: { all: 'int', ab: 'int' } },
      'shared/Size': { values: ['all', 'ab'] },
      'shared/Any': { members: ['int', 'text'] },
      'shared/OnlyAB': { fields: { x: 'int' } },
    },
    {
      'shared/Tool': { fields: { all: 'int', c: 'int' } },
      'shared/Size': { values: ['all', 'c'] },
      'shared/Any': { members: ['int', 'date'] },
    },
  )
  const rows: readonly { policy: Options['presence']; kept: readonly string[]; findings: number }[] = [
    {
      policy: 'union',
      kept: [
        'shared/any',
        'shared/any|boolean',
        'shared/any|date',
        'shared/any|integer',
        'shared/any|string',
        'shared/only-a',
        'shared/only-a.x',
        'shared/only-ab',
        'shared/only-ab.x',
        'shared/size',
        'shared/size=a',
        'shared/size=ab',
        'shared/size=all',
        'shared/size=c',
        'shared/tool',
        'shared/tool.a',
        'shared/tool.ab',
        'shared/tool.all',
        'shared/tool.c',
      ],
      findings: 18,
    },
    {
      policy: 'majority',
      kept: [
        'shared/any',
        'shared/any|integer',
        'shared/any|string',
        'shared/only-ab',
        'shared/only-ab.x',
        'shared/size',
        'shared/size=ab',
        'shared/size=all',
        'shared/tool',
        'shared/tool.ab',
        'shared/tool.all',
      ],
      findings: 4,
    },
    {
      policy: 'all',
      kept: ['shared/any', 'shared/any|integer', 'shared/size', 'shared/size=all', 'shared/tool', 'shared/tool.all'],
      findings: 0,
    },
    {
      policy: { authority: 'c' },
      kept: [
        'shared/any',
        'shared/any|date',
        'shared/any|integer',
        'shared/size',
        'shared/size=all',
        'shared/size=c',
        'shared/tool',
        'shared/tool.all',
        'shared/tool.c',
      ],
      findings: 6,
    },
  ]
  test.each(rows)('$policy keeps $kept.length things', ({ policy, kept, findings }) => {
    const settled = settle(docs, { presence: policy })
    expect(contents(settled).sort()).toEqual(kept)
    expect(settled.findings).toHaveLength(findings)
    expect(settled.diagnostics).toEqual([])
  })

  it('keeps what half of the variants have, where the majority decides', () => {
    expect(contents(settle(abc(tool('int'), { 'shared/Tool': { fields: {} } }), { presence: 'majority' }))).toEqual([
      'shared/tool',
      'shared/tool.id',
    ])
  })

  it('keeps every model that a kept one refers to', () => {
    const with_ = { 'shared/Tool': { fields: { size: '@Size' } }, 'shared/Size': { values: ['s', 'm'] } }
    const without = { 'shared/Tool': { fields: { size: '@Size' } } }
    expect(contents(settle(abc(with_, without, without), { presence: 'all' }))).toEqual([
      'shared/size',
      'shared/size=s',
      'shared/size=m',
      'shared/tool',
      'shared/tool.size',
    ])
  })

  it('counts a model as present where it is written in place', () => {
    const page = { 'shared/Tool': { fields: { kind: '@Kind' } }, 'shared/Kind': { values: ['x'] } }
    expect(
      contents(
        settle(abc(page, tool('int'), { 'shared/Tool': { fields: { kind: 'text~literal' } } }), {
          presence: 'majority',
        }),
      ),
    ).toContain('shared/kind')
  })
})

describe('conflicts', () => {
  const docs = abc(
    { 'shared/Tool': { fields: { id: { type: 'int! *', description: 'One.' } } }, 'shared/Kind': { values: ['x'] } },
    { 'shared/Tool': { fields: { id: { type: 'int! *', description: 'One.' } } }, 'shared/Kind': { values: ['x'] } },
    {
      'shared/Tool': { fields: { id: { type: 'text?', description: 'Three.' } } },
      'shared/Kind': { members: ['text'] },
    },
  )
  const rows: readonly {
    policy: Options['conflicts']
    type: string
    required: boolean
    description: string
    kind: string
    against: string[]
  }[] = [
    { policy: 'majority', type: 'integer', required: true, description: 'One.', kind: 'enum', against: ['c'] },
    {
      policy: { authority: 'c' },
      type: 'string | null',
      required: false,
      description: 'Three.',
      kind: 'union',
      against: ['a', 'b'],
    },
    { policy: { authority: 'a' }, type: 'integer', required: true, description: 'One.', kind: 'enum', against: ['c'] },
  ]
  test.each(rows)('$policy', ({ policy, type, required, description, kind, against }) => {
    const settled = settle(docs, { conflicts: policy })
    const field = fieldOf(settled, 'shared/tool', 'id')
    expect([typeText(field.type), field.required, field.description]).toEqual([type, required, description])
    expect(settled.model.models.find(({ id }) => id === 'shared/kind')?.kind).toBe(kind)
    const rules = ['type-conflict', 'required-conflict', 'description-differs', 'kind-conflict']
    for (const rule of rules)
      expect(settled.findings.filter((one) => one.rule === rule).map(({ variant }) => variant)).toEqual(against)
  })

  it('lets the authority decide whether an enumeration is open', () => {
    const open = docsOf('a', { 'shared/Size': { values: ['s'], open: true } })
    const closed = docsOf('b', {
      'shared/Size': { values: ['s'], open: false },
      'shared/Ajar': { values: ['s'], open: true },
    })
    const settled = settle([open, closed], { conflicts: { authority: 'b' } })
    expect(settled.model.models.find(({ id }) => id === 'shared/size')).toMatchObject({ open: false })
    expect(told(settled.findings)).toContain('enum-openness-conflict shared/size a a/shared/Size.md:1:3')
  })

  it('says that no variant is called like the authority', () => {
    const settled = settle(docs, { conflicts: { authority: 'x' }, presence: { authority: 'y' } })
    expect(settled.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['CG703', 'the configuration key "conflicts.authority" is wrong: no variant is called "x"; there are a, b and c'],
      ['CG703', 'the configuration key "presence.authority" is wrong: no variant is called "y"; there are a, b and c'],
    ])
  })
})

describe('overrides', () => {
  const page = tool('int *', { description: 'One.' })
  const docs = abc(page, page, tool('int', { description: 'One.' }))
  const able = { 'shared/Tool': { fields: { id: 'int!', note: 'text?' } } }

  test.each<[string, Policy['overrides'], Partial<Field>, string[]]>([
    ['none', {}, { name: 'id', required: true }, ['required-conflict shared/tool.id c c/shared/Tool.md:10:60']],
    [
      'required',
      { 'Tool.id': { required: false } },
      { required: false },
      [
        'required-conflict shared/tool.id a a/shared/Tool.md:10:60',
        'required-conflict shared/tool.id b b/shared/Tool.md:10:60',
      ],
    ],
    [
      'name',
      { 'Tool.id': { name: '$id' } },
      { name: '$id', wire: 'override', required: true },
      ['required-conflict shared/tool.$id c c/shared/Tool.md:10:60'],
    ],
    [
      'description',
      { 'Tool.id': { description: 'Other.' } },
      { description: 'Other.' },
      ['a', 'b', 'c']
        .map((id) => `description-differs shared/tool.id ${id} ${id}/shared/Tool.md:10:70`)
        .concat('required-conflict shared/tool.id c c/shared/Tool.md:10:60'),
    ],
    [
      'by namespace',
      { 'shared/Tool.id': { name: 'x' } },
      { name: 'x' },
      ['required-conflict shared/tool.x c c/shared/Tool.md:10:60'],
    ],
    [
      'by the id of the model',
      { 'shared/tool.id': { name: 'x' } },
      { name: 'x' },
      ['required-conflict shared/tool.x c c/shared/Tool.md:10:60'],
    ],
  ])('%s', (_, overrides = {}, want, findings) => {
    const settled = settle(docs, { overrides })
    expect(fieldOf(settled, 'shared/tool', want.name ?? 'id')).toMatchObject(want)
    expect(told(settled.findings).sort()).toEqual(findings.sort())
    expect(settled.diagnostics).toEqual([])
  })

  it('nullable', () => {
    const settled = settle(abc(able, able), { overrides: { 'Tool.id': { nullable: true } } })
    expect(fieldOf(settled, 'shared/tool', 'id').type).toEqual({ kind: 'number', integer: true, nullable: true })
    expect(told(settled.findings)).toEqual([
      'nullable-conflict shared/tool.id a a/shared/Tool.md:10:30',
      'nullable-conflict shared/tool.id b b/shared/Tool.md:10:30',
    ])
    expect(explain(settled, 'Tool.id')?.facts.find(({ fact }) => fact === 'nullable')).toMatchObject({
      value: 'true',
      reason: 'override of Tool.id',
    })
  })

  it('nullable, where nobody could tell', () => {
    const settled = settle(abc(tool('int'), tool('int')), { overrides: { 'Tool.id': { nullable: false } } })
    expect([fieldOf(settled, 'shared/tool', 'id').type.nullable, settled.findings]).toEqual([false, []])
  })

  it('drop: neither field nor findings', () => {
    const settled = settle(docs, { overrides: { 'Tool.id': { drop: true } } })
    expect([contents(settled), settled.findings, settled.diagnostics]).toEqual([['shared/tool'], [], []])
  })

  it('explains the field under its new name', () => {
    const settled = settle(docs, { overrides: { 'Tool.id': { name: '$id', required: false } } })
    const facts = explain(settled, 'Tool.$id')?.facts.map(({ fact, value, reason }) => [fact, value, reason])
    expect(facts).toContainEqual(['required', 'false', 'override of Tool.id'])
    expect(facts?.slice(0, 2)).toEqual([
      ['exists', '$id', 'policy union'],
      ['wire', '$id', 'as configured'],
    ])
  })

  it('moves another field out of the way of the name that is given', () => {
    const both = { 'shared/Tool': { fields: { id: 'int', key: 'int' } } }
    expect(contents(settle(abc(both), { overrides: { 'Tool.key': { name: 'id' } } }))).toEqual([
      'shared/tool',
      'shared/tool.id_id',
      'shared/tool.id',
    ])
  })

  test.each([
    ['no such model', { 'Tol.id': { required: true } }, ['overrides["Tol.id"]']],
    ['no such field', { 'Tool.idd': { required: true } }, ['overrides["Tool.idd"]']],
    ['a name that every object has', { 'Tool.constructor': { drop: true } }, ['overrides["Tool.constructor"]']],
    [
      'two entries for one field',
      { 'Tool.id': { required: true }, 'shared/Tool.id': { required: true } },
      ['overrides["Tool.id"]'],
    ],
    ['one of two', { 'Tool.id': { required: true }, 'A.b': {} }, ['overrides["A.b"]']],
  ])('CG706 for %s', (_, overrides, entries) => {
    const { diagnostics } = settle(docs, { overrides })
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(
      entries.map((entry) => `CG706 the configuration entry "${entry}" matches no model or field`),
    )
  })
})

describe('severity', () => {
  const docs = abc(tool('int *'), tool('int *'), tool('int'))
  test.each<[string, Policy['severity'], string[]]>([
    ['by default', {}, ['error']],
    ['off', { 'required-conflict': 'off' }, []],
    ['lowered', { 'required-conflict': 'info' }, ['info']],
    ['of another rule', { 'missing-model': 'off' }, ['error']],
  ])('%s', (_, severity = {}, want) => {
    expect(settle(docs, { severity }).findings.map((finding) => finding.severity)).toEqual(want)
  })

  it('leaves the model as it is', () => {
    expect(settle(docs, { severity: { 'required-conflict': 'off' } }).model).toEqual(settle(docs).model)
  })
})

describe('wire names', () => {
  const camel = { fieldCase: 'camel' } as const
  const pages = (examples: readonly string[] = []): PagesText => ({
    'shared/Tool': { fields: { docUrl: { type: 'any', examples }, createdAt: 'time', id: 'int' } },
  })
  const name = (docs: readonly ReturnType<typeof docsOf>[], policy: Policy = {}): string[] => {
    const { model } = settle(docs, policy)
    const tools = model.models.find(({ id }) => id === 'shared/tool')
    return [
      model.wireCase.style,
      ...(tools?.kind === 'object' ? tools.fields.map((field) => `${field.name} ${field.wire}`) : []),
    ]
  }
  it('tells where a name was seen, and how many places spell it so', () => {
    const settled = settle([
      docsOf('a', pages(['{"docUrl":1,"x":{"docUrl":2}}']), camel),
      docsOf('b', pages(['[{"docUrl":1}]']), camel),
    ])
    const wire = explain(settled, 'Tool.docUrl')?.facts.find(({ fact }) => fact === 'wire')
    expect(wire).toMatchObject({ value: 'docUrl', reason: 'seen in JSON examples; 2 of 2 places spell it so' })
    expect(wire?.witnesses.map(({ variant, said }) => [variant, said])).toEqual([
      ['a', 'docUrl'],
      ['b', 'docUrl'],
    ])
    expect(explain(settled, 'Tool.id')?.facts[1]).toMatchObject({ value: 'id', witnesses: [] })
  })
  const listed = { 'shared/ToolFields': { values: ['createdAt', 'docUrl', 'id'] } }
  const spans = { file: 'a/x.md', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

  it('are guessed in snake case where nothing is seen', () => {
    expect(name([docsOf('a', pages(), camel)])).toEqual([
      'snake',
      'doc_url convention',
      'created_at convention',
      'id convention',
    ])
  })

  it('are seen in JSON examples', () => {
    expect(name([docsOf('a', pages(['{"createdAt": 1, "docUrl": [{"docUrl": 2}], "nobody": 3}']), camel)])).toEqual([
      'camel',
      'docUrl example',
      'createdAt example',
      'id convention',
    ])
  })

  it('are not seen in an example that is no JSON', () => {
    expect(name([docsOf('a', pages(['{createdAt: 1}']), camel)])).toEqual([
      'snake',
      'doc_url convention',
      'created_at convention',
      'id convention',
    ])
  })

  it('are seen in paths', () => {
    const docs = { ...docsOf('a', pages(), camel), pathNames: [{ name: 'docUrl', span: spans }] }
    expect(name([docs])).toEqual(['camel', 'docUrl path', 'createdAt convention', 'id convention'])
  })

  it('are seen in enumerations that list fields', () => {
    expect(name([docsOf('a', { ...pages(), ...listed }, camel)])).toEqual([
      'camel',
      'docUrl value',
      'createdAt value',
      'id value',
    ])
  })

  it('are not seen in an enumeration of one value, nor in one of other things', () => {
    for (const values of [['createdAt'], ['createdAt', 'docUrl', 'red', 'green']]) {
      expect(name([docsOf('a', { ...pages(), 'shared/ToolFields': { values } }, camel)])[0]).toBe('snake')
    }
  })

  it('follow the examples where the evidence is at odds', () => {
    expect(name([docsOf('a', { ...pages(['{"created_at": 1}']), ...listed }, camel)])).toEqual([
      'camel',
      'docUrl value',
      'created_at example',
      'id value',
    ])
  })

  test.each([
    ['snake', ['doc_url', 'created_at', 'id']],
    ['camel', ['docUrl', 'createdAt', 'id']],
    ['pascal', ['DocUrl', 'CreatedAt', 'Id']],
    ['kebab', ['doc-url', 'created-at', 'id']],
  ] as const)('are in %s case where the configuration says so', (wireCase, want) => {
    expect(name([docsOf('a', pages(), camel)], { wireCase })).toEqual([
      wireCase,
      ...want.map((one) => `${one} convention`),
    ])
  })

  it('are the same from any language', () => {
    const pascal = docsOf(
      'b',
      { 'shared/Tool': { fields: { DocURL: 'any', CreatedAt: 'time', ID: 'int' } } },
      { fieldCase: 'pascal' },
    )
    const snake = docsOf('c', { 'shared/Tool': { fields: { doc_url: 'any', created_at: 'time', id: 'int' } } })
    const want = ['snake', 'doc_url convention', 'created_at convention', 'id convention']
    expect([name([pascal]), name([snake]), name([docsOf('a', pages(), camel), pascal, snake])]).toEqual([
      want,
      want,
      want,
    ])
  })
})

describe('fingerprints', () => {
  const prints = (docs: readonly ReturnType<typeof docsOf>[], policy: Policy = {}): string[] =>
    settle(docs, policy).findings.map(({ fingerprint }) => fingerprint)
  const a = tool('int', { description: 'One.' })

  it('stay where lines and files move', () => {
    const moved = { 'shared/TOOL': { fields: { extra: 'int', id: { type: 'text', description: 'One.' } } } }
    const before = prints(abc(a, a, tool('text', { description: 'One.' })))
    const after = prints([
      docsOf('a', { 'shared/Tool': { fields: { extra: 'int', ...a['shared/Tool']?.fields } } }),
      docsOf('b', { 'shared/Tool': { fields: { extra: 'int', ...a['shared/Tool']?.fields } } }),
      docsOf('c', moved),
    ])
    expect(before).toHaveLength(1)
    expect(after).toEqual(before)
  })

  it('differ for every difference', () => {
    const all = [
      tool('text', { description: 'One.' }),
      tool('bool', { description: 'One.' }),
      tool('int *', { description: 'One.' }),
      tool('int', { description: 'Two.' }),
      tool('int', { description: 'Three.' }),
      tool('int'),
      tool('int', { description: 'One.', deprecated: '' }),
    ].flatMap((page) => prints(abc(a, a, page)))
    const marked = tool('int', { description: 'One.', deprecated: '' })
    const others = [...prints(abc(marked, marked, a)), ...prints(abc(a, tool('text', { description: 'One.' }), a))]
    expect(all).toHaveLength(7)
    expect(others).toHaveLength(2)
    expect(new Set([...all, ...others]).size).toBe(9)
  })

  it('do not depend on the other variants', () => {
    expect(prints(abc(a, a, tool('text', { description: 'One.' })))).toEqual(
      prints([docsOf('c', tool('text', { description: 'One.' })), docsOf('x', a), docsOf('y', a), docsOf('z', a)]),
    )
  })
})
