// Knows when a missing model is told with the finding that it is part of, and when by itself.

import { describe, expect, it } from 'vitest'
import type { Options } from '../../src/config/options.js'
import { dominated } from '../../src/reconcile/dominated.js'
import { docsOf, settle, type PagesText } from '../support/invented.js'

const either: PagesText = { 'shared/Keep': { fields: { id: 'text' } } }
const size: PagesText = { 'shared/Size': { values: ['s', 'm'] } }
const colour: PagesText = { 'shared/Colour': { values: ['red', 'blue'] } }
const box = (type = '@Size'): PagesText => ({ 'shared/Box': { fields: { id: 'text', size: type } } })

interface Case {
  readonly title: string
  readonly whole: PagesText
  /** What the third variant has. */
  readonly less: PagesText
  readonly severity?: Options['severity']
  /** Findings with their parts. */
  readonly findings: readonly string[]
}

const cases: readonly Case[] = [
  {
    title: 'an enumeration that only a missing model uses',
    whole: { ...either, ...box(), ...size },
    less: either,
    findings: ['missing-model shared/box + shared/size'],
  },
  {
    title: 'what is used by what is used by it',
    whole: { ...either, ...box(), 'shared/Size': { fields: { colour: '[@Colour]' } }, ...colour },
    less: either,
    findings: ['missing-model shared/box + shared/colour, shared/size'],
  },
  {
    title: 'a model used by two missing ones stands by itself',
    whole: { ...either, ...box(), 'shared/Crate': { fields: { size: '@Size' } }, ...size },
    less: either,
    findings: ['missing-model shared/box', 'missing-model shared/crate', 'missing-model shared/size'],
  },
  {
    title: 'a model used by two, both of them used by one, belongs to that one',
    whole: {
      ...either,
      'shared/Lid': { fields: { size: '@Size' } },
      'shared/Base': { fields: { size: '@Size' } },
      'shared/Box': { fields: { lid: '@Lid', base: '@Base' } },
      ...size,
    },
    less: either,
    findings: ['missing-model shared/box + shared/base, shared/lid, shared/size'],
  },
  {
    title: 'a model that is there uses it as well',
    whole: { ...either, ...box(), ...size, 'shared/Keep': { fields: { id: 'text', size: '@Size' } } },
    less: { 'shared/Keep': { fields: { id: 'text', size: '@Size' } } },
    findings: ['missing-model shared/box', 'missing-model shared/size'],
  },
  {
    title: 'nothing uses it',
    whole: { ...either, ...box('text'), ...size },
    less: either,
    findings: ['missing-model shared/box', 'missing-model shared/size'],
  },
  {
    title: 'models that use each other only stand by themselves',
    whole: { ...either, 'shared/Egg': { fields: { hen: '@Hen' } }, 'shared/Hen': { fields: { egg: '@Egg' } } },
    less: either,
    findings: ['missing-model shared/egg', 'missing-model shared/hen'],
  },
  {
    title: 'models that use each other, and that one uses',
    whole: {
      ...either,
      'shared/Egg': { fields: { hen: '@Hen' } },
      'shared/Farm': { fields: { hen: '@Hen', egg: '@Egg' } },
      'shared/Hen': { fields: { egg: '@Egg', self: '@Hen' } },
    },
    less: either,
    findings: ['missing-model shared/farm + shared/egg, shared/hen'],
  },
  {
    title: 'the model of a missing field',
    whole: { 'shared/Box': { fields: { id: 'text', size: '[@Size]' } }, ...size },
    less: { 'shared/Box': { fields: { id: 'text' } } },
    findings: ['missing-field shared/box.size + shared/size'],
  },
  {
    title: 'the model of two missing fields',
    whole: { 'shared/Box': { fields: { id: 'text', size: '@Size', other: '@Size' } }, ...size },
    less: { 'shared/Box': { fields: { id: 'text' } } },
    findings: ['missing-field shared/box.other', 'missing-field shared/box.size', 'missing-model shared/size'],
  },
  {
    title: 'the model of a missing member, and its own',
    whole: {
      'shared/Cat': { fields: { claws: 'int' } },
      'shared/Dog': { fields: { tail: 'int' } },
      'shared/Eel': { fields: { size: '@Size' } },
      'shared/Pet': { members: ['@Cat', '@Dog', '@Eel'] },
      ...size,
    },
    less: {
      'shared/Cat': { fields: { claws: 'int' } },
      'shared/Dog': { fields: { tail: 'int' } },
      'shared/Pet': { members: ['@Cat', '@Dog'] },
    },
    findings: ['missing-union-member shared/pet.shared/eel + shared/eel, shared/size'],
  },
  {
    title: 'the rule of the field is switched off',
    whole: { 'shared/Box': { fields: { id: 'text', size: '@Size' } }, ...size },
    less: { 'shared/Box': { fields: { id: 'text' } } },
    severity: { 'missing-field': 'off' },
    findings: ['missing-model shared/size'],
  },
  {
    title: 'what is worse is not hidden behind what is not as bad',
    whole: { 'shared/Box': { fields: { id: 'text', size: '@Size' } }, ...size },
    less: { 'shared/Box': { fields: { id: 'text' } } },
    severity: { 'missing-field': 'info' },
    findings: ['missing-field shared/box.size', 'missing-model shared/size'],
  },
]

