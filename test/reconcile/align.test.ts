import { describe, expect, it, test } from 'vitest'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import { docsOf, settle, told, type LanguageText, type PagesText } from '../support/invented.js'

/** Which pages became one model: `id: variant Name, …`, in the order of ids. */
function groups(docs: readonly VariantDocs[]): string[] {
  return settle(docs).model.models.map(
    ({ id, sources }) =>
      `${id}: ${sources.map(({ variant, file }) => `${variant} ${file.split('/').slice(1).join('/').replace('.md', '')}`).join(', ')}`,
  )
}

function cat(extra = 'tail'): PagesText[string] {
  return { fields: { claws: 'int', [extra]: 'int' } }
}

const slots = {
  day: { fields: { hour: 'int', minute: 'int' } },
  place: { fields: { shelf: 'text', rack: 'text' } },
} as const

interface Case {
  readonly title: string
  readonly docs: { readonly [variant: string]: PagesText }
  readonly languages?: { readonly [variant: string]: LanguageText }
  readonly groups: readonly string[]
}

const cases: readonly Case[] = [
  {
    title: 'the same name in the same namespace',
    docs: { a: { 'shared/Cat': cat() }, b: { 'shared/CAT': cat() } },
    groups: ['shared/cat: a shared/Cat, b shared/CAT'],
  },
  {
    title: 'the same name in two namespaces stays two',
    docs: { a: { 'shared/Cat': cat(), 'errors/Cat': { fields: { code: 'int' } } }, b: { 'shared/Cat': cat() } },
    groups: ['errors/cat: a errors/Cat', 'shared/cat: a shared/Cat, b shared/Cat'],
  },
  {
    title: 'flat docs join the namespace of the others',
    docs: { a: { 'errors/Cat': cat() }, b: { Cat: cat() }, c: { Dog: cat() } },
    groups: ['errors/cat: a errors/Cat, b Cat', 'shared/dog: c Dog'],
  },
  {
    title: 'flat docs join the model they are like, of two of the name',
    docs: {
      a: { 'errors/Fault': { fields: { code: 'int', message: 'text' } }, 'shared/Fault': cat() },
      b: { Fault: { fields: { code: 'int', message: 'text' } } },
    },
    groups: ['errors/fault: a errors/Fault, b Fault', 'shared/fault: a shared/Fault'],
  },
  {
    title: 'docs that are all flat are shared',
    docs: { a: { Cat: cat() }, b: { Cat: cat() } },
    groups: ['shared/cat: a Cat, b Cat'],
  },
  {
    title: 'a name with the ending that a language adds to reserved ones',
    docs: { a: { 'errors/FileT': cat() }, b: { 'errors/File': cat() } },
    languages: { a: { modelAliases: (name) => (name.endsWith('T') ? [name.slice(0, -1)] : []) } },
    groups: ['errors/file: a errors/FileT, b errors/File'],
  },
  {
    title: 'no ending is cut where the variant has both',
    docs: { a: { 'errors/FileT': cat(), 'errors/File': cat('paws') }, b: { 'errors/File': cat('paws') } },
    languages: { a: { modelAliases: (name) => (name.endsWith('T') ? [name.slice(0, -1)] : []) } },
    groups: ['errors/file: a errors/File, b errors/File', 'errors/file-t: a errors/FileT'],
  },
  {
    title: 'a renamed inline schema, by the field that holds it',
    docs: {
      a: { 'shared/Box': { fields: { unit: '@Unit' } }, 'shared/Unit': cat() },
      b: { 'shared/Box': { fields: { unit: '@BoxMeasure' } }, 'shared/BoxMeasure': cat() },
    },
    groups: ['shared/box: a shared/Box, b shared/Box', 'shared/box-measure: b shared/BoxMeasure, a shared/Unit'],
  },
  {
    title: 'a renamed model of a renamed model',
    docs: {
      a: {
        'shared/Box': { fields: { one: '[@One]' } },
        'shared/One': { fields: { x: 'int', two: '{@Two}' } },
        'shared/Two': cat(),
      },
      b: {
        'shared/Box': { fields: { one: '[@BoxOne]' } },
        'shared/BoxOne': { fields: { x: 'int', two: '{@BoxTwo}' } },
        'shared/BoxTwo': cat(),
      },
    },
    groups: [
      'shared/box: a shared/Box, b shared/Box',
      'shared/box-one: b shared/BoxOne, a shared/One',
      'shared/box-two: b shared/BoxTwo, a shared/Two',
    ],
  },
  {
    title: 'numbered names that are numbered differently',
    docs: {
      a: {
        'shared/Box': { fields: { day: '@Slot', place: '@Slot1' } },
        'shared/Slot': slots.day,
        'shared/Slot1': slots.place,
      },
      b: {
        'shared/Box': { fields: { day: '@Slot1', place: '@Slot2' } },
        'shared/Slot1': slots.day,
        'shared/Slot2': slots.place,
      },
    },
    groups: [
      'shared/box: a shared/Box, b shared/Box',
      'shared/slot: a shared/Slot, b shared/Slot1',
      'shared/slot1: a shared/Slot1, b shared/Slot2',
    ],
  },
  {
    title: 'numbered names swapped, with the same content',
    docs: {
      a: {
        'shared/Box': { fields: { day: '@Slot', place: '@Slot1' } },
        'shared/Slot': slots.day,
        'shared/Slot1': slots.day,
      },
      b: {
        'shared/Box': { fields: { day: '@Slot1', place: '@Slot2' } },
        'shared/Slot1': slots.day,
        'shared/Slot2': slots.day,
      },
    },
    groups: [
      'shared/box: a shared/Box, b shared/Box',
      'shared/slot: a shared/Slot, b shared/Slot1',
      'shared/slot1: a shared/Slot1, b shared/Slot2',
    ],
  },
  {
    title: 'a field retyped from one model to another joins neither',
    docs: {
      a: {
        'shared/Box': { fields: { main: '@Cat', other: '@Dog' } },
        'shared/Cat': cat('paws'),
        'shared/Dog': { fields: { bark: 'text', tail: 'int' } },
      },
      b: {
        'shared/Box': { fields: { main: '@Dog', other: '@Dog' } },
        'shared/Cat': cat('paws'),
        'shared/Dog': { fields: { bark: 'text', tail: 'int' } },
      },
    },
    groups: [
      'shared/box: a shared/Box, b shared/Box',
      'shared/cat: a shared/Cat, b shared/Cat',
      'shared/dog: a shared/Dog, b shared/Dog',
    ],
  },
  {
    title: 'models of another content in one place are not joined',
    docs: {
      a: { 'shared/Box': { fields: { main: '@Cat' } }, 'shared/Cat': cat() },
      b: { 'shared/Box': { fields: { main: '@Lorry' } }, 'shared/Lorry': { fields: { wheels: 'int', load: 'int' } } },
    },
    groups: ['shared/box: a shared/Box, b shared/Box', 'shared/cat: a shared/Cat', 'shared/lorry: b shared/Lorry'],
  },
]

