import { expect, test } from 'vitest'
import { explainName, guardName, validateName } from '../../../src/emit/validators/check-names.js'

test('names of the checks of a model', () => {
  expect([guardName('X'), explainName('X'), validateName('X')]).toEqual(['isX', 'explainX', 'validateX'])
})
