// Knows that all findings fit into one comment, and that what is cut is said.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderComment } from '../../src/drift/comment.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { problem } from '../../src/diagnostics/diagnostic.js'
import { diagnostics, finding, findings, modelOf, spanAt } from './sample.js'

const stale = problem('CG610', { count: 1, files: 'generated/a_<b>.ts' }, { span: spanAt('generated/a.ts', 1) })

const model = modelOf('delta', 'alpha')

/** As many findings of a variant as asked for, no two of one cause, every tenth an error. */
function many(variant: string, count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({
      rule: index % 10 === 0 ? 'type-conflict' : 'description-differs',
      severity: index % 10 === 0 ? 'error' : 'info',
      variant,
      model: `shared/model-${index}`,
      modelName: `Model${index}`,
      message: `difference ${'x'.repeat(index % 7)} of ${index}`,
      expected: `text ${index}`,
      span: spanAt(`docs/${variant}/model-${index}.md`, 3),
      fingerprint: `${index}`,
    }),
  )
}

function count(text: string, part: RegExp): number {
  return text.match(part)?.length ?? 0
}

describe('a comment with room for all', () => {
  const text = renderComment(model, findings)

  test('begins with the summary', () => {
    expect(text.split('\n\n').slice(0, 5)).toEqual([
      '# Drift of the docs',
      '7 findings in 1 of 2 variants.',
      '| Docs | Variant | Models | Lacks | Says otherwise | Wording | Dead links |\n' +
        '| --- | --- | --- | --- | --- | --- | --- |\n' +
        '| ALPHA | `alpha` | 7 | 0 | 0 | 0 | 0 |\n' +
        '| DELTA | `delta` | 7 | 2 | 4 | 1 | 0 |',
      '<details>\n<summary>DELTA (<code>delta</code>): 7 findings: 4 error, 2 warning, 1 info</summary>',
      '### What these docs lack (2)',
    ])
  })

  test('folds each variant, and names those without findings last', () => {
    expect(text.endsWith('\n\n</details>\n\nWithout findings: `alpha`.\n')).toBe(true)
    expect(text).toContain('\n#### Models without a page (1)\n')
    expect(text).not.toMatch(/[Cc]ut|Told here/)
  })

  test('nothing to tell', () => {
    expect(renderComment(modelOf('alpha'), [])).toBe(
      '# Drift of the docs\n\nNo findings in 1 variant: the docs agree in everything that they can say.\n\n' +
        '| Docs | Variant | Models | Lacks | Says otherwise | Wording | Dead links |\n' +
        '| --- | --- | --- | --- | --- | --- | --- |\n' +
        '| ALPHA | `alpha` | 7 | 0 | 0 | 0 | 0 |\n\n' +
        'Without findings: `alpha`.\n',
    )
  })

  test('names cannot leave the summary line', () => {
    const odd = '</summary>\n\n@team [x](y)'
    const { variants } = modelOf('delta')
    const named = { ...model, variants: variants.map((variant) => ({ ...variant, label: odd })) }
    expect(renderComment(named, findings)).toContain(
      '<summary>&#60;&#47;summary&#62;  &#64;<!-- -->team &#91;x&#93;&#40;y&#41; (<code>delta</code>): ',
    )
  })
})

describe('a comment without room for all', () => {
  const both = [...many('alpha', 900), ...many('delta', 3)]

  test('is cut to 65,000 characters and says what is left out', () => {
    const text = renderComment(model, both)
    expect(text.length).toBeLessThanOrEqual(65_000)
    expect(text.length).toBeGreaterThan(60_000)
    const [, told = ''] = /Told here: (\d+) of 900 \(left out: \d+ info\)\./.exec(text) ?? []
    expect(Number(told)).toBeGreaterThan(100)
    expect(text).toContain(
      `Cut to fit into a comment: ${Number(told) + 3} of 903 findings are told below, the worst first.`,
    )
    expect(count(text, /`type-conflict`/g)).toBe(91)
    expect(count(text, /`(type-conflict|description-differs)` \|/g)).toBe(Number(told) + 3)
  })

  test('a small variant is told whole beside a large one', () => {
    expect(renderComment(model, both)).toContain(
      'DELTA (<code>delta</code>): 3 findings: 1 error, 2 info</summary>\n\n###',
    )
  })

  test('says so where not even the table fits', () => {
    const names = Array.from({ length: 40 }, (_, index) => `variant-${index}`)
    expect(renderComment(modelOf(...names), many('variant-1', 2), { most: 1500 })).toBe(
      '# Drift of the docs\n\n2 findings in 1 of 40 variants.\n\n' +
        'Cut to fit into a comment: no finding is told, and no table of the variants.\n',
    )
  })

  test('is never longer than asked for, whole and in balance', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 200, max: 20_000 }), (first, second, most) => {
        const text = renderComment(model, [...many('alpha', first), ...many('delta', second)], { most })
        expect(text.length).toBeLessThanOrEqual(most)
        expect(count(text, /^<details>$/gm)).toBe(count(text, /^<\/details>$/gm))
        const shown = count(text, /`(type-conflict|description-differs)` \|/g)
        if (shown < first + second) expect(text).toMatch(/Cut to fit into a comment/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('faults of the input', () => {
  test('are told first, worst first, as text, and counted from the eleventh on', () => {
    const lines = renderComment(model, findings, {
      diagnostics: [...diagnostics, stale, ...Array(9).fill(stale)],
    }).split('\n')
    expect(lines[3]).toMatch(/^- \*\*error\*\* CG106 `docs\/delta\/a b\.md:4`: /)
    expect(lines[4]).toBe(
      '- **error** CG610 `generated/a.ts:1`: 1 generated file is not up to date: generated/a\\_\\<b\\>.ts. ' +
        'Run `codegen run`, review what it wrote, and commit it.',
    )
    expect(lines[12]).toBe(`- and ${diagnostics.length} more`)
    expect(lines[14]).toBe('7 findings in 1 of 2 variants.')
  })
})
