import { expect, test } from 'vitest'
import { emitterOf, emitters } from '../../src/emit/index.js'

const ids = ['types', 'plain', 'zod', 'convert', 'json-schema', 'openapi', 'ir']

test('the emitters', () => expect(emitters.map(({ id }) => id)).toEqual(ids))

test.each(ids)('%s is found by its id', (id) => expect(emitterOf(id)?.id).toBe(id))

test.each(['', 'none', 'constructor'])('%j is not found', (id) => expect(emitterOf(id)).toBeUndefined())
