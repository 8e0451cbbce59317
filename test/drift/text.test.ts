// Knows the plain lines in which findings are told on a terminal.

import { expect, test } from 'vitest'
import { renderText } from '../../src/drift/text.js'
import { finding, findings, modelOf, spanAt } from './sample.js'

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
