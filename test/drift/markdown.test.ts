// Knows what the Markdown of a variant's drift looks like.

import { describe, expect, test } from 'vitest'
import { driftByVariant } from '../../src/drift/groups.js'
import { summaryMarkdown, variantMarkdown } from '../../src/drift/markdown.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { finding, findings, modelOf, says, spanAt } from './sample.js'

const model = modelOf('delta', 'alpha')

function markdownOf(given: readonly Finding[], variant = 'delta'): string {
  const drift = driftByVariant(model, given).find((one) => one.variant === variant)
  return drift === undefined ? '' : variantMarkdown(drift)
}

const wanted = `# Drift of the DELTA docs (\`delta\`)

7 findings: 4 error, 2 warning, 1 info.

| Rule | Findings | Meaning |
| --- | --- | --- |
| \`description-differs\` | 1 | A variant's description is worded otherwise |
| \`missing-field\` | 1 | A variant's page lacks a field that other variants have |
| \`missing-model\` | 1 | A variant has no page for a model that other variants describe |
| \`required-conflict\` | 3 | Variants disagree on whether a field must be given |
| \`type-conflict\` | 1 | Variants give a field types that no value can have at once |

## What these docs lack (2)

Other docs of the API have it, the notation of these docs could say it, and it is not there.

### Models without a page (1)

- \`shared/locker\`: no page describes Locker
  - said by \`alpha\` \`docs/alpha/parcel.md:1\`, \`gamma\` \`docs/gamma/parcel.md:1\`

### Parcel (\`shared/parcel\`)

- \`weight_grams\`: weight\\_grams is missing
  - should be \`*int64*\`
  - belongs in \`docs/delta/parcel.md:7\`
  - said by \`alpha\` \`docs/alpha/parcel.md:12\`

## What these docs say otherwise (4)

These docs state something that cannot be true together with what the model says.

### Variants disagree on whether a field must be given: 3 places

\`required-conflict\`: a need not be given here. These docs say \`:heavy_minus_sign:\`, the model says \`required\`. The same in each of these places:

- \`shared/parcel\` \`a\`: \`docs/delta/parcel.md:20\`; said by \`alpha\` \`docs/alpha/parcel.md:12\`
- \`shared/parcel\` \`b\`: \`docs/delta/parcel.md:21\`; said by \`alpha\` \`docs/alpha/parcel.md:12\`
- \`shared/parcel\` \`c\`: \`docs/delta/parcel.md:22\`; said by \`alpha\` \`docs/alpha/parcel.md:12\`

### Parcel (\`shared/parcel\`)

| Field | Rule | These docs say | The model says | Who says what |
| --- | --- | --- | --- | --- |
| \`size\` | \`type-conflict\` | \`\` \`string\` \`\`<br>at \`docs/delta/parcel.md:9\` | \`int64 \\| null\` | \`alpha\`: \`int \\| None\` at \`docs/alpha/parcel.md:12\`<br>cannot say: \`gamma\` |

## Differences of wording (1)

Descriptions and examples that differ; nothing that a program would notice.

### Parcel (\`shared/parcel\`)

| Field | Rule | These docs say | The model says | Who says what |
| --- | --- | --- | --- | --- |
| (model) | \`description-differs\` | \`A package.\`<br>at \`docs/delta/parcel.md:3\` | \`A parcel.\` | \`alpha\`: \`A parcel.\` at \`docs/alpha/parcel.md:3\` |
`

describe('one variant', () => {
  test('every section', () => {
    expect(markdownOf(findings)).toBe(wanted)
  })

  test('the order of the findings given does not matter', () => {
    expect(markdownOf([...findings].reverse())).toBe(wanted)
  })

  test('no findings', () => {
    expect(markdownOf([], 'alpha')).toBe(
      '# Drift of the ALPHA docs (`alpha`)\n\n' +
        'No findings: these docs agree with the model in everything that they can say.\n',
    )
  })

  test.each<[string, Partial<Finding>, string]>([
    ['nothing said', { witnesses: [] }, '*nothing*'],
    ['undecided', { witnesses: [says('delta', 'x')] }, '*undecided*'],
    [
      'many witnesses are counted',
      { witnesses: Array.from({ length: 10 }, (_, index) => says(`v${index}`, 'x')) },
      'and 2 more',
    ],
    ['names are escaped', { modelName: 'Par*cel*' }, '### Par\\*cel\\*'],
    ['a bar in a name cannot end the cell', { field: 'a|b' }, '| `a\\|b` |'],
  ])('%s', (_, given, part) => {
    expect(markdownOf([finding({ rule: 'type-conflict', field: 'size', ...given })])).toContain(part)
  })

  test('header lines become a comment', () => {
    const [drift] = driftByVariant(modelOf('alpha'), [])
    expect(drift && variantMarkdown(drift, ['Made by x -->', 'do not edit'])).toMatch(
      /^<!--\nMade by x - - \ndo not edit\n-->\n\n# Drift/,
    )
  })
})

describe('causes seen in many places', () => {
  const twice = [1, 2].map((line) =>
    finding({ rule: 'dead-link', field: `f${line}`, message: `f${line} leads nowhere`, span: spanAt('p.md', line) }),
  )
  test.each<[string, readonly Finding[], number]>([
    ['two places are told one by one', twice, 0],
    ['three are told once', [...twice, finding({ rule: 'dead-link', field: 'f3', message: 'f3 leads nowhere' })], 1],
    ['another message is another cause', [...twice, finding({ rule: 'dead-link', field: 'f3', message: 'other' })], 0],
    [
      'another expectation is another cause',
      [...twice, finding({ rule: 'dead-link', field: 'f3', message: 'f3 leads nowhere', expected: 'x' })],
      0,
    ],
    [
      'other words are another cause',
      [
        ...twice,
        finding({ rule: 'dead-link', field: 'f3', message: 'f3 leads nowhere', witnesses: [says('delta', 'y')] }),
      ],
      0,
    ],
    [
      'models may differ',
      [...twice, finding({ rule: 'dead-link', model: 'shared/door', field: 'f3', message: 'f3 leads nowhere' })],
      1,
    ],
  ])('%s', (_, given, count) => {
    expect(markdownOf(given).match(/The same in each of these places/g) ?? []).toHaveLength(count)
  })
})

describe('all variants', () => {
  test('summary', () => {
    const drifts = driftByVariant(model, findings.slice(0, 2))
    expect(summaryMarkdown(drifts, (variant) => `${variant}.md`)).toBe(`# Drift of the docs

2 findings in 1 of 2 variants.

| Docs | Variant | Models | Lacks | Says otherwise | Wording | Dead links |
| --- | --- | --- | --- | --- | --- | --- |
| [ALPHA](alpha.md) | \`alpha\` | 7 | 0 | 0 | 0 | 0 |
| [DELTA](delta.md) | \`delta\` | 7 | 2 | 0 | 0 | 0 |

## By rule

| Rule | Meaning | \`alpha\` | \`delta\` |
| --- | --- | --- | --- |
| \`missing-field\` | A variant's page lacks a field that other variants have | 0 | 1 |
| \`missing-model\` | A variant has no page for a model that other variants describe | 0 | 1 |
`)
  })

  test('summary of how the names on the wire are known', () => {
    const wire = { casing: 'snake case: assumed', names: 'of 2 names 2 guessed' }
    expect(summaryMarkdown([], () => '', { wire })).toContain(`

## Names on the wire

No document states them, so they are concluded.

snake case: assumed; of 2 names 2 guessed.
`)
  })
})