describe('parts', () => {
  it.each(cases)('$title', ({ whole, less, severity, findings }) => {
    const docs = [docsOf('a', whole), docsOf('b', whole), docsOf('c', less)]
    const told = settle(docs, { severity: severity ?? {} }).findings.map(({ rule, model, field, parts = [] }) => {
      const head = `${rule} ${field === undefined ? model : `${model}.${field}`}`
      return parts.length === 0 ? head : `${head} + ${parts.map((part) => part.model).join(', ')}`
    })
    expect(told).toEqual(findings)
  })

  it('a page of an operation links to it', () => {
    const whole = { ...either, ...box(), ...size }
    const docs = [docsOf('a', whole, { linked: ['shared/Size'] }), docsOf('b', whole), docsOf('c', either)]
    expect(settle(docs).findings.map(({ model, parts }) => [model, parts])).toEqual([
      ['shared/box', undefined],
      ['shared/size', undefined],
    ])
  })
})

interface Node {
  readonly name: string
}

describe('dominated', () => {
  const node = (name: string): Node => ({ name })
  const from = (...nodes: readonly (Node | undefined)[]): ReadonlySet<Node | undefined> => new Set(nodes)
  const [a, b, c, d] = [node('a'), node('b'), node('c'), node('d')]
  const rows: readonly [string, ReadonlyMap<Node, ReadonlySet<Node | undefined>>, readonly string[]][] = [
    ['none', new Map(), []],
    [
      'a circle behind one',
      new Map([
        [a, from(undefined)],
        [b, from(a, c)],
        [c, from(b, a)],
      ]),
      ['b<a', 'c<a'],
    ],
    [
      'a circle with two entrances',
      new Map([
        [a, from(undefined, b)],
        [b, from(undefined, a)],
        [c, from(b, a)],
      ]),
      [],
    ],
    [
      'a circle that the start does not reach',
      new Map([
        [a, from(b)],
        [b, from(a)],
        [c, from(b)],
      ]),
      [],
    ],
    [
      'a chain behind two',
      new Map([
        [a, from(undefined)],
        [b, from(undefined)],
        [c, from(a, b)],
        [d, from(c)],
      ]),
      ['d<c'],
    ],
  ]
  it.each(rows)('%s', (_, graph, expected) => {
    expect([...dominated(graph)].map(([below, above]) => `${below.name}<${above.name}`).sort()).toEqual(expected)
  })
})
