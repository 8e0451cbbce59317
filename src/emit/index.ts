// Knows every emitter.

import type { Emitter } from './emitter.js'
import { convert } from './convert/convert.js'
import { ir } from './ir/ir.js'
import { jsonSchema } from './json-schema/json-schema.js'
import { openapi } from './openapi/openapi.js'
import { types } from './types/types.js'
import { validators } from './validators/validators.js'
import { zod } from './zod/zod.js'

/** The emitters, in the order in which their files are planned. */
export const emitters = [types, validators, zod, convert, jsonSchema, openapi, ir] as const satisfies readonly Emitter[]

/** The emitter of an id; undefined where there is none. */
export function emitterOf(id: string): Emitter | undefined {
  return emitters.find((emitter) => emitter.id === id)
}
