import { expect, test } from 'vitest'
import { closeEnums } from '../../src/emit/close-enums.js'
import { api, enumeration, object } from './sample-model.js'

test('open enumerations are closed, and nothing else changes', () => {
  const models = [object('a/x', 'X', []), enumeration('a/closed', 'Closed', ['a'], false)]
  const given = api([...models, enumeration('a/open', 'Open', ['a'], true)])
  expect(closeEnums(given)).toEqual(api([...models, enumeration('a/open', 'Open', ['a'], false)]))
})
