import { expect, test } from 'vitest'
import { guardName, validateName } from '../../../src/emit/guard-names.js'
import { explainName, innerGuardName, standardName, stripName } from '../../../src/emit/validators/check-names.js'

const all = [guardName, innerGuardName, explainName, stripName, validateName, standardName]

test('names of the checks of a model', () => {
  expect(all.map((name) => name('X'))).toEqual(['isX', 'matchesX', 'explainX', 'stripX', 'validateX', 'xSchema'])
})

test('no check of a model has the name of a check of another', () => {
  const models = ['X', 'XSchema', 'IsX', 'IsXSchema', 'ValidateX', 'Is', 'Schema', 'Island', 'MatchesXSchema', 'StripX']
  const names = models.flatMap((model) => all.map((name) => name(model)))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
