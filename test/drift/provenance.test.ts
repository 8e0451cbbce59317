// Knows how the drift reports tell what the docs are built from.

import { describe, expect, test } from 'vitest'
import { renderComment } from '../../src/drift/comment.js'
import { driftByVariant } from '../../src/drift/groups.js'
import { driftData } from '../../src/drift/json.js'
import { summaryMarkdown, variantMarkdown } from '../../src/drift/markdown.js'
import { noticesOf } from '../../src/drift/notices.js'
import { builtSentence } from '../../src/drift/provenance.js'
import { renderText } from '../../src/drift/text.js'
import type { ApiModel, Provenance } from '../../src/ir/model.js'
import { finding, modelOf, spanAt } from './sample.js'

function recorded(records: { readonly [variant: string]: Provenance }): ApiModel {
  const model = modelOf('alpha', 'delta')
  const variants = model.variants.map((variant) => {
    const provenance = records[variant.id]
    return provenance === undefined ? variant : { ...variant, provenance }
  })
  return { ...model, variants }
}

const delta = {
  checksum: '0123456789abcdef',
  document: '1.0',
  generator: '1.2.3',
  generation: '2.0.0',
  release: '0.1.0',
  edited: ['docs/delta/door.md'],
}
const model = recorded({ delta, alpha: { checksum: 'fedcba9876543210' } })
const words = 'delta is built from another specification than alpha, by an older generator'
const findings = [
  finding({
    rule: 'missing-field',
    field: 'a',
    span: spanAt('docs/delta/parcel.md', 1),
    fingerprint: 'f1',
    likelyCause: { kind: 'specification', words },
  }),
  finding({
    rule: 'missing-field',
    field: 'b',
    model: 'shared/door',
    modelName: 'Door',
    span: spanAt('docs/delta/door.md', 1),
    fingerprint: 'f2',
    likelyCause: { kind: 'edit', words: 'the page was edited by hand after it was generated' },
  }),
]
const [, drift] = driftByVariant(model, findings)

test('in text: at the head of the variant, and where a page was edited', () => {
  expect(renderText(model, findings))
    .toBe(`delta  2 warnings  (generator 1.2.3, specification 01234567, 1 page edited by hand)
  likely cause of 1: ${words}
  shared/door  (page edited by hand)
    docs/delta/door.md:1:1  missing-field  b: a message
  shared/parcel
    docs/delta/parcel.md:1:1  missing-field  a: a message

2 findings in 1 of 2 variants
`)
})

describe('in Markdown', () => {
  test('at the head of the document of a variant', () => {
    expect(drift === undefined ? '' : variantMarkdown(drift)).toContain(`2 findings: 2 warning.

Built from: specification \`01234567\`, version \`1.0\` of the API, generator \`1.2.3\`, release \`0.1.0\`.

Likely cause of 1 of these findings: ${words}.

Edited by hand since the generator wrote them: 1 page.

- \`docs/delta/door.md\`

| Rule |`)
  })

  test('without findings too', () => {
    const [first] = driftByVariant(model, [])
    expect(first === undefined ? '' : variantMarkdown(first)).toMatch(
      /can say\.\n\nBuilt from: specification `fedcba98`\.\n$/,
    )
  })

  test('side by side in the summary', () => {
    expect(summaryMarkdown(driftByVariant(model, findings), (name) => `${name}.md`)).toContain(`
## What the docs are built from

| Variant | Specification | Generator | Release | Pages edited by hand |
| --- | --- | --- | --- | --- |
| \`alpha\` | \`fedcba98\` |  |  |  |
| \`delta\` | \`01234567\` | \`1.2.3\` | \`0.1.0\` | 1 |
`)
  })

  test('the cause in a comment', () => {
    expect(renderComment(model, findings)).toContain(`\n\nLikely cause of 1 of these findings: ${words}.\n\n`)
  })

  test('many edited pages are counted', () => {
    const edited = Array.from({ length: 52 }, (_, index) => `docs/${index}.md`)
    const [, many] = driftByVariant(recorded({ delta: { edited } }), [])
    expect(many === undefined ? '' : variantMarkdown(many)).toMatch(
      /: 52 pages\.\n\n- `docs\/0\.md`\n[^]*\n- `docs\/49\.md`\n- and 2 more\n$/,
    )
  })
})

test('in JSON', () => {
  const data = drift === undefined ? undefined : driftData(drift)
  expect(data?.provenance).toEqual(delta)
  expect(data?.findings.map(({ likelyCause }) => likelyCause?.kind)).toEqual(['edit', 'specification'])
})

test('for the tools of a pipeline', () => {
  expect(noticesOf(model, findings, []).map(({ advice }) => advice[0])).toEqual([
    'Likely cause: the page was edited by hand after it was generated.',
    `Likely cause: ${words}.`,
  ])
})

test('nothing where nothing was recorded', () => {
  const bare = driftByVariant(modelOf('alpha', 'delta'), [])
  expect(summaryMarkdown(bare, (name) => name)).not.toMatch(/built/i)
  expect(bare.map((one) => variantMarkdown(one)).join('')).not.toMatch(/built/i)
})

describe('in a sentence', () => {
  test.each<[string, Parameters<typeof recorded>[0], string | undefined]>([
    ['nothing recorded', {}, undefined],
    ['one specification', { alpha: { checksum: 'aa' }, delta: { checksum: 'aa' } }, undefined],
    ['one of them recorded', { alpha: { checksum: 'aa' } }, undefined],
    [
      'two',
      { alpha: { checksum: 'bb' }, delta: { checksum: 'aa' } },
      'The docs are built from 2 specifications: aa (delta), bb (alpha).',
    ],
  ])('%s', (_, records, wanted) => expect(builtSentence(recorded(records))).toBe(wanted))
})
