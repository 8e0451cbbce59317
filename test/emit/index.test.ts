import { expect, test } from 'vitest'
import { emitterOf, emitters } from '../../src/emit/index.js'

test('the emitters', () => expect(emitters.map(({ id }) => id)).toEqual(['types', 'plain', 'zod', 'convert', 'ir']))

test.each(['types', 'plain', 'zod', 'convert', 'ir'])('%s is found by its id', (id) =>
  expect(emitterOf(id)?.id).toBe(id),
)

test.each(['', 'none', 'constructor'])('%j is not found', (id) => expect(emitterOf(id)).toBeUndefined())
