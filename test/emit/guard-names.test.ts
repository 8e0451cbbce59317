import { expect, test } from 'vitest'
import { guardName, validateName } from '../../src/emit/guard-names.js'

test('names of the checks of a model', () => {
  expect([guardName('X'), validateName('X')]).toEqual(['isX', 'validateX'])
})
