// Knows when two examples are one, and when the docs of a variant could not show theirs.

import { expect, test } from 'vitest'
import { docsOf, settle, told, type PagesText } from '../support/invented.js'

function lid(...examples: string[]): PagesText {
  return {
    'shared/Box': { fields: { id: { type: 'text', examples: ['AB-1'] }, lid: { type: 'any', examples } } },
  }
}

function examplesOf(...lids: readonly PagesText[]): [findings: string[], kept: unknown] {
  const { findings, model } = settle(lids.map((pages, index) => docsOf('abc'.charAt(index), pages)))
  const [box] = model.models
  return [told(findings), box?.kind === 'object' && box.fields.find(({ name }) => name === 'lid')?.examples]
}

const pretty = '{\n"kinds": [\n"flat",\n"round"\n],\n"size": 2\n}'

test('JSON of one value is one example, however it is laid out and in whatever order', () => {
  expect(examplesOf(lid(pretty), lid(pretty), lid('{"size":2,"kinds":["flat","round"]}'))).toEqual([[], [pretty]])
})

test('JSON of another value is another', () => {
  const [findings] = examplesOf(lid(pretty), lid(pretty), lid('{"size":2,"kinds":["round","flat"]}'))
  expect(findings).toEqual([expect.stringContaining('example-differs shared/box.lid c')])
})

test('what only begins like JSON is a text', () => {
  const [findings] = examplesOf(lid('{lid}'), lid('{lid}'), lid('{lids}'))
  expect(findings).toHaveLength(1)
})

test('an example that could not be shown contradicts none', () => {
  expect(examplesOf(lid(pretty), lid(pretty), lid())).toEqual([[], [pretty]])
})
