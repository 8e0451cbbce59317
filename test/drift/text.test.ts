// Knows the plain lines in which findings are told on a terminal.

import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/drift/text.js'
import { finding, findings, modelOf, spanAt, withParts } from './sample.js'

const model = modelOf('delta', 'alpha')

test('per variant and model', () => {
  expect(renderText(model, [...findings.slice(0, 3), finding({ rule: 'missing-model', variant: 'alpha' })])).toBe(
    `alpha  1 warning
  shared/parcel
    (no page)  missing-model  a message

delta  1 error, 2 warnings
  shared/locker
    (no page)  missing-model  no page describes Locker
  shared/parcel
    docs/delta/parcel.md:9:20  type-conflict  size: size is text here
    docs/delta/parcel.md:7:1  missing-field  weight_grams: weight_grams is missing

4 findings in 2 of 2 variants
`,
  )
})

test('no findings', () => {
  expect(renderText(model, [])).toBe('no findings\n')
})

test('control characters and line ends are made harmless', () => {
  const given = finding({
    rule: 'dead-link',
    message: 'one\r\n two \u001b[31mred\u202e',
    model: 'a/\u0007b',
    span: spanAt('d\u001b/x.md', 1),
  })
  expect(renderText(model, [given])).toBe(
    `delta  1 warning\n  a/\\u{7}b\n    d\\u{1b}/x.md:1:1  dead-link  one two \\u{1b}[31mred\\u{202e}\n\n1 finding in 1 of 2 variants\n`,
  )
})

test('paint is told what each piece is', () => {
  const text = renderText(model, findings.slice(2, 3), { paint: (role, piece) => `<${role}:${piece}>` })
  expect(text).toBe(
    `<variant:delta>  1 error
  <model:shared/parcel>
    <place:docs/delta/parcel.md:9:20>  <error:type-conflict>  <message:size: size is text here>

1 finding in 1 of 2 variants
`,
  )
})

describe('one cause in many places', () => {
  const repeated = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      finding({
        rule: 'required-conflict',
        severity: 'error',
        field: `f${index + 1}`,
        message: 'required here, optional in alpha',
        span: spanAt('docs/delta/parcel.md', 10 + index, 5),
        fingerprint: `r${index}`,
      }),
    )

  test.each([
    {
      title: 'two are told one by one',
      count: 2,
      places: undefined,
      expected: [
        '  shared/parcel',
        '    docs/delta/parcel.md:10:5  required-conflict  f1: required here, optional in alpha',
        '    docs/delta/parcel.md:11:5  required-conflict  f2: required here, optional in alpha',
      ],
    },
    {
      title: 'three are told once',
      count: 3,
      places: undefined,
      expected: [
        '  required-conflict  required here, optional in alpha  (3 places)',
        '    docs/delta/parcel.md:10:5  shared/parcel.f1',
        '    docs/delta/parcel.md:11:5  shared/parcel.f2',
        '    docs/delta/parcel.md:12:5  shared/parcel.f3',
      ],
    },
    {
      title: 'places are cut, and counted',
      count: 7,
      places: 2,
      expected: [
        '  required-conflict  required here, optional in alpha  (7 places)',
        '    docs/delta/parcel.md:10:5  shared/parcel.f1',
        '    docs/delta/parcel.md:11:5  shared/parcel.f2',
        '    and 5 more (--verbose lists all)',
      ],
    },
  ])('$title', ({ count, places, expected }) => {
    const text = renderText(model, repeated(count), places === undefined ? {} : { places })
    const last = `${count} findings in 1 of 2 variants`
    expect(text).toBe([`delta  ${count} errors`, ...expected, '', last, ''].join('\n'))
  })

  test('how it looks in the first place is shown once', () => {
    const changes = new Map([
      ['r0', [{ before: 'uno', after: 'due' }]],
      ['r1', [{ before: 'tre', after: 'quattro' }]],
    ])
    const text = renderText(model, repeated(3), { changes })
    expect(text).toContain('uno')
    expect(text).not.toContain('tre')
  })

  test('a lack is one cause only where it is a lack of the same', () => {
    const lack = (field: string, parcel: string) =>
      finding({
        rule: 'missing-field',
        field,
        model: `shared/${parcel}`,
        message: 'the field is missing',
        fingerprint: field + parcel,
      })
    const given = [lack('size', 'a'), lack('size', 'b'), lack('size', 'c'), lack('kind', 'a'), lack('name', 'b')]
    expect(renderText(model, given)).toBe(`delta  5 warnings
  missing-field  size: the field is missing  (3 places)
    (no page)  shared/a.size
    (no page)  shared/b.size
    (no page)  shared/c.size
  shared/a
    (no page)  missing-field  kind: the field is missing
  shared/b
    (no page)  missing-field  name: the field is missing

5 findings in 1 of 2 variants
`)
  })
})

describe('what is missing with a model', () => {
  test.each([
    { count: 1, words: 'missing with it is a model that only it uses: Part1' },
    { count: 2, words: 'missing with it are 2 models that only it uses: Part1 and Part2' },
    { count: 7, words: 'missing with it are 7 models that only it uses: Part1, Part2, Part3, Part4, Part5 and 2 more' },
  ])('$count', ({ count, words }) => {
    expect(renderText(model, [withParts(count)])).toBe(
      `delta  1 warning\n  shared/locker\n    (no page)  missing-model  no page for Locker; ${words}\n\n1 finding in 1 of 2 variants\n`,
    )
  })
})
