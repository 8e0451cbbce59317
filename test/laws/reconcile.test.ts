import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiModel, Field } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'
import { explain } from '../../src/reconcile/explain.js'
import type { ExplainedFact } from '../../src/reconcile/explanation.js'
import type { Reconciled } from '../../src/reconcile/reconcile.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import { sliceSpan } from '../../src/text/span.js'
import { docsOf, settle, type PagesText, type PageText } from '../support/invented.js'
import { fixturePages, recoverPages, type Pages } from '../support/recovered.js'

/** Words that say all there is to say, each with what a language may make of it that cannot say as much. */
const notations: { readonly [truth: string]: readonly string[] } = {
  text: ['text', 'none'],
  'text?': ['text?', 'text', 'none'],
  int64: ['int64', 'int', 'number'],
  num: ['num', 'number'],
  time: ['time', 'when'],
  date: ['date', 'when'],
  bool: ['bool', 'bool'],
  '"on"': ['"on"', 'text~literal', '@shared/Only', 'text~literal,enum,bytes'],
  bytes: ['bytes', 'text~bytes', 'any~bytes'],
  '@shared/Size': ['@shared/Size', 'text~enum', 'text~literal,enum'],
  '@shared/Pet': ['@shared/Pet', 'any~union', '@shared/Cat|@shared/Dog'],
  '@shared/Cat': ['@shared/Cat'],
  '[@shared/Cat]': ['[@shared/Cat]', 'coll'],
  '[text?]': ['[text?]', '[text]', 'coll'],
  '{int64}': ['{int64}', '{number}', '{int}', 'coll'],
  '[{time}]': ['[{time}]', '[{when}]', '[coll]'],
}
const truths = Object.keys(notations)
const names = ['ident', 'owner', 'sizes', 'note', 'state'] as const
const common: PagesText = {
  'shared/Size': { values: ['s', 'm'] },
  'shared/Only': { values: ['on'] },
  'shared/Cat': { fields: { claws: 'int' } },
  'shared/Dog': { fields: { tail: 'int' } },
  'shared/Pet': { members: ['@Cat', '@Dog'] },
}

interface Api {
  readonly objects: readonly { readonly [field: string]: string }[]
}

const apis: fc.Arbitrary<Api> = fc.record({
  objects: fc.array(fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...truths), { minKeys: 1 }), {
    minLength: 1,
    maxLength: 3,
  }),
})

/** What a variant makes of the API: for each field, how much it says, and whether it lacks it. */
const lossy = fc.array(fc.record({ word: fc.nat(9), gone: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0) }), {
  minLength: 15,
  maxLength: 15,
})

function pagesOf(api: Api, losses: readonly { readonly word: number; readonly gone: boolean }[] = []): PagesText {
  let index = 0
  const objects = api.objects.map((truth, number): [string, PageText] => {
    const fields = Object.entries(truth).flatMap(([name, type]) => {
      const loss = losses[index++]
      const words = notations[type] ?? [type]
      return loss?.gone === true ? [] : [[name, `${words[(loss?.word ?? 0) % words.length]} *`]]
    })
    return [`operations/Thing${number}`, { fields: Object.fromEntries(fields) }]
  })
  return { ...common, ...Object.fromEntries(objects) }
}

/** Three variants of an API, none of which says otherwise than it is. */
const projected: fc.Arbitrary<{ api: Api; docs: VariantDocs[] }> = fc
  .tuple(apis, lossy, lossy, lossy)
  .map(([api, ...losses]) => ({
    api,
    docs: losses.map((loss, index) => docsOf('abc'.charAt(index), pagesOf(api, loss))),
  }))

/** Three variants that contradict each other in anything. */
const contradicting: fc.Arbitrary<VariantDocs[]> = fc
  .array(fc.tuple(apis, lossy), { minLength: 3, maxLength: 3 })
  .map((all) => all.map(([api, loss], index) => docsOf('abc'.charAt(index), pagesOf(api, loss))))

