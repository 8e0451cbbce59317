import { expect, test } from 'vitest'
import { explainName } from '../../../src/emit/validators/check-names.js'

test('the name of what explains a model', () => {
  expect(explainName('X')).toBe('explainX')
})
