// Knows what the model looks like as a file for other tools.

import { irSchema } from '../../ir/schema.js'
import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { stableJson } from './stable-json.js'

/** The reconciled model as `ir.json`, whole whatever is emitted of it, and its JSON Schema as `ir.schema.json`. */
export const ir: Emitter = {
  id: 'ir',
  asDocumented: true,
  label: 'the model as JSON',
  emit: emitModel,
}

async function emitModel({ model }: EmitInput): Promise<Emitted> {
  const document = { $schema: './ir.schema.json', version: 1, ...model }
  return {
    files: [
      { path: 'ir.json', text: stableJson(document) },
      { path: 'ir.schema.json', text: `${JSON.stringify(irSchema, undefined, 2)}\n` },
    ],
    diagnostics: [],
  }
}