function results({ model, findings, diagnostics }: Pick<Reconciled, 'model' | 'findings' | 'diagnostics'>): object {
  return { model, findings, diagnostics }
}

describe('generated APIs', () => {
  it('come out the same for any order of variants and pages', () => {
    const shuffled = contradicting.chain((docs) =>
      fc.tuple(
        fc.constant(docs),
        fc
          .shuffledSubarray(docs, { minLength: 3 })
          .chain((order) =>
            fc.tuple(
              ...order.map((one) =>
                fc
                  .shuffledSubarray([...one.projections], { minLength: one.projections.length })
                  .map((projections) => ({ ...one, projections })),
              ),
            ),
          ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([docs, other]) => {
        expect(results(settle(other))).toEqual(results(settle(docs)))
      }),
    )
  })

  it('give no findings where all variants say the same', () => {
    fc.assert(
      fc.property(apis, lossy, (api, loss) => {
        const { findings } = settle(['a', 'b', 'c'].map((id) => docsOf(id, pagesOf(api, loss))))
        expect(findings).toEqual([])
      }),
    )
  })

  it('give no conflict where each variant only says less', () => {
    fc.assert(
      fc.property(projected, ({ docs }) => {
        const rules = settle(docs).findings.map(({ rule }) => rule)
        expect(rules.filter((rule) => rule !== 'missing-field')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('are recovered whole where one variant says all', () => {
    fc.assert(
      fc.property(projected, ({ api, docs }) => {
        const whole = docsOf('d', pagesOf(api))
        expect(shapes(settle([...docs, whole]).model)).toEqual(shapes(settle([whole]).model))
      }),
    )
  })

  it('are never more specific in fewer variants', () => {
    fc.assert(
      fc.property(projected, fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }), ({ docs }, chosen) => {
        const some = docs.filter((_, index) => chosen.includes(index))
        expect(tooSpecific(settle(some).model, settle(docs).model)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('are explained: every model, every field', () => {
    fc.assert(
      fc.property(contradicting, (docs) => {
        const settled = settle(docs)
        for (const query of queries(settled.model))
          expect([query, explain(settled, query)?.facts.length ?? 0]).not.toEqual([query, 0])
      }),
    )
  })
})

describe('quickstart', async () => {
  const pages = fixturePages('quickstart/docs')
  const languages = [...new Set(Object.keys(pages).map((path) => path.split('/')[0] ?? ''))]
  const whole = await recoverPages(pages)

  it('comes out the same for any order of folders and lists', async () => {
    const orders = [languages.toReversed(), ['php', 'go', 'ruby', 'csharp', 'typescript', 'java', 'python']]
    for (const sources of orders) {
      for (const reversed of [true, false]) {
        const other = await recoverPages(pages, { sources, host: { reversed } })
        expect({ model: other.model, findings: other.findings, diagnostics: other.diagnostics }).toEqual({
          model: whole.model,
          findings: whole.findings,
          diagnostics: whole.diagnostics,
        })
      }
    }
  })

  it('is never more specific in fewer languages', async () => {
    for (const left of languages) {
      const some = await recoverPages(pages, { sources: languages.filter((language) => language !== left) })
      expect([left, tooSpecific(some.model, whole.model)]).toEqual([left, []])
      const alone = await recoverPages(pages, { sources: [left] })
      expect([left, tooSpecific(alone.model, whole.model)]).toEqual([left, []])
      expect([left, alone.findings]).toEqual([left, []])
    }
  })

  it('is explained with witnesses that stand where they are said to', () => {
    const all = queries(whole.model).map((query) => ({ query, explanation: whole.explain(query) }))
    expect(all.filter(({ explanation }) => explanation === undefined)).toEqual([])
    for (const { query, explanation } of all)
      for (const fact of explanation?.facts ?? []) expect([query, misplaced(fact, pages)]).toEqual([query, []])
  })

  it('is found by any spelling', () => {
    const want = whole.explain('shared/parcel.tracking_code')
    expect(want?.facts.find(({ fact }) => fact === 'required')?.witnesses).toHaveLength(7)
    for (const query of ['Parcel.trackingCode', 'parcel.TrackingCode', 'shared/Parcel.tracking_code'])
      expect(whole.explain(query)).toEqual(want)
    for (const query of ['', '.', 'Parcel.', 'Nobody', 'Parcel.nobody', 'ParcelStatus.expired'])
      expect([query, whole.explain(query)]).toEqual([query, undefined])
  })
})

function queries(model: ApiModel): string[] {
  return model.models.flatMap((one) => [
    one.id,
    ...(one.kind === 'object' ? one.fields.map(({ name }) => `${one.id}.${name}`) : []),
  ])
}

/** Witnesses whose words do not stand at their place. */
function misplaced({ fact, witnesses }: ExplainedFact, pages: Pages): object[] {
  if (fact === 'open') return []
  return witnesses.flatMap(({ said, span }) => {
    const text = sliceSpan(pages[span.file] ?? '', span)
    // A name on the wire is told by the example, or the sample, that holds it.
    if (fact === 'wire' && text.includes(said)) return []
    const same = text === said || text.replace(/[`~]/g, '') === said.replace(/ \(\w+\)$/, '')
    return same && text !== '' ? [] : [{ said, text, span }]
  })
}

function fieldsOf(model: ApiModel): Map<string, Field> {
  return new Map(
    model.models.flatMap((one) =>
      one.kind === 'object' ? one.fields.map((field) => [`${one.id}.${field.name}`, field] as const) : [],
    ),
  )
}

function shapes(model: ApiModel): object[] {
  return [...fieldsOf(model)]
    .map(([name, { type, required }]) => ({ name, type, required }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Fields of which the first model says more than the second, though the second has no dispute about them. */
function tooSpecific(some: ApiModel, whole: ApiModel): string[] {
  const all = fieldsOf(whole)
  return [...fieldsOf(some)].flatMap(([name, field]) => {
    const other = all.get(name)
    if (other === undefined || other.disputes.some(({ fact }) => fact === 'type' || fact === 'nullable')) return []
    return allows(field.type, other.type)
      ? []
      : [`${name}: ${JSON.stringify(field.type)} > ${JSON.stringify(other.type)}`]
  })
}

/** Whether whatever the first type says is said by the second too. */
function allows(less: Type, more: Type): boolean {
  const known = less.nullable === 'unknown' || less.nullable === more.nullable
  if (less.kind === 'unknown' || less.kind === 'any') return less.kind === 'any' || known
  if (!known) return false
  if (less.kind === 'string') return ['string', 'literal', 'ref', 'bytes'].includes(more.kind)
  if (less.kind === 'ref' && more.kind === 'ref') return less.name === more.name
  if (less.kind === 'ref' || (less.kind === 'union' && more.kind === 'ref'))
    return more.kind === 'literal' || more.kind === 'union' || more.kind === 'ref' || more.kind === 'map'
  if (less.kind === 'array') return more.kind === 'array' && allows(less.items, more.items)
  if (less.kind === 'map') return more.kind === 'map' && allows(less.values, more.values)
  if (less.kind === 'number')
    return (
      more.kind === 'number' &&
      (less.integer === 'unknown' || less.integer === more.integer) &&
      (less.format === undefined || less.format === more.format)
    )
  if (less.kind === 'date') return more.kind === 'date' && (less.time === 'unknown' || less.time === more.time)
  if (less.kind === 'literal') return more.kind === 'literal' && less.value === more.value
  if (less.kind === 'union')
    return (
      more.kind === 'union' &&
      less.members.length === more.members.length &&
      less.members.every((member) => more.members.some((other) => allows(member, other)))
    )
  return less.kind === more.kind
}