describe('pages become one model', () => {
  test.each(cases)('$title', ({ docs, languages = {}, groups: want }) => {
    const variants = Object.entries(docs).map(([id, pages]) => docsOf(id, pages, languages[id]))
    expect(groups(variants).map(sorted)).toEqual(want.map(sorted))
    expect(groups(variants.toReversed())).toEqual(groups(variants))
  })
})

describe('what aligning changes in the findings', () => {
  it('says nothing of a model that is only called otherwise', () => {
    const a = docsOf('a', { 'shared/Box': { fields: { unit: '@Unit' } }, 'shared/Unit': cat() })
    const b = docsOf('b', { 'shared/Box': { fields: { unit: '@BoxUnit' } }, 'shared/BoxUnit': cat() })
    expect(settle([a, b]).findings).toEqual([])
  })

  it('says that a field was retyped, and where', () => {
    const dog: PagesText = { 'shared/Cat': cat('paws'), 'shared/Dog': { fields: { bark: 'text', tail: 'int' } } }
    const a = docsOf('a', { ...dog, 'shared/Box': { fields: { main: '@Cat' } } })
    const b = docsOf('b', { ...dog, 'shared/Box': { fields: { main: '@Cat' } } })
    const c = docsOf('c', { ...dog, 'shared/Box': { fields: { main: '@Dog' } } })
    expect(told(settle([a, b, c]).findings)).toEqual(['type-conflict shared/box.main c c/shared/Box.md:10:30'])
  })

  it('reports a second page of a name, and uses the first', () => {
    const { model, diagnostics } = settle([docsOf('a', { 'shared/Cat': cat(), 'shared/CAT': cat('paws') })])
    expect(diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toEqual(['CG401 a/shared/Cat.md'])
    expect(model.models.map(({ id }) => id)).toEqual(['shared/cat'])
  })

  it('uses the same of two pages of a name in whichever order they are given', () => {
    const pages = {
      'shared/Cat': cat(),
      'shared/CAT': cat('paws'),
      'shared/Box': { fields: { main: '@Cat', other: '@CAT', third: '@cat' } },
    }
    const docs = docsOf('a', pages)
    const other = { ...docs, projections: docs.projections.toReversed() }
    const outcome = ({ model, findings, diagnostics, details }: ReturnType<typeof settle>): object => ({
      model,
      findings,
      diagnostics,
      pages: [...details.values()].map(({ cluster }) => [...cluster.nodes.values()].map(({ page }) => page.file)),
    })
    expect(outcome(settle([other]))).toEqual(outcome(settle([docs])))
    const { model, findings } = settle([docs])
    expect(findings).toEqual([])
    expect(model.models.map(({ id, role }) => `${id} ${role}`)).toEqual(['shared/box data', 'shared/cat data'])
    const [box] = model.models
    const types = box?.kind === 'object' ? box.fields.map(({ type }) => type.kind === 'ref' && type.name) : []
    expect(types).toEqual(['shared/cat', 'shared/cat', 'shared/cat'])
  })
})

function sorted(line: string): string {
  const [id = '', pages = ''] = line.split(': ')
  return `${id}: ${pages.split(', ').sort().join(', ')}`
}
